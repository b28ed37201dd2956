import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { chiSquare } from "./chi-square.ts";
import { differenceOfShares } from "./difference.ts";
import { fisherExact } from "./fisher.ts";
// Data sets with the answers of R, made by answers.R beside them.
import answers from "./fixtures/answers.json" with { type: "json" };
import { quantile } from "./quantile.ts";
import { wilsonInterval } from "./wilson.ts";

/** Both to a millionth of a millionth where they are small, and to a millionth of their size. */
function expectClose(ours: number | undefined, theirs: number): void {
  const allowed = 1e-6 * Math.max(Math.abs(theirs), 1e-6);
  expect(Math.abs((ours ?? Number.NaN) - theirs)).toBeLessThanOrEqual(allowed);
}

describe("statistics as R has them", () => {
  test.each(answers.wilson)("the interval of $count of $of", ({ count, of, low, high }) => {
    const ours = wilsonInterval(count, of);
    expectClose(ours.low, low);
    expectClose(ours.high, high);
  });

  test.each(answers.chiSquare)("chi-square $statistic", ({ table, ...theirs }) => {
    const ours = chiSquare(table);
    expectClose(ours?.statistic, theirs.statistic);
    expectClose(ours?.p, theirs.p);
    expectClose(ours?.leastExpected, theirs.leastExpected);
    expect(ours?.degrees).toBe(theirs.degrees);
  });

  test.each(answers.fisher)("Fisher of $table", ({ table, p }) => {
    const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = table;
    expectClose(
      fisherExact([
        [a, b],
        [c, d],
      ]),
      p,
    );
  });

  test.each(answers.quantiles)("quantiles of $values", ({ values, points, answers: theirs }) => {
    points.forEach((point, at) => expectClose(quantile(values, point), theirs[at] ?? Number.NaN));
  });

  test.each(answers.differences)("$first and $second", ({ first, second, ...theirs }) => {
    const [count = 0, of = 0] = first;
    const [other = 0, ofOther = 0] = second;
    const ours = differenceOfShares({ count, of }, { count: other, of: ofOther });
    expectClose(ours?.difference, count / of - other / ofOther);
    expectClose(ours?.low, theirs.low);
    expectClose(ours?.high, theirs.high);
    expectClose(ours?.p, theirs.p);
  });
});

describe("statistics of nothing", () => {
  test("are undefined or say nothing", () => {
    expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
    expect(chiSquare([])).toBeUndefined();
    expect(
      chiSquare([
        [3, 0],
        [4, 0],
      ]),
    ).toBeUndefined();
    expect(quantile([], 0.5)).toBeUndefined();
    expect(differenceOfShares({ count: 0, of: 0 }, { count: 1, of: 2 })).toBeUndefined();
    expect(differenceOfShares({ count: 0, of: 3 }, { count: 0, of: 2 })).toMatchObject({ p: 1 });
  });
});

test("an interval holds its share, and is narrower the more there are", () => {
  fc.assert(
    fc.property(fc.nat(500), fc.nat(500), (count, rest) => {
      const of = count + rest;
      fc.pre(of > 0);
      const { low, high } = wilsonInterval(count, of);
      expect(low).toBeLessThanOrEqual(count / of);
      expect(high).toBeGreaterThanOrEqual(count / of);
      const more = wilsonInterval(count * 4, of * 4);
      expect(more.high - more.low).toBeLessThan(high - low);
    }),
  );
});
