import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addYears, datePartsOf, plainDate, plainDateOfDayNumber } from "../kernel/plain-date.ts";
import { followupRetention, inResearchSample, retentionOf } from "./retention.ts";
import type { Retention, RetentionFacts } from "./retention.ts";
import { readLaw } from "./testing/law-files.ts";

const law = readLaw();
const ELSEWHERE = "0480";

function of(more: Partial<RetentionFacts> = {}): Retention {
  return retentionOf(law, {
    today: plainDate("2031-06-01"),
    municipality: ELSEWHERE,
    birthDate: plainDate("2016-06-21"),
    lastEntryOn: plainDate("2026-09-12"),
    open: false,
    kind: "investigation",
    closedOn: plainDate("2026-09-12"),
    facts: [],
    granted: [],
    ...more,
  });
}

function told({ decision, rule, earliest, latest }: Retention) {
  return [decision, rule?.row.id, earliest, latest];
}

describe("how long a matter is kept", () => {
  test("a report without investigation: five years after the last entry, done by the end of the next year", () => {
    expect(told(of({ kind: "not-opened" }))).toEqual([
      "destroy",
      "M-05",
      "2031-09-12",
      "2032-12-31",
    ]);
    expect(told(of({ kind: "other" }))).toEqual(["destroy", "M-07", "2031-09-12", "2032-12-31"]);
    expect(told(of({ kind: "not-opened", open: true }))).toEqual([
      "destroy",
      "M-05",
      undefined,
      undefined,
    ]);
  });

  test("an investigation: until the child is thirty, unless it was closed before the rule", () => {
    expect(told(of())).toEqual(["destroy", "M-06", "2046-06-21", undefined]);
    const born = { birthDate: plainDate("2024-02-29") };
    const at = (closedOn: string) => told(of({ ...born, closedOn: plainDate(closedOn) }));
    expect(at("2026-01-15")).toEqual(["destroy", "M-06", "2054-02-28", undefined]);
    expect(at("2026-01-14")).toEqual(["destroy", "M-07", "2031-09-12", "2032-12-31"]);
  });

  test("one who is told of at twenty-eight is kept for five years more all the same", () => {
    const late = of({ lastEntryOn: plainDate("2044-03-01") });
    expect(late.earliest).toBe("2049-03-01");
  });

  test("kept for ever: a placement, begun or granted, and the research sample", () => {
    const keeps = (more: Partial<RetentionFacts>) => told(of(more)).slice(0, 3);
    expect(keeps({ facts: ["placement.started"] })).toEqual(["keep", "M-08", undefined]);
    expect(keeps({ granted: ["care-outside-home"] })).toEqual(["keep", "M-08", undefined]);
    expect(keeps({ granted: ["open-measure"] })[0]).toBe("destroy");
    for (const municipality of ["0580", "0980", "2280", "1480"]) {
      expect(keeps({ municipality, kind: "not-opened" })).toEqual(["keep", "M-09", undefined]);
    }
    expect(keeps({ birthDate: plainDate("2010-05-15") })).toEqual(["keep", "M-09", undefined]);
    expect(keeps({ municipality: "1481" })[0]).toBe("destroy");
  });

  test("what is not known is said", () => {
    const { birthDate: _born, municipality: _where, ...rest } = base();
    const { decision, earliest, lacks } = retentionOf(law, rest);
    expect({ decision, earliest }).toEqual({ decision: "destroy", earliest: undefined });
    expect(lacks).toEqual(["birth-date", "municipality"]);
  });

  test("a row of follow-up: five years after the circumstances ended", () => {
    const rule = followupRetention(law, plainDate("2032-01-01"), plainDate("2026-02-28"));
    expect([rule?.earliest, rule?.latest]).toEqual(["2031-02-28", "2032-12-31"]);
  });
});

function base(): RetentionFacts {
  return {
    today: plainDate("2031-06-01"),
    municipality: ELSEWHERE,
    birthDate: plainDate("2016-06-21"),
    lastEntryOn: plainDate("2026-09-12"),
    open: false,
    kind: "investigation",
    closedOn: plainDate("2026-09-12"),
    facts: [],
    granted: [],
  };
}

const first = 739_000;
const day = fc.integer({ min: first, max: first + 20_000 }).map((n) => plainDateOfDayNumber(n));
const anything: fc.Arbitrary<RetentionFacts> = fc.record(
  {
    today: day,
    municipality: fc.constantFrom("0480", "0580", "0980", "1480", "1481", "2281"),
    birthDate: day,
    lastEntryOn: day,
    open: fc.boolean(),
    kind: fc.constantFrom("not-opened", "investigation", "other"),
    closedOn: day,
    facts: fc.subarray(["placement.started", "decision.made", "custody-agreement.approved"]),
    granted: fc.subarray(["care-outside-home", "open-measure"]),
  },
  { requiredKeys: ["today", "lastEntryOn", "open", "kind", "facts", "granted"] },
);

describe("whatever is on record", () => {
  test("nothing is destroyed within five years of the last entry, nor before the days of any rule", () => {
    fc.assert(
      fc.property(anything, (facts) => {
        const { decision, earliest, latest, rules } = retentionOf(law, facts);
        if (decision === "keep") {
          expect([earliest, latest]).toEqual([undefined, undefined]);
          return;
        }
        if (earliest === undefined) return;
        if (!facts.open) expect(earliest >= addYears(facts.lastEntryOn, 5)).toBe(true);
        for (const rule of rules) expect(earliest >= (rule.earliest ?? "")).toBe(true);
      }),
    );
  });

  test("the sample and placements are never destroyed, and more on record never shortens a time", () => {
    fc.assert(
      fc.property(anything, (facts) => {
        const now = retentionOf(law, facts);
        const placed = retentionOf(law, { ...facts, facts: [...facts.facts, "placement.started"] });
        expect(placed.decision).toBe("keep");
        const born = facts.birthDate;
        const sampled = born !== undefined && [5, 15, 25].includes(datePartsOf(born).day);
        if (sampled || inResearchSample(law, facts)) expect(now.decision).toBe("keep");
      }),
    );
  });
});
