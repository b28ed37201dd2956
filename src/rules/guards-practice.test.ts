import { describe, expect, test } from "vitest";
import { plainDate } from "../kernel/plain-date.ts";
import type { GuardFacts } from "./facts.ts";
import { evaluateGuards } from "./guards.ts";
import { appealOn } from "./look-up.ts";
import { readCalendar, readLaw } from "./testing/law-files.ts";

const law = readLaw();
const calendar = readCalendar();

function found(command: string, on: string, facts: GuardFacts) {
  const day = plainDate(on);
  return evaluateGuards(law, command, facts, { on: day, today: day, calendar });
}

describe("a demand for a decision (C-07)", () => {
  const applied = { "application.on": plainDate("2026-02-28") };
  const keys = (on: string, facts: GuardFacts) =>
    found("decision.demand", on, facts).map(({ id }) => id);

  test("may be made on the day six months after the application, not before", () => {
    expect(keys("2026-08-28", applied)).toEqual([]);
    expect(keys("2026-08-27", applied)).toEqual(["law.C-07.demand-too-early"]);
    expect(keys("2026-08-28", {})).toEqual(["law.C-07.demand-too-early"]);
  });

  test("is tried once", () => {
    expect(keys("2026-08-28", { ...applied, "decision.demanded": true })).toEqual([
      "law.C-07.demand-again",
    ]);
  });
});

describe("violence in a report and the police (A-12)", () => {
  const asks = (facts: GuardFacts) =>
    found("basis.sign", "2026-05-04", facts).filter(({ ruleId }) => ruleId === "A-12");

  test("is asked before the basis is final, and a reason is enough", () => {
    expect(asks({ "matter.violence": true })).toMatchObject([
      { severity: "warn", section: "10 kap. 21 § OSL" },
    ]);
    expect(asks({ "matter.violence": true, "police.considered": true })).toEqual([]);
    expect(asks({ "matter.violence": false })).toEqual([]);
  });
});

describe("the table of appeals (C-08)", () => {
  test.each([
    ["consent-replaced", "2026-05-04", "FB 6:13 a"],
    ["sheltered-placement", "2026-05-04", "LPBS 9:1"],
    ["private-home-consent", "2026-05-04", "SoL25 35:1"],
    ["open-measure", "2026-05-04", "SoL25 35:1"],
  ])("%s can be appealed by %s as %s says", (decision, on, short) => {
    expect(appealOn(law, decision, plainDate(on))).toMatchObject({
      appealable: "appeal",
      text: "appeal.how",
      short,
    });
  });

  test("a measure without assessment is for the review of legality, an opening for nobody", () => {
    const on = plainDate("2026-05-04");
    expect(appealOn(law, "measure-without-assessment", on)?.appealable).toBe("legality-review");
    expect(appealOn(law, "open-investigation", on)?.appealable).toBe("not");
  });
});
