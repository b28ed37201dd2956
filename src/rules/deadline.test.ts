import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseLocalDateTime } from "../kernel/instant.ts";
import { plainDate } from "../kernel/plain-date.ts";
import { computeDeadline, computeHours } from "./deadline.ts";
import { ruleOn } from "./look-up.ts";
import { readCalendar, readExamples, readLaw } from "./testing/law-files.ts";
import type { DeadlineRow, Period, Roll } from "./types.ts";

const calendar = readCalendar();
const law = readLaw();

interface Example {
  readonly id: string;
  readonly rule: string;
  readonly on: string;
  readonly nominal: string;
  readonly legalLatest: string;
  readonly target: string;
}
const examples = JSON.parse(readExamples()) as readonly Example[];

function daysOf(period: Period, roll: Roll, on: string, fixedDay?: string) {
  const fixed = fixedDay === undefined ? undefined : plainDate(fixedDay);
  return computeDeadline({ period, roll }, plainDate(on), calendar, fixed);
}

describe("the worked examples", () => {
  test("are all there", () => {
    expect(examples).toHaveLength(27);
  });

  test.each(examples)("$id: $rule from $on", ({ rule, on, nominal, legalLatest, target }) => {
    const row = ruleOn(law, rule, plainDate(on));
    expect(row).toBeDefined();
    expect(computeDeadline(row!, plainDate(on), calendar)).toEqual({
      ok: true,
      value: { nominal, legalLatest, target },
    });
  });
});

describe("periods that are no plain count", () => {
  test("a duty of the same day on a Sunday is due that Sunday", () => {
    expect(daysOf({ n: 0, unit: "day" }, "no", "2026-03-08")).toEqual({
      ok: true,
      value: { nominal: "2026-03-08", legalLatest: "2026-03-08", target: "2026-03-08" },
    });
  });

  test("one workday from a Friday before a holiday Monday is the Tuesday, three times", () => {
    const days = { nominal: "2026-04-07", legalLatest: "2026-04-07", target: "2026-04-07" };
    expect(daysOf({ n: 1, unit: "workday" }, "yes", "2026-04-02")).toEqual({
      ok: true,
      value: days,
    });
  });

  test("a day set by a decision does not move, but is worked to before the weekend", () => {
    expect(daysOf({ fixed: "until" }, "no", "2026-05-11", "2026-07-18")).toEqual({
      ok: true,
      value: { nominal: "2026-07-18", legalLatest: "2026-07-18", target: "2026-07-17" },
    });
    expect(daysOf({ fixed: "until" }, "no", "2026-05-11")).toMatchObject({
      ok: false,
      problems: [{ id: "deadline.day-not-set" }],
    });
  });

  test("31 January 2027 is a Sunday: the list to IVO may come on the Monday", () => {
    expect(daysOf({ monthDay: "01-31", addYears: 0 }, "yes", "2027-01-01")).toMatchObject({
      value: { nominal: "2027-01-31", legalLatest: "2027-02-01", target: "2027-01-29" },
    });
  });

  test("a coordination number goes dormant after the fifth calendar year", () => {
    const row = ruleOn(law, "U-06", plainDate("2021-04-12"));
    expect(computeDeadline(row!, plainDate("2021-04-12"), calendar)).toMatchObject({
      value: { nominal: "2026-12-31" },
    });
  });

  test("the duty to destroy arises five years after the last entry, whatever day that is", () => {
    const row = ruleOn(law, "M-07", plainDate("2020-03-10"));
    expect(computeDeadline(row!, plainDate("2020-03-10"), calendar)).toMatchObject({
      value: { nominal: "2025-03-10", legalLatest: "2025-03-10" },
    });
  });

  test("an investigation of a child is kept until the child is 30, also when born long before", () => {
    const row = ruleOn(law, "M-06", plainDate("2015-06-10"));
    expect(computeDeadline(row!, plainDate("2015-06-10"), calendar)).toMatchObject({
      value: { nominal: "2045-06-10" },
    });
  });

  test("hours are counted as they pass, also over the change to summer time", () => {
    const local = (text: string) => parseLocalDateTime(text)!;
    expect(computeHours(local("2026-11-22T14:00"), 24)).toBe("2026-11-23T14:00");
    expect(computeHours(local("2026-03-28T14:00"), 24)).toBe("2026-03-29T15:00");
    expect(daysOf({ n: 72, unit: "hour" }, "no", "2026-11-22")).toMatchObject({
      problems: [{ id: "deadline.hours" }],
    });
  });
});

/** The same counting written a second time, with the built-in calendar instead of the kernel. */
function independentEnd(on: string, n: number, unit: "day" | "week" | "month" | "year"): string {
  const at = new Date(`${on}T00:00:00Z`);
  if (unit === "day" || unit === "week") {
    at.setUTCDate(at.getUTCDate() + n * (unit === "week" ? 7 : 1));
    return at.toISOString().slice(0, 10);
  }
  const number = at.getUTCDate();
  at.setUTCDate(1);
  at.setUTCMonth(at.getUTCMonth() + (unit === "year" ? 12 * n : n));
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
  at.setUTCDate(Math.min(number, last));
  return at.toISOString().slice(0, 10);
}

const dates = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2060-12-31"), noInvalidDate: true })
  .map((date) => plainDate(date.toISOString().slice(0, 10)));
const units = fc.constantFrom("day", "week", "month", "year");
const rolls = fc.constantFrom<Roll>("yes", "no", "cautious");

describe("every deadline", () => {
  test("ends where an independent count ends, and its days keep their order", () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 40 }), units, rolls, (on, n, unit, roll) => {
        const computed = computeDeadline({ period: { n, unit }, roll }, on, calendar);
        if (!computed.ok) throw new Error("no deadline");
        const { nominal, legalLatest, target } = computed.value;
        expect(nominal).toBe(independentEnd(on, n, unit));
        expect(target <= nominal && nominal <= legalLatest).toBe(true);
        expect(target >= on).toBe(true);
        if (target !== on) expect(calendar.isRestDay(target)).toBe(false);
        expect(roll === "no" ? legalLatest === nominal : !calendar.isRestDay(legalLatest)).toBe(
          true,
        );
      }),
      { numRuns: 2000 },
    );
  });

  test("n workdays pass exactly n days that are not rest days", () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 30 }), (on, n) => {
        const row: Pick<DeadlineRow, "period" | "roll"> = {
          period: { n, unit: "workday" },
          roll: "yes",
        };
        const computed = computeDeadline(row, on, calendar);
        if (!computed.ok) throw new Error("no deadline");
        let workdays = 0;
        for (let day: string = on; day < computed.value.nominal;) {
          day = independentEnd(day, 1, "day");
          if (!calendar.isRestDay(plainDate(day))) workdays += 1;
        }
        expect(workdays).toBe(n);
        expect(calendar.isRestDay(computed.value.nominal)).toBe(false);
      }),
    );
  });
});
