import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { periodCode, periodNumber, periodsOf, pooledPeriods } from "./series.ts";

const none = { from: undefined, to: undefined, today: "2026-11-22" };

describe("a series", () => {
  test.each([
    ["month", "2026-11"],
    ["quarter", "2026-Q4"],
    ["half-year", "2026-H2"],
    ["year", "2026"],
  ] as const)("by %s names the period of a day", (step, code) => {
    expect(periodCode(periodNumber("2026-11-22", step), step)).toBe(code);
  });

  test("has every period between the first and the last, those without rows too", () => {
    const codes = (...args: Parameters<typeof periodsOf>) =>
      periodsOf(...args).map((number) => periodCode(number, args[0]));
    const counted = ["2026-01-31", "2026-04-01"].map((day) => periodNumber(day, "month"));
    expect(codes("month", counted, none)).toEqual(["2026-01", "2026-02", "2026-03", "2026-04"]);
    const asked = { ...none, from: "2025-12-24", to: "2026-02-01" };
    expect(codes("month", counted.slice(0, 1), asked)).toEqual(["2025-12", "2026-01", "2026-02"]);
  });

  test("does not go on into days to come, but shows what is registered ahead", () => {
    const year = { from: "2026-01-01", to: "2027-12-31", today: "2026-11-22" };
    expect(periodsOf("month", [], year)).toHaveLength(11);
    expect(periodsOf("quarter", [periodNumber("2027-02-01", "quarter")], year)).toHaveLength(5);
    expect(periodsOf("month", [], none)).toEqual([]);
  });
});

describe("pooling", () => {
  test("counts a small period with the next, and a small rest with the one before", () => {
    const counts = [2, 1, 4, 9, 0, 3].map((n, number) => ({ number, n }));
    expect(pooledPeriods(counts, 5)).toEqual([
      [0, 1, 2],
      [3, 4, 5],
    ]);
  });

  test("leaves out no period, keeps their order, and holds enough where there is enough", () => {
    const periods = fc.array(fc.nat(12), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(periods, (counts) => {
        const groups = pooledPeriods(
          counts.map((n, number) => ({ number, n })),
          5,
        );
        expect(groups.flat()).toEqual(counts.map((_, number) => number));
        const held = groups.map((group) => group.reduce((sum, at) => sum + (counts[at] ?? 0), 0));
        if (groups.length > 1) expect(Math.min(...held)).toBeGreaterThanOrEqual(5);
      }),
    );
  });
});
