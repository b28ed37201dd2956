import fc from "fast-check";
import { expect, test } from "vitest";
import { retryAfter } from "./retry.ts";

test("tries again soon at first and never waits longer than half a minute", () => {
  expect(retryAfter(0, 0.5)).toBe(1000);
  fc.assert(
    fc.property(fc.nat(1000), fc.double({ min: 0, max: 1, noNaN: true }), (failures, chance) => {
      const wait = retryAfter(failures, chance);
      expect(wait).toBeGreaterThanOrEqual(500);
      expect(wait).toBeLessThanOrEqual(30_000);
    }),
  );
});

test("everybody who lost contact at once does not come back at once", () => {
  expect(retryAfter(5, 0.9) - retryAfter(5, 0.1)).toBeGreaterThan(5000);
});
