import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { readSpecForTests } from "../../domain/testing/read-spec.ts";
import { uuidV7 } from "../../kernel/ids.ts";
import { seededRandom } from "../../kernel/random.ts";
import { makeTable } from "../engine/make-table.ts";
import type { TableQuery } from "../engine/resolve.ts";
import { openFollowupDatabase, type FollowupDatabase } from "../testing/followup-database.ts";
import { randomAkt } from "../testing/random-akts.ts";
import { anyQuestion } from "../testing/random-queries.ts";
import { countsOf } from "../testing/recount.ts";
import { findRelease, releaseTable } from "./release-table.ts";

const { pack } = readSpecForTests();
const random = seededRandom("released");
const staff = uuidV7(1, random.bytes(10));

let database: FollowupDatabase;

beforeAll(async () => {
  database = await openFollowupDatabase();
  const akts = seededRandom("follow-up that leaves");
  for (let n = 0; n < 60; n += 1) await database.project(randomAkt(akts, pack));
});

afterAll(() => database.close());

async function release(query: TableQuery) {
  const { engine, pools, tenant } = database;
  const id = uuidV7(2, random.bytes(10));
  const deps = { ...engine, app: pools.app };
  const released = await releaseTable(deps, { tenant }, query, { by: staff, release: id });
  if (released.ok) return { released: released.value, refused: [] };
  return { released: undefined, refused: released.problems.map((each) => each.id) };
}

const byOutcome: TableQuery = { rows: "AKT-16", filters: [] };

describe("a table that leaves", () => {
  test("tells what the table inside tells, or nothing", { timeout: 120_000 }, async () => {
    const { engine, tenant } = database;
    let told = 0;
    let withheld = 0;
    for (const { query } of fc.sample(anyQuestion(pack), { numRuns: 40, seed: 5 })) {
      const { released } = await release(query);
      const inside = await makeTable(engine, { tenant }, query);
      if (released === undefined || !inside.ok) continue;
      const [out, exact] = [countsOf(released.table), countsOf(inside.value)];
      for (const [key, n] of Object.entries(out.cells)) {
        expect([key, n]).toEqual([key, exact.cells[key]]);
        expect(n).toBeGreaterThanOrEqual(5);
      }
      told += Object.keys(out.cells).length;
      withheld += Object.keys(exact.cells).length - Object.keys(out.cells).length;
    }
    expect(told).toBeGreaterThan(50);
    expect(withheld).toBeGreaterThan(50);
  });

  test("is kept, and the same question gives the same again", async () => {
    const first = await release(byOutcome);
    const again = await release(byOutcome);
    expect(again.released).toEqual(first.released);
    const { inBoard } = database;
    const id = first.released?.release ?? staff;
    const found = await inBoard((tx) => findRelease(tx, uuidOf(id)));
    expect(found).toEqual(first.released);
  });

  test("is given as it was where so few have come since that they would show", async () => {
    const first = await release(byOutcome);
    await database.project(randomAkt(seededRandom("one more"), pack));
    const { released } = await release(byOutcome);
    expect(released).toEqual({ ...first.released, held: true });
  });

  test("is refused where it is about few, or would show few beside what has left", async () => {
    const one = { ...byOutcome, from: "2024-01-01", to: "2024-01-03" };
    expect((await release(one)).refused).toEqual(["followup.too-few"]);
    // All, and then all but those whose reporter is of a kind that is seldom.
    const { engine, tenant } = database;
    const kinds = await makeTable(engine, { tenant }, { rows: "AKT-03", filters: [] });
    if (!kinds.ok) throw new Error("not counted");
    const { rows, rowTotals } = kinds.value;
    const few = rows.filter((_, at) => (rowTotals[at] ?? 0) > 0 && (rowTotals[at] ?? 0) < 5);
    const [seldom] = few;
    const others = rows.filter(({ code }) => code !== seldom?.code).map(({ code }) => code);
    const butFew = { ...byOutcome, filters: [{ variable: "AKT-03", in: others }] };
    expect((await release(butFew)).refused).toEqual(["followup.already-told"]);
  });

  test("is of one board: another has told nothing, and sees nothing of it", async () => {
    const rows = await database.admin<{ tenants: number }>(
      "select count(distinct tenant)::int as tenants from followup_release",
    );
    expect(rows).toEqual([{ tenants: 1 }]);
  });
});

function uuidOf(text: string) {
  return text as ReturnType<typeof uuidV7>;
}
