import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { decideRelease, type PastTable, type Release } from "./decide-release.ts";
import { numbersOf, type Atom } from "./numbers.ts";
import { recovered } from "./testing/attack.ts";

const settings = { least: 5, changed: new Set<string>() };

/** A row of made-up data: its value of each of some variables. */
type Row = readonly number[];

/** A question: which variables stand where, and which values of others are counted. */
interface Asked {
  readonly axes: readonly number[];
  readonly filters: readonly { readonly variable: number; readonly in: readonly number[] }[];
}

/** The rows as atoms of some tables: those alike in every variable are one. */
function atomsOf(rows: readonly Row[], asked: readonly Asked[]): readonly Atom[] {
  const groups = Map.groupBy(rows, (row) => row.join(" "));
  return [...groups.values()].map((alike) => {
    const [row = []] = alike;
    return {
      n: alike.length,
      attributes: row.map((value, variable) => `${variable}=${value}`),
      tables: asked.map(({ axes, filters }) => {
        const inside = filters.every((filter) => filter.in.includes(row[filter.variable] ?? -1));
        if (!inside) return undefined;
        return { places: axes.map((axis) => [String(row[axis] ?? 0)]), missing: false };
      }),
    };
  });
}

/** Asks one question after another, as one user outside does. */
function askAll(rows: readonly Row[], questions: readonly Asked[]) {
  const asked: Asked[] = [];
  const past: PastTable[] = [];
  const answers: Release[] = [];
  for (const question of questions) {
    const atoms = atomsOf(rows, [...asked, question]);
    const table = asked.length;
    const release = decideRelease(atoms, table, past, settings);
    answers.push(release);
    if (release.kind !== "told") continue;
    const { withheld } = release;
    const keys = numbersOf(atoms, table).map(({ key }) => key);
    past.push({ table, told: new Set(keys.filter((key) => !withheld.has(key))), withheld });
    asked.push(question);
  }
  return { answers, past, atoms: atomsOf(rows, asked) };
}

/** Rows from counts: `[[4, 9], [7, 2]]` has four rows of 0 and 0. */
function rowsOf(counts: readonly (readonly number[])[]): readonly Row[] {
  return counts.flatMap((line, a) =>
    line.flatMap((n, b) => Array.from({ length: n }, () => [a, b])),
  );
}

const crossed: Asked = { axes: [0, 1], filters: [] };
const withheldOf = (release: Release | undefined) =>
  release?.kind === "told" ? [...release.withheld].toSorted() : release?.kind;

describe("what may leave", () => {
  test("is everything where nothing is small", () => {
    const { answers } = askAll(
      rowsOf([
        [14, 9],
        [7, 22],
      ]),
      [crossed],
    );
    expect(withheldOf(answers[0])).toEqual([]);
  });

  test("is every total, and neither a small cell nor what it could be taken from", () => {
    const counts = [
      [2, 30, 40],
      [20, 31, 41],
      [21, 32, 42],
    ];
    const { answers } = askAll(rowsOf(counts), [crossed]);
    expect(withheldOf(answers[0])).toEqual(["0|0|*", "0|1|*", "1|0|*", "1|1|*"]);
  });

  test("tells a nought, and more than one small cell is not a small group together", () => {
    const { answers } = askAll(
      rowsOf([
        [1, 1, 0, 30],
        [20, 20, 20, 20],
      ]),
      [crossed],
    );
    const withheld = withheldOf(answers[0]);
    expect(withheld).toContain("0|3|*");
    expect(withheld).not.toContain("0|2|*");
  });

  test("is nothing of a group that is small as a whole", () => {
    const { answers } = askAll(rowsOf([[3]]), [crossed]);
    expect(answers).toEqual([{ kind: "few" }]);
  });

  test("is empty where there is nothing", () => {
    expect(withheldOf(askAll([], [crossed]).answers[0])).toEqual([]);
  });

  test("is no number whose change since the last time would tell of few", () => {
    const atoms = atomsOf(
      rowsOf([
        [14, 9],
        [7, 22],
      ]),
      [crossed],
    );
    const changed = new Set(["0|*|*"]);
    const release = decideRelease(atoms, 0, [], { least: 5, changed });
    expect(withheldOf(release)).toEqual(["0|*|*", "0|0|*", "1|*|*", "1|0|*"]);
  });
});

describe("what has left before", () => {
  /** Ages of 30 children, two of whom have the value 1 of another variable. */
  const rows: readonly Row[] = Array.from({ length: 30 }, (_, n) => [n % 3, n < 28 ? 0 : 1]);
  const ages: Asked = { axes: [0], filters: [] };

  test("is no way to a few: all, then all but those few", () => {
    const butFew: Asked = { axes: [0], filters: [{ variable: 1, in: [0] }] };
    const { answers } = askAll(rows, [ages, butFew]);
    expect(answers.map(({ kind }) => kind)).toEqual(["told", "follows"]);
  });

  test("is no way by three questions either: all less two parts leaves a third", () => {
    const three: readonly Row[] = Array.from({ length: 40 }, (_, n) => [
      n % 2,
      n < 20 ? 0 : n < 37 ? 1 : 2,
    ]);
    const part = (value: number): Asked => ({ axes: [0], filters: [{ variable: 1, in: [value] }] });
    const { answers } = askAll(three, [ages, part(0), part(1)]);
    expect(answers.map(({ kind }) => kind)).toEqual(["told", "told", "follows"]);
  });

  test("tells the same again", () => {
    const { answers } = askAll(
      rowsOf([
        [2, 30],
        [20, 31],
      ]),
      [crossed, crossed],
    );
    expect(withheldOf(answers[1])).toEqual(withheldOf(answers[0]));
  });
});

const variables = 4;
const dataSet = fc.integer({ min: 2, max: 4 }).chain((codes) =>
  fc.array(fc.tuple(...Array.from({ length: variables }, () => skewed(codes))), {
    minLength: 10,
    maxLength: 120,
  }),
);

/** Low values often, high ones seldom: so small cells come about. */
function skewed(codes: number) {
  return fc.nat(codes * codes - 1).map((n) => codes - 1 - Math.floor(Math.sqrt(n)));
}

const question: fc.Arbitrary<Asked> = fc
  .shuffledSubarray([0, 1, 2, 3], { minLength: 1, maxLength: 3 })
  .chain((axes) =>
    fc
      .array(
        fc.record({
          variable: fc.nat(variables - 1),
          in: fc.uniqueArray(fc.nat(2), { minLength: 1, maxLength: 2 }),
        }),
        { maxLength: 2 },
      )
      .map((filters) => ({ axes, filters })),
  );

test("no sequence of questions recovers anything that was withheld", { timeout: 60_000 }, () => {
  let withheld = 0;
  let told = 0;
  fc.assert(
    fc.property(dataSet, fc.array(question, { minLength: 2, maxLength: 6 }), (rows, questions) => {
      const { atoms, past } = askAll(rows, questions);
      expect(recovered(atoms, past)).toEqual([]);
      withheld += past.reduce((sum, each) => sum + each.withheld.size, 0);
      told += past.reduce((sum, each) => sum + each.told.size, 0);
    }),
    { numRuns: 500 },
  );
  // Neither everything nor nothing is told, or the property would say nothing.
  expect(withheld).toBeGreaterThan(1000);
  expect(told).toBeGreaterThan(1000);
});
