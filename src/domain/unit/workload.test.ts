import fc from "fast-check";
import { expect, test } from "vitest";
import { workloadWeights } from "../../spec/workload.ts";
import { workloadOf, type Carried } from "./workload.ts";

const weights = {
  invented: true,
  note: { sv: "", en: "" },
  phases: { investigating: 3, received: 1 },
  coWorker: 0.5,
  dueWithinWeek: 0.5,
  duties: { reception: 3 },
};

test("a matter weighs by its phase, half for whoever helps, and duties and days come on top", () => {
  const carried: Carried = {
    matters: [
      { phase: "investigating", main: true, count: 2 },
      { phase: "received", main: false, count: 1 },
      { phase: "not named", main: true, count: 1 },
    ],
    due: 3,
    duties: ["reception", "not weighed"],
  };
  // 2 x 3 + 0.5 + 1 + 3 x 0.5 + 3
  expect(workloadOf(carried, weights)).toBe(12);
});

test("more work never weighs less, and nothing weighs nothing", () => {
  const matters = fc.array(
    fc.record({
      phase: fc.constantFrom(...Object.keys(workloadWeights.phases)),
      main: fc.boolean(),
      count: fc.nat(40),
    }),
  );
  fc.assert(
    fc.property(matters, fc.nat(40), (list, due) => {
      const all = workloadOf({ matters: list, due, duties: [] }, workloadWeights);
      const less = workloadOf({ matters: list.slice(1), due, duties: [] }, workloadWeights);
      expect(all).toBeGreaterThanOrEqual(less);
    }),
  );
  expect(workloadOf({ matters: [], due: 0, duties: [] }, workloadWeights)).toBe(0);
});

test("the weights say that they are invented", () => {
  expect(workloadWeights.invented).toBe(true);
  expect(workloadWeights.note.sv).toMatch(/påhittade/u);
});
