import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readSpecForTests } from "../../domain/testing/read-spec.ts";
import { plainDate } from "../../kernel/plain-date.ts";
import { seededRandom } from "../../kernel/random.ts";
import { deriveEnvOf } from "../derive/env.ts";
import type { FollowupRow } from "../derive/rows.ts";
import { openFollowupDatabase, type FollowupDatabase } from "../testing/followup-database.ts";
import { randomAkt, randomUnits } from "../testing/random-akts.ts";
import { shippedSettings } from "../testing/read-settings.ts";
import { recountBars, recountSteps } from "../testing/recount-indicator.ts";
import { isMissing } from "../value.ts";
import { rowsOfAkt } from "../writer/projector.ts";
import { indicatorDeps } from "./indicator-deps.ts";
import { measureIndicators, type IndicatorDeps } from "./measure-indicator.ts";
import { barsOf, lookupOf, type Lookup } from "./resolve-indicator.ts";

const { pack, law } = readSpecForTests();
const env = deriveEnvOf(pack, shippedSettings());
let lookup: Lookup;

let database: FollowupDatabase;
let deps: IndicatorDeps;
let rows: readonly FollowupRow[];

beforeAll(async () => {
  database = await openFollowupDatabase();
  deps = indicatorDeps(database.engine, law);
  lookup = lookupOf(pack, law, plainDate("2026-11-22"), deps.spec.words);
  const random = seededRandom("indicators");
  const made = Array.from({ length: 200 }, () => randomAkt(random, pack));
  rows = made.flatMap((akt) => rowsOfAkt({ ...akt, siblings: [] }, env));
  for (const akt of made) await database.project(akt);
}, 120_000);

afterAll(() => database.close());

/** Indicators that akter made by chance have no rows for. */
const rare = [
  "back-without-measure",
  "health-followed",
  "investigation-plan",
  "participation-planning",
  "school-attendance",
  "school-known",
];

const period = { from: "2024-06-15", to: "2025-06-30" };
const ids = () => [...deps.spec.indicators.keys()];

async function measured(query: Parameters<typeof measureIndicators>[3], unit?: string) {
  const { tenant } = database;
  const only = randomUnits.find((each) => each === unit);
  const scope = only === undefined ? { tenant } : { tenant, unit: only };
  const answer = await measureIndicators(deps, scope, ids(), query);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.value;
}

/** How many rows each bar has, counted one by one from the rows that the states give. */
function naive(id: string, counted: readonly FollowupRow[], asked: Partial<typeof period> = {}) {
  const indicator = deps.spec.indicators.get(id);
  if (indicator === undefined) throw new Error(id);
  const { steps } = indicator;
  if (steps !== undefined) return recountSteps(steps, counted, lookup, asked);
  const inPeriod = counted.filter(
    ({ on }) =>
      (asked.from === undefined || on >= asked.from) && (asked.to === undefined || on <= asked.to),
  );
  return recountBars(indicator, barsOf(indicator, lookup), inPeriod, lookup);
}

describe("an indicator", () => {
  test("counts what a naive count of the derived rows counts, and finds something", async () => {
    const all = await measured({});
    const empty = all.filter(({ n, apart }) => n + apart === 0).map(({ id }) => id);
    expect(empty).toEqual(rare);
    for (const answer of all) {
      expect([answer.id, ...answer.bars.map(({ n }) => n)]).toEqual([
        answer.id,
        ...naive(answer.id, rows),
      ]);
    }
  });

  test("counts the same in a period and a unit", async () => {
    const [unit = ""] = randomUnits;
    const ofUnit = rows.filter((row) => row.unit === unit);
    for (const answer of await measured(period, unit)) {
      expect([answer.id, ...answer.bars.map(({ n }) => n)]).toEqual([
        answer.id,
        ...naive(answer.id, ofUnit, period),
      ]);
    }
  });

  test("divided by something has parts that make the whole", async () => {
    for (const by of ["BAK-01", "BAK-02.band", "BAK-05", "unit", "quarter"]) {
      for (const { id, kind, parts, yes, n, missing } of await measured({ by })) {
        if (kind === "steps") continue;
        const sum = (count: (part: (typeof parts)[number]) => number) =>
          parts.reduce((total, part) => total + count(part), 0);
        expect([id, sum((part) => part.yes), sum((part) => part.n)]).toEqual([id, yes, n]);
        expect(sum((part) => part.noAnswer)).toBe(missing);
      }
    }
  });

  test("tells the middle of what it measures", async () => {
    const days = rows
      .flatMap(({ kind, values }) => (kind === "utr" ? [values["UTR-02"] ?? 0] : []))
      .filter((value) => !isMissing(value))
      .map(Number)
      .toSorted((a, b) => a - b);
    const [answer] = (await measured({})).filter(({ id }) => id === "investigation-four-months");
    const middle = (days.length - 1) / 2;
    const median = ((days[Math.floor(middle)] ?? 0) + (days[Math.ceil(middle)] ?? 0)) / 2;
    expect(answer?.measured).toMatchObject({
      median,
      n: days.length,
      least: days[0],
      most: days.at(-1),
    });
    expect(answer?.law?.section).toContain("20 kap. 3 §");
  });
});

test("what there is not is refused", async () => {
  const { tenant } = database;
  const ask = async (given: readonly string[], query: Parameters<typeof measureIndicators>[3]) => {
    const answer = await measureIndicators(deps, { tenant }, given, query);
    return answer.ok ? [] : answer.problems.map(({ id, pointer }) => `${id} ${pointer ?? ""}`);
  };
  const [first = ""] = ids();
  expect(await ask(["no-such"], {})).toEqual(["followup.unknown-indicator "]);
  expect(await ask([first], { from: "2025-02-30" })).toEqual(["followup.period /from"]);
  expect(await ask([first], { from: "2026-01-01", to: "2025-01-01" })).toEqual([
    "followup.period /to",
  ]);
  for (const by of ["BAK-11", "AKT-13", "BAK-02", "nothing'; drop"]) {
    expect(await ask([first], { by })).toEqual(["followup.unknown-variable /by"]);
  }
});
