import fc from "fast-check";
import { expect, test } from "vitest";
import { concealBars, concealSteps } from "./conceal.ts";

const least = 5;
/** A group of bars whose sum is told too. */
const concealCells = (cells: readonly number[], min: number) =>
  concealBars(
    cells.map((n) => ({ role: "yes" as const, n })),
    min,
  ).bars;
const counts = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 8 });

test("no small count is told, and none follows from the sum", () => {
  fc.assert(
    fc.property(counts, (cells) => {
      const told = concealCells(cells, least);
      const hidden = cells.filter((_n, at) => told[at] === null);
      for (const n of told) if (n !== null) expect(n === 0 || n >= least).toBe(true);
      if (hidden.length === 0) return;
      // A single one that is not told would be the sum less the others: only where there is nothing else.
      const others = cells.filter((n, at) => told[at] !== null && n > 0);
      const sum = hidden.reduce((a, b) => a + b, 0);
      expect(others.length === 0 || (hidden.length > 1 && sum >= least)).toBe(true);
    }),
  );
});

test("what is large enough is told as it is", () => {
  expect(concealCells([9, 0, 5], least)).toEqual([9, 0, 5]);
  expect(concealCells([9, 2, 30], least)).toEqual([null, null, 30]);
  expect(concealCells([1, 1, 30], least)).toEqual([null, null, null]);
  expect(concealCells([3], least)).toEqual([null]);
});

const bars = [
  { role: "yes", n: 30 },
  { role: "no", n: 6 },
  { role: "no", n: 2 },
  { role: "no", n: 9 },
  { role: "missing", n: 3 },
] as const;

test("reasons are concealed within their group, and a group that is too small with its opposite", () => {
  expect(concealBars(bars, least)).toEqual({
    yes: 30,
    n: 47,
    missing: null,
    bars: [30, null, null, 9, null],
  });
  expect(concealBars([bars[0], bars[2]], least)).toEqual({
    yes: null,
    n: 32,
    missing: 0,
    bars: [null, null],
  });
  expect(concealBars([{ role: "yes", n: 3 }], least)).toMatchObject({ yes: null, n: null });
});

test("a step is not told where the few between it and the one before would be known", () => {
  const steps = [
    { row: "utr", n: 40 },
    { row: "utr", n: 38 },
    { row: "bes", n: 36 },
    { row: "gen", n: 4 },
  ];
  expect(concealSteps(steps, least)).toEqual([40, null, 36, null]);
});
