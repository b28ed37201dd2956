import { describe, expect, test } from "vitest";
import { deriveNextSteps } from "./next-steps.ts";
import { at, id, worker } from "./testing/chain.ts";
import { received, assessed, talked } from "./testing/story.ts";

describe("the next steps", () => {
  test("offer to open and not to open, and say what is missing with its rule", () => {
    const before = received();
    const steps = deriveNextSteps(
      before.state!,
      id(1),
      before.context(at("2026-03-03T09:00"), worker),
    );
    const open = steps.find((step) => step.command === "investigation.open");
    expect(open?.missing.map((found) => found.ruleId)).toEqual(["A-03"]);
    expect(steps.map((step) => step.command)).toContain("protection.assess");
    const after = assessed();
    const then = deriveNextSteps(
      after.state!,
      id(1),
      after.context(at("2026-03-03T09:00"), worker),
    );
    expect(then.find((step) => step.command === "investigation.open")?.missing).toEqual([]);
    expect(then.map((step) => step.command)).toContain("investigation.not-open");
    expect(then.map((step) => step.command)).not.toContain("protection.assess");
  });

  test("of an investigation say what keeps it from closing", () => {
    const chain = talked();
    const steps = deriveNextSteps(
      chain.state!,
      id(1),
      chain.context(at("2026-04-03T09:00"), worker),
    );
    const close = steps.find((step) => step.command === "investigation.close");
    expect(close?.missing.map((found) => found.ruleId)).toEqual(
      expect.arrayContaining(["B-02", "C-01"]),
    );
  });
});
