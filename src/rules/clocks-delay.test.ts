import { describe, expect, test } from "vitest";
import { clockOf, clocksOf, fact, statusOf } from "./testing/clock-case.ts";

const application = (on: string, kind = "application") =>
  fact("report.received", on, { report: `report ${on}`, data: { kind } });
const decided = (on: string) => fact("decision.made", on, { decision: `decision ${on}` });

describe("an application that waits (C-07a)", () => {
  test("gives the party a right after six months, and nobody a missed clock", () => {
    expect(clockOf("C-07a", application("2026-02-28"))).toMatchObject({
      nominal: "2026-08-28",
      legalLatest: "2026-08-28",
    });
    expect(statusOf("C-07a", "2026-08-28", application("2026-02-28"))).toBe("open");
    expect(statusOf("C-07a", "2026-08-29", application("2026-02-28"))).toBe("reached");
  });

  test("is met by a decision and is nothing to a report of concern", () => {
    const facts = [application("2026-02-28"), decided("2026-06-01")];
    expect(statusOf("C-07a", "2026-09-01", ...facts)).toBe("met");
    const reported = clocksOf(application("2026-02-28", "report"));
    expect(reported.map(({ ruleId }) => ruleId)).not.toContain("C-07a");
  });
});

describe("a demand for a decision (C-07b)", () => {
  const demanded = fact("decision.demanded", "2026-11-26");

  test("V75: is decided within four weeks, by the act's own way of counting", () => {
    expect(clockOf("C-07b", demanded)).toMatchObject({
      nominal: "2026-12-24",
      legalLatest: "2026-12-28",
      target: "2026-12-23",
    });
    expect(statusOf("C-07b", "2026-12-29", demanded)).toBe("missed");
  });

  test.each(["decision.made", "demand.refused"])("is met by %s", (name) => {
    expect(statusOf("C-07b", "2027-01-01", demanded, fact(name, "2026-12-10"))).toBe("met");
  });
});
