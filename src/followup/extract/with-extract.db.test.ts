import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { FileCell, FileColumn } from "../../contract/followup/file-table.ts";
import { readSpecForTests } from "../../domain/testing/read-spec.ts";
import { datePartsOfDayNumber, dayNumberOf } from "../../kernel/civil.ts";
import { seededRandom } from "../../kernel/random.ts";
import { columnsOf, columnsOfRow, isSelectable, type Column } from "../columns.ts";
import { deriveEnvOf } from "../derive/env.ts";
import { rowKinds, type FollowupRow, type RowKind } from "../derive/rows.ts";
import { openFollowupDatabase, type FollowupDatabase } from "../testing/followup-database.ts";
import { randomAkt } from "../testing/random-akts.ts";
import { shippedSettings } from "../testing/read-settings.ts";
import { isMissing, type Value } from "../value.ts";
import { rowsOfAkt } from "../writer/projector.ts";
import { withExtract } from "./with-extract.ts";

const { pack } = readSpecForTests();
const env = deriveEnvOf(pack, shippedSettings());
const { leavesInGroups } = shippedSettings();
/** What may leave: of the variables that do so in groups, the groups. */
const columns = columnsOf(pack).filter(
  (column) => isSelectable(column) && !(column.id in leavesInGroups),
);
const akts = 40;

let database: FollowupDatabase;
let rows: readonly FollowupRow[];

beforeAll(async () => {
  database = await openFollowupDatabase();
  const random = seededRandom("extracts");
  const made = Array.from({ length: akts }, () => randomAkt(random, pack));
  rows = made.flatMap((akt) => rowsOfAkt({ ...akt, siblings: [] }, env));
  for (const akt of made) await database.project(akt);
});

afterAll(() => database.close());

/** Every row of an extract of all variables of a kind, its cells in words; without its number. */
async function extracted(grain: RowKind, seed = "a", more: { readonly from?: string } = {}) {
  // Asked for is every variable there is.
  const all = columnsOf(pack).filter(isSelectable);
  const variables = columnsOfRow(all, grain).map(({ id }) => id);
  const definition = { grain, variables, filters: [], ...more };
  const used = await withExtract(
    database.engine,
    { tenant: database.tenant },
    { definition, seed, lang: "sv" },
    async ({ table, fingerprint }) => {
      const read = [];
      for await (const batch of table.rows) read.push(...batch);
      const [, ...own] = table.columns;
      const told = read.map(([, ...cells]) =>
        Object.fromEntries(own.map((column, at) => [column.id, said(column, cells[at] ?? "")])),
      );
      return { told, count: table.count, fingerprint, numbers: read.map(([number]) => number) };
    },
  );
  if (!used.ok) throw new Error(JSON.stringify(used.problems));
  return used.value;
}

const firstDay = dayNumberOf(1, 1, 1);

function said({ kind, codes }: FileColumn, cell: FileCell): string {
  const ids = String(cell)
    .split(" ")
    .map((number) => codes.find((code) => code.number === Number(number))?.id ?? number);
  if (kind === "set") return ids.toSorted().join(" ");
  const [id = ""] = ids;
  if (kind === "code" || Number(cell) < 0) return id;
  if (kind === "number") return String(cell);
  const days = kind === "day" ? Number(cell) : Math.floor(Number(cell) / 86_400);
  const { year, month, day } = datePartsOfDayNumber(days + firstDay);
  return [year, month, day].map((part) => String(part).padStart(2, "0")).join("-");
}

/** The same of a derived row, without SQL: sets in the order of their letters, moments as their day. */
function expected(row: FollowupRow, guardians: number): Readonly<Record<string, string>> {
  const own = columnsOfRow(columns, row.kind);
  return Object.fromEntries(
    own.flatMap((column) =>
      column.place === "guardian"
        ? Array.from({ length: guardians }, (_, at) => {
            const values = row.guardians[at];
            const value = values === undefined ? "not_relevant" : wordOf(values[column.id], column);
            return [`${column.id}:${at + 1}`, value] as const;
          })
        : [[column.id, wordOf(row.values[column.id], column)] as const],
    ),
  );
}

function wordOf(value: Value | undefined, { type }: Column): string {
  if (value === undefined) return "not_asked";
  if (isMissing(value)) return value.missing;
  if (typeof value === "object") return value.toSorted().join(" ");
  if (typeof value === "boolean") return value ? "yes" : "no";
  return type === "datetime" ? String(value).slice(0, 10) : String(value);
}

const inOrder = (all: readonly object[]) => all.map((each) => JSON.stringify(each)).toSorted();

describe("an extract of every variable", () => {
  test.each(rowKinds)("of %s is what the rows are, one by one", async (kind) => {
    const own = rows.filter((row) => row.kind === kind);
    const guardians = Math.max(...own.map((row) => row.guardians.length));
    const { told, count, numbers } = await extracted(kind);
    expect(count).toBe(own.length);
    expect(numbers).toEqual(own.map((_, at) => at + 1));
    expect(inOrder(told)).toEqual(inOrder(own.map((row) => expected(row, guardians))));
  });

  test("gives age and country by their groups alone, for every child alike", async () => {
    const { told } = await extracted("utr");
    const given = new Set(told.flatMap((row) => Object.keys(row)));
    expect([...given].filter((id) => id.replace(/:.*/u, "") in leavesInGroups)).toEqual([]);
    expect(given).toContain("BAK-02.band");
    expect(given).toContain("BAK-03.group");
  });

  test("comes in the same order for the same seed, and in another for another", async () => {
    const [one, same, other] = [
      await extracted("akt"),
      await extracted("akt"),
      await extracted("akt", "b"),
    ];
    expect(same).toEqual(one);
    expect(other.fingerprint).toBe(one.fingerprint);
    expect(other.told).not.toEqual(one.told);
  });

  test("keeps to its period, and has another sum then", async () => {
    const days = rows.filter(({ kind }) => kind === "utr").map(({ on }) => on);
    const from = days.toSorted()[Math.floor(days.length / 2)] ?? "";
    const part = await extracted("utr", "a", { from });
    expect(part.count).toBe(days.filter((day) => day >= from).length);
    expect(part.fingerprint).not.toBe((await extracted("utr")).fingerprint);
  });
});
