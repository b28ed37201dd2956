import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { reportData } from "../../domain/testing/chain.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { plainDate } from "../../kernel/plain-date.ts";
import { listDraftsIn, listDraftsOf } from "../drafts/open-draft.ts";
import { findDoubles } from "../search/find-doubles.ts";
import { searchPersons } from "../search/search-persons.ts";
import { knownStatements } from "../statement.ts";
import { valueOf } from "../testing/cluster.ts";
import {
  openTestStore,
  receiveReport,
  registerPerson,
  type TestStore,
} from "../testing/test-store.ts";
import { readChronology, readStoryShape } from "./chronology-page.ts";
import { countClocks, listClocks } from "./list-clocks.ts";
import { listDay } from "./list-day.ts";
import { findWaiting, listLoads, listMatters } from "./list-matters.ts";
import { findBriefsOfAkt } from "./person-brief.ts";
import { readAkt, readEvent, readLatestButNotes } from "./read-akt.ts";
import { readRelationsOfAkt } from "./read-person.ts";
import type { Viewer } from "./row-filter.ts";

let board: TestStore;
let person: Uuid;
let akt: Uuid;
const today = plainDate("2026-03-06");

beforeAll(async () => {
  board = await openTestStore();
  board.setTime("2026-03-02T10:05");
  const data = { givenName: "Alva", familyName: "Lind", birthDate: "2014-02-17" };
  person = await registerPerson(board, data);
  ({ akt } = await receiveReport(board, person, reportData));
  await fillArchive();
  await useEveryList();
}, 240_000);

afterAll(() => board.close());

/** Somebody who stands in for a colleague and a manager, with a function. */
const standing = (): Viewer => ({
  ...viewer(),
  standIn: { staff: [board.worker], units: [board.unit] },
});

const viewer = (): Viewer => ({ staff: board.worker, unit: board.unit, filter: () => "true" });

/** Rows of closed matters as the projections write them, straight into the tables. */
async function fillArchive(): Promise<void> {
  const [tenant, size] = [board.tenant, 20_000];
  const series = `from generate_series(1, ${size}) n`;
  const id = (kind: number) => `('0000000${kind}-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid`;
  await board.admin(`
      insert into akt select ${tenant}, ${id(1)}, ${id(2)}, '2015-01-01' ${series};
      insert into person select ${tenant}, ${id(2)}, 'Gammal', 'Akt', '2000-01-01', null, null,
        false, null ${series};
      insert into matter select ${tenant}, ${id(3)}, ${id(1)}, ${id(2)}, '2015-' || n, 'closed', '2015-01-01',
        '2016-01-01', '${board.unit}', '${board.worker}' ${series};
      insert into clock select ${tenant}, ${id(1)}, 'B-02', ${id(3)}, ${id(2)}, 'B', 'authority', '2015-05-01',
        '2015-05-01', false, '${board.unit}', '${board.worker}', null, '{}' ${series};
      insert into chronology select ${tenant}, ${id(1)}, 1, ${id(3)}, 'akt.created', '2015-01-01',
        '2015-01-01', '${board.worker}', '{}' ${series};
      insert into event select ${tenant}, ${id(1)}, 1, ${id(3)}, 'matter', 'note.signed', '2015-01-01',
        '2015-01-01', '${board.worker}', ${id(4)}, '', '', decode(repeat('00', 16), 'hex'), '{}'
        ${series};
      insert into relation select ${tenant}, ${id(5)}, ${id(2)}, 'sibling', ${id(6)}, null, null, 'x'
        ${series};
      insert into stream_state select ${tenant}, ${id(2)}, 'person', 1, decode(repeat('00', 32), 'hex'), 1, '{}'
        ${series};
      insert into draft select ${tenant}, ${id(7)}, 'note', ${id(1)}, ${id(3)}, ${id(7)}, 'x', ${id(8)},
        '2015-01-01', ${id(8)}, '2015-01-01' ${series};
      insert into draft_field select ${tenant}, ${id(7)}, 'text', 1, '""', '{}', '{}', ${id(8)},
        '2015-01-01' ${series};
      insert into person_name select ${tenant}, 'namn' || n % 500, 'förnamn' || n % 300, ${id(2)}
        ${series};
      insert into person_name_word select ${tenant}, 'namn' || n, 'namn' || n
        from generate_series(0, 499) n on conflict do nothing;
      insert into person_identity select ${tenant}, 200000000000 + n, ${id(2)}, true, false ${series};
      select 1`);
  await board.admin("vacuum analyze");
}

/** Asks for each list once, and sees that the archive is not in the way of any. */
async function useEveryList(): Promise<void> {
  const unit = { kind: "unit", unit: board.unit } as const;
  const mine = { kind: "mine", staff: board.worker } as const;
  await board.inBoard(async (tx) => {
    for (const scope of [unit, mine]) {
      await listClocks(tx, scope, viewer(), { today, limit: 50 });
      await countClocks(tx, scope, viewer(), today);
    }
    for (const select of ["all", "to-review", "to-receive"] as const) {
      await listMatters(tx, viewer(), { unit: board.unit, select, limit: 50 });
    }
    await listLoads(tx, [board.worker], today);
    await findWaiting(tx, board.unit, today);
    await listDay(tx, unit, viewer(), { today, limit: 15 });
    await listDay(tx, { kind: "mine", staff: board.worker }, viewer(), { today, limit: 15 });
    const duty = { units: [board.unit], unplaced: true };
    await listDay(tx, { ...mine, duty }, standing(), { today, limit: 15 });
    await listClocks(tx, unit, standing(), { today, limit: 15 });
    await listClocks(tx, { kind: "nobodys", unit: board.unit }, viewer(), { today, limit: 50 });
    await readChronology(tx, akt, { limit: 50 });
    await readLatestButNotes(tx, akt, { types: [], matters: [], limit: 50 });
    await readAkt(tx, akt, today);
    await readEvent(tx, akt, 1);
    await findBriefsOfAkt(tx, akt);
    await readRelationsOfAkt(tx, akt);
    await listDraftsIn(tx, akt, 50);
    await listDraftsOf(tx, board.worker, 20);
    await readChronology(tx, akt, { limit: 50, only: { types: ["decision.made"] } });
    await readStoryShape(tx, akt, { types: ["talk.signed"], acts: [] }, undefined);
    valueOf(await searchPersons(tx, "Alva Lind", today));
    await findDoubles(tx, {
      givenName: "Alva",
      familyName: "Lind",
      birthDate: today,
      numberKind: null,
    });
  });
}

describe("with an archive of twenty thousand closed matters", () => {
  /** What a statement reads without an index, by its plan for any parameters. */
  async function readsWhole(name: string, parameters: string): Promise<string[]> {
    const text = [...knownStatements()].find(([known]) => known.startsWith(name))?.[1];
    expect([name, text === undefined]).toEqual([name, false]);
    return board.inBoard(async (tx) => {
      await tx.run({ text: "set local plan_cache_mode = force_generic_plan" });
      await tx.run({ text: `prepare wanted as ${text}` });
      const plan = { text: `explain execute wanted(${parameters})` };
      const rows = await tx.rows<{ "QUERY PLAN": string }>(plan);
      await tx.run({ text: "deallocate wanted" });
      const large =
        /Seq Scan on (clock|matter|chronology|event|person|akt|access_log|relation|stream_state|draft)/;
      return rows.map((row) => row["QUERY PLAN"]).filter((line) => large.test(line));
    });
  }

  const today5 = "'2026-03-06', '{}', '{}', '{}', '{}', '{}', false";
  const week = `${today5}, '2026-03-08'`;
  const more = () =>
    `'2026-03-06', '{${board.worker}}', '{${board.unit}}', '{}', '{}', '{${board.unit}}', true`;
  const beside = "'{}', '{}', '{}', '{}'";
  const who = () => `'${board.worker}', '${board.unit}'`;

  test.each([
    ["clock_list_mine", () => `${board.tenant}, ${who()}, '${board.worker}', ${today5}, 50`],
    ["clock_list_unit", () => `${board.tenant}, ${who()}, '${board.unit}', ${today5}, 50`],
    ["clock_list_more_unit", () => `${board.tenant}, ${who()}, '${board.unit}', ${more()}, 50`],
    ["clock_list_nobodys", () => `${board.tenant}, ${who()}, '${board.unit}', ${today5}, 50`],
    ["clock_count_unit", () => `${board.tenant}, ${who()}, '${board.unit}', ${today5}`],
    ["clock_day_mine", () => `${board.tenant}, ${who()}, '${board.worker}', ${week}, 15`],
    [
      "clock_day_more_mine",
      () => `${board.tenant}, ${who()}, '${board.worker}', ${more()}, '2026-03-08', 15`,
    ],
    ["clock_day_unit", () => `${board.tenant}, ${who()}, '${board.unit}', ${week}, 15`],
    ["matter_list_all", () => `${board.tenant}, ${who()}, '${board.unit}', 50, ${beside}`],
    ["matter_list_to-review", () => `${board.tenant}, ${who()}, '${board.unit}', 50, ${beside}`],
    ["matter_list_to-receive", () => `${board.tenant}, ${who()}, '${board.unit}', 50, ${beside}`],
    ["matter_loads", () => `${board.tenant}, '{${board.worker}}', '2026-03-06'`],
    ["waiting_of_board", () => `${board.tenant}, '${board.unit}', '2026-03-06'`],
    ["clock_of_akt", () => `${board.tenant}, '${akt}'`],
    ["chronology_page", () => `${board.tenant}, '${akt}', '2026-03-06', 1000, 50`],
    [
      "chronology_page_some",
      () =>
        `${board.tenant}, '${akt}', '2026-03-06', 1000, 50, '2000-01-01', '{a}', '{}', null, null`,
    ],
    ["chronology_years", () => `${board.tenant}, '${akt}', null`],
    ["chronology_contacts", () => `${board.tenant}, '${akt}', null, '{a}', '{b}'`],
    ["relation_lines_of_akt", () => `${board.tenant}, '${akt}'`],
    ["stream_state_lock_some_free", () => `${board.tenant}, '{${akt}}', '{}'`],
    ["family_of_akter", () => `${board.tenant}, '{${akt}}'`],
    ["draft_contents", () => `${board.tenant}, '{${akt}}'`],
    ["draft_of_akt", () => `${board.tenant}, '${akt}', 50`],
    ["draft_of_staff", () => `${board.tenant}, '${board.worker}', 20`],
    ["event_latest_but_notes", () => `${board.tenant}, '${akt}', '{a}', '{${akt}}', 50`],
    ["event_one", () => `${board.tenant}, '${akt}', 7`],
    ["person_briefs_of_akt", () => `${board.tenant}, '${akt}'`],
    ["family_of_akt", () => `${board.tenant}, '${akt}'`],
    ["search_name_pairs", () => `${board.tenant}, '{namn1}', '{förnamn1}', 50`],
    ["search_name_givens", () => `${board.tenant}, '{förnamn1}', 50`],
    ["search_hits", () => `${board.tenant}, '{${person}}'`],
    ["search_ten_digits", () => `${board.tenant}, '0000000001', 20`],
    ["search_born_near", () => `${board.tenant}, '{2014-02-17}', null`],
    ["search_related", () => `${board.tenant}, '${person}'`],
  ])("%s reads none of it", async (name, parameters) => {
    expect(await readsWhole(name, parameters())).toEqual([]);
  });

  test("the day's list and the unit's page stay quick", async () => {
    const read = await board.inBoard(async (tx) => {
      for (let n = 0; n < 20; n += 1) {
        const scope = { kind: "mine", staff: board.worker } as const;
        await listClocks(tx, scope, viewer(), { today, limit: 100 });
        await listMatters(tx, viewer(), { unit: board.unit, select: "all", limit: 50 });
      }
      // Counted by the database itself, as seconds would be of the machine and of whoever else works on it.
      const [row] = await tx.rows<{ n: number }>({
        text: `select sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::int as n from pg_stat_xact_user_tables
          where relname in ('clock', 'matter', 'person', 'akt', 'chronology', 'event', 'relation')`,
      });
      return row?.n ?? Number.NaN;
    });
    // A list that read the archive would come to twenty thousand by itself, and there are forty.
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(10_000);
  });
});
