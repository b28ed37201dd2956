import fc from "fast-check";
import { expect, test } from "vitest";
import { spread, ticksTo } from "./drawing.ts";

test("the ticks reach the most in at most six even, whole steps", () => {
  expect(ticksTo(0)).toEqual([0, 1]);
  expect(ticksTo(4)).toEqual([0, 1, 2, 3, 4]);
  expect(ticksTo(96)).toEqual([0, 20, 40, 60, 80, 100]);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5_000_000 }), (most) => {
      const ticks = ticksTo(most);
      expect(ticks.length).toBeLessThanOrEqual(6);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(most);
      expect(ticks.every((tick) => Number.isInteger(tick))).toBe(true);
    }),
  );
});

test("no two names lie on each other, and none below the edge", () => {
  expect(spread([50, 10, 52], 14, 200)).toEqual([50, 10, 64]);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 8 }), (wanted) => {
      const placed = [...spread(wanted, 14, 200)].toSorted((a, b) => a - b);
      for (const [at, place] of placed.entries()) {
        expect(place).toBeLessThanOrEqual(200);
        if (at > 0) expect(place - (placed[at - 1] ?? 0)).toBeGreaterThanOrEqual(14);
      }
    }),
  );
});
