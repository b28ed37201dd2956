import { describe, expect, test } from "vitest";
import type { Pack } from "../../../src/spec/types.ts";
import { knownItems } from "./known-items.ts";
import { stepOf } from "./step-of.ts";
import type { MatterAnswer } from "./use-matter.ts";

const step = (command: string, ids: Record<string, string>) => ({ command, ids });

// The forms read no more of a matter than this.
const matter = {
  needs: [{ id: "n", area: "BU3", words: "Trygghet" }],
  goals: [
    { id: "g1", need: "n", area: "BU3", words: "Sover hela natten" },
    { id: "g2", need: null, area: "BU3", words: "" },
  ],
  measures: [
    { measure: "m1", goals: [{ goal: "g1" }] },
    { measure: "m2", goals: [] },
  ],
  steps: [
    step("measure.start", { measure: "m1" }),
    step("implementation-plan.revise", { measure: "m1" }),
    step("measure.start", { measure: "m2" }),
    step("implementation-plan.make", { measure: "m2" }),
    step("note.sign", {}),
    step("consent.withdraw", { consent: "c1" }),
    step("consent.withdraw", { consent: "c2" }),
  ],
} as unknown as MatterAnswer;

describe("the step an address names", () => {
  test.each(["m1", "m2"])("is that of the measure %s where it says so", (measure) => {
    const found = stepOf(matter, "measure.start", measure);
    expect([found.step?.ids["measure"], found.measure?.measure, found.about]).toEqual([
      measure,
      measure,
      measure,
    ]);
  });

  test("is the first one where it says nothing, and its draft belongs to that measure", () => {
    const found = stepOf(matter, "measure.start", "");
    expect([found.measure?.measure, found.about]).toEqual(["m1", "m1"]);
    expect(stepOf(matter, "note.sign", "").about).toBeUndefined();
  });

  test("is about a measure also when the step can no longer be taken", () => {
    const ended = { ...matter, steps: [] };
    expect(stepOf(ended, "measure.end", "m2")).toMatchObject({
      command: "measure.end",
      measure: { measure: "m2" },
    });
  });

  test("is the changing of a plan that has been made", () => {
    expect(stepOf(matter, "implementation-plan.make", "m1").command).toBe(
      "implementation-plan.revise",
    );
    expect(stepOf(matter, "implementation-plan.make", "m2").command).toBe(
      "implementation-plan.make",
    );
  });

  test("is of one of several consents", () => {
    expect(stepOf(matter, "consent.withdraw", "c2").step?.ids).toEqual({ consent: "c2" });
  });
});

describe("what a form may name", () => {
  const pack = { areas: [{ id: "BU3", name: { sv: "Relationer", en: "Relations" } }] };
  const known = (command: string, measure: string) =>
    knownItems(pack as unknown as Pack, matter, "sv", {
      command,
      measure: matter.measures.find((each) => each.measure === measure),
    });

  test("is the needs and goals of the matter in their words, else by their area", () => {
    expect(known("measure.order", "m1")).toEqual({
      need: [{ id: "n", label: "Trygghet" }],
      goal: [
        { id: "g1", label: "Sover hela natten" },
        { id: "g2", label: "Relationer" },
      ],
    });
  });

  test("at a follow-up is the goals of the measure, or all where it has none yet", () => {
    expect(known("measure.follow-up", "m1").goal.map(({ id }) => id)).toEqual(["g1"]);
    expect(known("measure.follow-up", "m2").goal.map(({ id }) => id)).toEqual(["g1", "g2"]);
  });
});
