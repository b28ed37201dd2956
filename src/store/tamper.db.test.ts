import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";

import { reportData } from "../domain/testing/chain.ts";
import { logAccess } from "./access-log.ts";
import { makeAnchor } from "./anchor.ts";
import { sealLogs } from "./seal.ts";
import {
  entry,
  openTestStore,
  receiveReport,
  registerPerson,
  type TestStore,
} from "./testing/test-store.ts";
import type { Tx } from "./in-tenant.ts";
import { verifySeals } from "./verify-seals.ts";
import { verifyLog } from "./verify.ts";

/** The tables that nothing may be changed in, with what tells one row from another. */
const KEYS = {
  event: ["stream", "seq"],
  event_head: ["stream", "seq"],
  access_log: ["no"],
  log_seal: ["source", "seal"],
  log_anchor: ["day"],
  log_end: ["source"],
} as const;
type Table = keyof typeof KEYS;
const tables = Object.keys(KEYS) as Table[];
const quoted = tables.map((table) => `'${table}'`).join();

interface Column {
  readonly table: Table;
  readonly column: string;
  readonly type: string;
}

/** What an administrator of the database takes away before changing what no rule would let through. */
const OPENED = `do $$ declare held record; begin
    for held in select conrelid::regclass as t, conname as c from pg_constraint
      where contype = 'c' and conrelid::regclass::text in (${quoted})
    loop execute format('alter table %s drop constraint %I', held.t, held.c); end loop;
  end $$;
  alter table event_head alter column no drop identity;
  alter table access_log alter column no drop identity`;

let board: TestStore;
let columns: readonly Column[];
const rows = new Map<Table, readonly Readonly<Record<string, string>>[]>();

beforeAll(async () => {
  board = await openTestStore();
  for (const day of ["2026-03-02", "2026-03-03"]) {
    board.setTime(`${day}T10:05`);
    const person = await registerPerson(board, { givenName: "Alva", birthDate: "2014-02-17" });
    const { akt, matter } = await receiveReport(board, person, reportData);
    const looked = { ...entry(board.worker), akt, matter, persons: [person] };
    await board.inBoard(async (tx) => logAccess(tx, "view", looked, board.store.clock.now()));
    await sealLogs(board.store, board.tenant);
    await makeAnchor(board.store, board.tenant);
  }
  columns = await board.admin<Column>(`select c.table_name as table, c.column_name as column,
      c.udt_name as type from information_schema.columns c
    where c.table_schema = 'public' and c.table_name in (${quoted})
    order by c.table_name, c.ordinal_position`);
  for (const table of tables) {
    const key = KEYS[table].map((name) => `${name}::text as ${name}`);
    rows.set(
      table,
      await board.admin(`select ${key.join()} from ${table} order by ${KEYS[table].join()}`),
    );
  }
  // One more row that no seal covers yet.
  await board.inBoard(async (tx) =>
    logAccess(tx, "view", entry(board.worker), board.store.clock.now()),
  );
  await board.admin(OPENED);
});

afterAll(() => board.close());

async function places(tx: Tx): Promise<readonly string[]> {
  const [log, seals] = [await verifyLog(tx), await verifySeals(tx)];
  return [
    ...log.broken.map(({ stream, seq }) => `${stream} ${seq}`),
    ...seals.faults.map(({ place }) => place),
  ];
}

/** One byte, digit, letter or moment other than it was; `n` chooses which. */
function changed({ column, type }: Column, n: number): string {
  const at = (length: string) => `(${n} % greatest(${length}, 1))`;
  const first = `${at(`length(${column})`)} + 1`;
  const other: Readonly<Record<string, string>> = {
    text: `case when coalesce(${column}, '') = '' then 'x' else overlay(${column} placing
      chr(ascii(substr(${column}, ${first}, 1)) # 1) from ${first} for 1) end`,
    bytea: `set_byte(${column}, ${at(`length(${column})`)},
      get_byte(${column}, ${at(`length(${column})`)}) # ${1 << (n % 8)})`,
    uuid: `case when ${column} is null then gen_random_uuid() else overlay(${column}::text placing
      case substr(${column}::text, ${1 + (n % 8)}, 1) when '0' then '1' else '0' end
      from ${1 + (n % 8)} for 1)::uuid end`,
    _uuid: `array_append(${column}, gen_random_uuid())`,
    int4: `${column} + ${1000 + n}`,
    int8: `${column} + ${1000 + n}`,
    timestamptz: `${column} ${n % 2 === 0 ? "-" : "+"} interval '1 microsecond'`,
    date: `${column} + ${1 + (n % 300)}`,
  };
  const value = other[type];
  if (value === undefined) throw new Error(`How does one change a ${type}?`);
  return value;
}

const whereOf = (row: Readonly<Record<string, string>>) =>
  Object.entries(row)
    .map(([name, value]) => `${name}::text = '${value}'`)
    .join(" and ");

/** How the row is called where it is told that it does not hold. */
function placeOf(table: Table, row: Readonly<Record<string, string>>): string {
  const key = Object.values(row).join(" ");
  if (table === "access_log") return `access row ${key}`;
  if (table === "log_seal") return `seal ${key}`;
  if (table === "log_anchor") return `anchor ${key}`;
  return table === "log_end" ? `end of ${key}` : key;
}

/** A row that was moved away is missed by its seal, or where the next one follows on. */
const MOVED = new Set(["tenant", "no", "stream", "seq", "source", "seal", "day"]);

test("nothing is wrong before anybody has touched it", async () => {
  expect(await board.inBoard(places)).toEqual([]);
});

test("any byte of any column of any row changed is told, and where", async () => {
  // A row of the log that goes over to another board is gone from this one, as if it had been destroyed.
  const tried = columns.filter(({ table, column }) => table !== "event" || column !== "tenant");
  expect(tried.length).toBeGreaterThan(45);
  for (const column of tried) {
    const all = rows.get(column.table) ?? [];
    const picked = fc.record({ row: fc.constantFrom(...all), n: fc.nat({ max: 500 }) });
    const one = fc.asyncProperty(picked, async ({ row, n }) => {
      const update = `update ${column.table} set ${column.column} = ${changed(column, n)} where ${whereOf(row)}`;
      const found = await board.tampered(update, places);
      const name = `${column.table}.${column.column} of ${placeOf(column.table, row)}`;
      if (MOVED.has(column.column)) expect(found, name).not.toEqual([]);
      else expect(found, name).toContain(placeOf(column.table, row));
    });
    await fc.assert(one, { numRuns: 1 });
  }
});

test("any row taken out is told, and any tail cut off", async () => {
  const asked = fc.record({ table: fc.constantFrom(...tables), n: fc.nat(), tail: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(asked, async ({ table, n, tail }) => {
      const all = rows.get(table) ?? [];
      const at = n % all.length;
      const gone = tail ? all.slice(at) : all.slice(at, at + 1);
      const sql = `delete from ${table} where ${gone.map((row) => `(${whereOf(row)})`).join(" or ")}`;
      expect(await board.tampered(sql, places), sql).not.toEqual([]);
    }),
    { numRuns: 20 },
  );
});

test("a row that is not sealed yet is told when it was changed", async () => {
  const last = "(select max(no) from access_log)";
  const found = await board.tampered(
    `update access_log set action = 'x' where no = ${last}`,
    places,
  );
  expect(found).toEqual([expect.stringMatching(/^access row \d+$/)]);
});
