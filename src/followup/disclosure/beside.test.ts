import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  barKeys,
  toldBars,
  withheldBeside,
  type BarAtom,
  type BarQuestion,
  type BarRole,
  type ToldBars,
} from "./beside.ts";
import { numbersOf, type Atom } from "./numbers.ts";
import { recovered } from "./testing/attack.ts";

const least = 5;
const groups: readonly (readonly BarRole[])[] = [["yes", "no"], ["missing"], ["apart"]];

/** A row of made-up data: its month, and two answers. */
type Row = readonly [month: number, first: number, second: number];

/** An indicator over a period: rows of some first answers, in a bar by their second. */
interface Asked {
  readonly indicator: number;
  readonly from: number;
  readonly to: number;
}

interface Definition {
  readonly where: readonly number[];
  readonly roles: readonly BarRole[];
}

const definitions: readonly Definition[] = [
  { where: [0, 1, 2], roles: ["yes", "no", "missing"] },
  { where: [0, 1], roles: ["yes", "no", "missing"] },
  { where: [1, 2], roles: ["yes", "yes", "no"] },
];
const rolesOf = ({ indicator }: Asked) => definitions[indicator]?.roles ?? [];

function barOf({ indicator, from, to }: Asked, [month, first, second]: Row): number | undefined {
  const inside = month >= from && month <= to && definitions[indicator]?.where.includes(first);
  return inside === true ? second : undefined;
}

function atomsOf(rows: readonly Row[], asked: readonly Asked[]): readonly BarAtom[] {
  const alike = Map.groupBy(rows, (row) => asked.map((each) => barOf(each, row)).join(" "));
  return [...alike.values()].flatMap((each) => {
    const [row] = each;
    return row === undefined
      ? []
      : [{ n: each.length, bars: asked.map((question) => barOf(question, row)) }];
  });
}

/** What is told of one indicator after another, each held against all before it. */
function tellAll(rows: readonly Row[], asked: readonly Asked[]): readonly ToldBars[] {
  const atoms = atomsOf(rows, asked);
  const told: ToldBars[] = [];
  asked.forEach((each, at) => {
    const question: BarQuestion = { at, roles: rolesOf(each) };
    const of = (same: boolean) =>
      told.filter((_, before) => (asked[before]?.indicator === each.indicator) === same);
    const beside = { same: of(true), others: of(false) };
    const withheld = withheldBeside(atoms, question, beside, least);
    const said = {
      n: !withheld.has(barKeys.n),
      yes: !withheld.has(barKeys.yes),
      missing: !withheld.has(barKeys.missing),
    };
    const bars = question.roles.map((role, bar) => !withheld.has(barKeys.bar(role, bar)));
    told.push(toldBars(question, said, bars));
  });
  return told;
}

/** The withheld numbers of some indicators that are found out from what they tell, but for one of them. */
function foundOut(
  rows: readonly Row[],
  asked: readonly Asked[],
  told: readonly ToldBars[],
  near: readonly number[],
  but: number | undefined,
): readonly string[] {
  const questions = near.flatMap((at) => asked[at] ?? []);
  const atoms = atomsOf(rows, questions).map(({ n, bars }): Atom => ({
    n,
    attributes: [],
    tables: bars.flatMap((bar, at) =>
      groups.map((roles) => {
        const role = bar === undefined ? undefined : questions.map(rolesOf)[at]?.[bar];
        return role === undefined || !roles.includes(role)
          ? undefined
          : { places: [[role], [String(bar)]], missing: false };
      }),
    ),
  }));
  const tables = questions.flatMap((each, question) =>
    groups.map((_, group) => {
      const table = question * groups.length + group;
      const keys = numbersOf(atoms, table).map(({ key }) => key);
      const at = near[question] ?? -1;
      const isTold = (key: string) => at !== but && tells(each, told[at], group, key);
      return { table, withheld: new Set(keys.filter((key) => !isTold(key))) };
    }),
  );
  return recovered(atoms, tables);
}

/** Numbers told of two indicators, one of rows that all are in the other, with few between who answer both. */
function fewBetween(
  rows: readonly Row[],
  asked: readonly Asked[],
  told: readonly ToldBars[],
  [one, other]: readonly [number, number],
): readonly string[] {
  const countedBy = (at: number, row: Row): readonly string[] => {
    const each = asked[at];
    const bar = each === undefined ? undefined : barOf(each, row);
    const role = bar === undefined || each === undefined ? undefined : rolesOf(each)[bar];
    if (bar === undefined || role === undefined || role === "missing") return [];
    return [barKeys.n, barKeys[role === "yes" ? "yes" : "no"], barKeys.bar(role, bar)];
  };
  const lacks = (at: number, row: Row): boolean => {
    const each = asked[at];
    const bar = each === undefined ? undefined : barOf(each, row);
    return bar !== undefined && countedBy(at, row).length === 0;
  };
  const groupsOf = (at: number) =>
    [...(told[at]?.told ?? [])].map((key) => ({
      key,
      rows: new Set(rows.filter((row) => countedBy(at, row).includes(key))),
    }));
  return groupsOf(one).flatMap((a) =>
    groupsOf(other).flatMap((b) => {
      const [small, large] = a.rows.size < b.rows.size ? [a.rows, b.rows] : [b.rows, a.rows];
      const between = [...large].filter((row) => !small.has(row));
      const nested = small.size > 0 && between.length === large.size - small.size;
      const answering = between.filter((row) => !lacks(one, row) && !lacks(other, row));
      const few = nested && answering.length > 0 && between.length < least;
      return few ? [`${a.key} and ${b.key}`] : [];
    }),
  );
}

const names = ["answered", "missing", "apart"];

function tells(asked: Asked, told: ToldBars | undefined, group: number, key: string): boolean {
  const [role = "", bar = ""] = key.split("|");
  const own = told?.told ?? new Set();
  if (role !== "*" || bar === "*") return own.has(`${names[group]} ${key}`);
  return own.has(barKeys.bar(rolesOf(asked)[Number(bar)] ?? "apart", Number(bar)));
}

const many = (n: number, row: Row): readonly Row[] => Array.from({ length: n }, () => row);

describe("an indicator beside what has left", () => {
  const yearRows: readonly Row[] = [
    ...many(30, [1, 0, 0]),
    ...many(20, [1, 0, 1]),
    ...many(2, [12, 0, 0]),
    ...many(10, [12, 0, 1]),
  ];

  test("is told whole where it is the first", () => {
    const [told] = tellAll(yearRows, [{ indicator: 0, from: 1, to: 12 }]);
    expect([...(told?.told ?? [])]).toContain(barKeys.bar("yes", 0));
  });

  test("does not tell the few between a period and a longer one", () => {
    const [, longer] = tellAll(yearRows, [
      { indicator: 0, from: 1, to: 11 },
      { indicator: 0, from: 1, to: 12 },
    ]);
    expect(longer?.told.has(barKeys.yes)).toBe(false);
    expect(longer?.told.has(barKeys.bar("yes", 0))).toBe(false);
  });

  test("does not tell the few between it and another whose rows are some of its own", () => {
    const rows = [...many(30, [1, 0, 0]), ...many(20, [1, 0, 1]), ...many(3, [1, 2, 0])];
    const [all, narrower] = tellAll(rows, [
      { indicator: 0, from: 1, to: 12 },
      { indicator: 1, from: 1, to: 12 },
    ]);
    expect(all?.told.has(barKeys.n)).toBe(true);
    expect(narrower?.told.has(barKeys.n)).toBe(false);
    expect(narrower?.told.has(barKeys.yes)).toBe(false);
  });

  test("costs nothing of what is told of other rows", () => {
    const told = tellAll(yearRows, [
      { indicator: 0, from: 1, to: 11 },
      { indicator: 0, from: 13, to: 24 },
      { indicator: 1, from: 1, to: 11 },
    ]);
    expect(told[2]?.told.has(barKeys.n)).toBe(true);
  });
});

const skewed = fc.nat(8).map((n) => 2 - Math.floor(Math.sqrt(n)));
const data = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), skewed, skewed), {
  minLength: 20,
  maxLength: 120,
});
const asking: fc.Arbitrary<Asked> = fc.record({
  indicator: fc.nat(definitions.length - 1),
  from: fc.integer({ min: 1, max: 3 }),
  to: fc.integer({ min: 3, max: 6 }),
});

test(
  "no sequence of indicators and periods finds out what was withheld",
  { timeout: 60_000 },
  () => {
    const seen = { told: 0, withheld: 0 };
    fc.assert(
      fc.property(data, fc.array(asking, { minLength: 2, maxLength: 4 }), (rows, asked) => {
        const told = tellAll(rows, asked);
        asked.forEach((each, at) => {
          const before = told.slice(0, at).map((_, index) => index);
          const same = before.filter((index) => asked[index]?.indicator === each.indicator);
          const near = [...same, at];
          const already = foundOut(rows, asked, told, near, at);
          const now = foundOut(rows, asked, told, near, undefined);
          expect(now.filter((found) => !already.includes(found))).toEqual([]);
          if (same.length > 0) return;
          for (const other of before)
            expect(fewBetween(rows, asked, told, [at, other])).toEqual([]);
          seen.told += told[at]?.told.size ?? 0;
          seen.withheld += 6 - (told[at]?.told.size ?? 0);
        });
      }),
      { numRuns: 500 },
    );
    expect(seen.told).toBeGreaterThan(1000);
    expect(seen.withheld).toBeGreaterThan(1000);
  },
);
