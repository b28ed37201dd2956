import { describe, expect, test } from "vitest";
import { parseInstant } from "../kernel/instant.ts";
import { clockOf, clocksOf, fact, statusOf } from "./testing/clock-case.ts";

const at = (text: string) => parseInstant(`${text}:00Z`)!;
const report = (on: string, data: Readonly<Record<string, string | boolean>> = {}) =>
  fact("report.received", on, { report: "report-1", data });
const assessed = (on: string, lateArrival = false) =>
  fact("protection.assessed", on, { report: "report-1", data: { lateArrival } });
const rules = (clocks: readonly { readonly ruleId: string }[]) =>
  clocks.map((clock) => clock.ruleId);

describe("the protection assessment (A-03)", () => {
  test("is met the same day, under the law of that day", () => {
    const clock = clockOf("A-03", report("2025-06-17"), assessed("2025-06-17"));
    expect(clock).toMatchObject({
      status: "met",
      metOn: "2025-06-17",
      lawShort: "SoL01 11:1 a",
      severity: "A",
    });
  });

  test("of a report late in the day may be made the day after, where it is marked so", () => {
    const facts = [report("2026-04-08"), assessed("2026-04-09", true)];
    expect(statusOf("A-03", "2026-05-01", ...facts)).toBe("metWithinGrace");
    expect(clockOf("A-03", ...facts).legalLatest).toBe("2026-04-09");
  });

  test.each([
    ["2026-04-09", false, "late"],
    ["2026-04-10", true, "late"],
  ])("made on %s with the mark %s is %s", (on, mark, status) => {
    expect(statusOf("A-03", "2026-05-01", report("2026-04-08"), assessed(on, mark))).toBe(status);
  });

  test("is due on a Sunday too, and missed when nothing was done", () => {
    expect(statusOf("A-03", "2026-03-08", report("2026-03-08"))).toBe("open");
    expect(statusOf("A-03", "2026-03-09", report("2026-03-08"))).toBe("missed");
  });

  test("counts from the day the letter was found, the fourteen days from the day it is deemed to have come", () => {
    const letter = report("2026-03-09", { deemedOn: "2026-03-06" });
    expect(clockOf("A-03", letter).nominal).toBe("2026-03-09");
    expect(clockOf("A-04", letter)).toMatchObject({ from: "2026-03-06", nominal: "2026-03-20" });
  });

  test("is asked of reports only, not of applications", () => {
    const asked = (received: ReturnType<typeof fact>) =>
      rules(clocksOf(received)).filter((rule) => rule === "A-03" || rule === "A-04");
    expect(asked(fact("application.received", "2026-03-02"))).toEqual([]);
    expect(asked(report("2026-03-02", { kind: "application" }))).toEqual([]);
    expect(asked(report("2026-03-02", { kind: "report" }))).toEqual(["A-03", "A-04"]);
  });
});

describe("the preliminary assessment (A-04) and its extension (A-05)", () => {
  const first = report("2026-03-02");
  const extended = (on: string, until: string) =>
    fact("preliminary.extended", on, { report: "report-1", data: { until } });
  const opened = (on: string) =>
    fact("investigation.opened", on, { report: "report-1", investigation: "investigation-1" });

  test("V10: no fourteen days run when an investigation was open at arrival", () => {
    const facts = [
      fact("investigation.opened", "2026-04-01", { investigation: "investigation-0" }),
      report("2026-05-04"),
      fact("report.linked", "2026-05-04", { report: "report-1" }),
    ];
    expect(statusOf("A-04", "2026-06-30", ...facts)).toBe("notApplicable");
    expect(statusOf("A-03", "2026-05-04", ...facts)).toBe("open");
  });

  test("run when the earlier investigation had closed, also the same morning", () => {
    const facts = [
      fact("investigation.opened", "2026-04-01", { investigation: "investigation-0" }),
      fact("investigation.closed", "2026-05-04", {
        investigation: "investigation-0",
        at: at("2026-05-04T08:00"),
      }),
      report("2026-05-04"),
    ];
    expect(statusOf("A-04", "2026-05-05", ...facts)).toBe("open");
  });

  test("V13: an extension in time moves the end, and is met by the decision", () => {
    const facts = [first, extended("2026-03-13", "2026-03-23"), opened("2026-03-23")];
    expect(statusOf("A-04", "2026-04-30", ...facts)).toBe("extended");
    expect(statusOf("A-05", "2026-04-30", ...facts)).toBe("met");
    expect(clockOf("A-05", ...facts)).toMatchObject({
      nominal: "2026-03-23",
      lawShort: "SoL25 20:2",
    });
  });

  test("V15: an extension after the end replaces nothing", () => {
    const facts = [first, extended("2026-03-18", "2026-03-23")];
    expect(statusOf("A-04", "2026-03-18", ...facts)).toBe("missed");
    expect(statusOf("A-05", "2026-03-18", ...facts)).toBe("notApplicable");
    expect(statusOf("A-04", "2026-04-30", ...facts, opened("2026-03-20"))).toBe("late");
  });

  test("a second extension replaces the first only in its time, and never after a late one", () => {
    const again = extended("2026-03-20", "2026-03-30");
    const chain = clocksOf(first, extended("2026-03-13", "2026-03-23"), again);
    expect(chain.filter(({ ruleId }) => ruleId === "A-05").map(({ status }) => status)).toEqual([
      "extended",
      "open",
    ]);
    const broken = clocksOf(first, extended("2026-03-18", "2026-03-23"), again);
    expect(broken.filter(({ ruleId }) => ruleId === "A-05").map(({ status }) => status)).toEqual([
      "not-applicable",
      "not-applicable",
    ]);
  });

  test.each(["investigation.not-opened", "report.linked"])(
    "are met by %s of that report",
    (name) => {
      const other = fact(name, "2026-03-05", { report: "report-2" });
      const own = fact(name, "2026-03-16", { report: "report-1" });
      expect(clockOf("A-04", first, other).status).toBe("open");
      expect(clockOf("A-04", first, other, own)).toMatchObject({
        status: "met",
        metOn: "2026-03-16",
      });
    },
  );

  test("may by interpretation end on the next workday", () => {
    const early = report("2025-12-10");
    const decided = (on: string) => fact("investigation.not-opened", on, { report: "report-1" });
    expect(statusOf("A-04", "2026-02-01", early, decided("2025-12-29"))).toBe("metByRollover");
    expect(clockOf("A-04", early).certainty).toBe("roll-over-interpretation");
    expect(clockOf("A-04", first).certainty).toBe("certain");
  });
});

describe("feedback to the reporter (A-09, A-09b)", () => {
  const school = (wantsFeedback: boolean) =>
    report("2026-03-02", { reporterClass: "duty-general", wantsFeedback });
  const opened = (on: string) =>
    fact("investigation.opened", on, { report: "report-1", investigation: "investigation-1" });
  const asked = (on: string) => fact("feedback.requested", on, { report: "report-1" });
  const given = (on: string) => fact("feedback.given", on, { report: "report-1" });

  test("is due a week after the decision when it was asked for in time", () => {
    expect(clockOf("A-09", school(true), opened("2026-03-12")).nominal).toBe("2026-03-19");
    expect(
      statusOf(
        "A-09",
        "2026-04-01",
        school(false),
        opened("2026-03-12"),
        asked("2026-03-16"),
        given("2026-03-18"),
      ),
    ).toBe("met");
  });

  test("V21: asked for after the week it is due at once", () => {
    const facts = [school(false), opened("2026-03-12"), asked("2026-03-25")];
    expect(rules(clocksOf(...facts))).not.toContain("A-09");
    expect(clockOf("A-09b", ...facts)).toMatchObject({ from: "2026-03-25", nominal: "2026-03-26" });
  });

  test("is due at once when the report joined a running investigation", () => {
    const linked = fact("report.linked", "2026-03-03", { report: "report-1" });
    expect(clockOf("A-09b", school(true), linked).nominal).toBe("2026-03-04");
  });

  test("V24: had no week before 15 January 2026", () => {
    const before = report("2026-01-02", { reporterClass: "duty-general", wantsFeedback: true });
    expect(rules(clocksOf(before, opened("2026-01-08")))).not.toContain("A-09");
  });

  test.each(["private", "own-knowledge"])(
    "is never owed to a reporter of class %s",
    (reporterClass) => {
      const other = report("2026-03-02", { reporterClass, wantsFeedback: true });
      const clocks = rules(clocksOf(other, opened("2026-03-12"), asked("2026-03-25")));
      expect(clocks).not.toContain("A-09");
      expect(clocks).not.toContain("A-09b");
    },
  );

  test("an earlier answer does not meet a later request", () => {
    const facts = [school(false), opened("2026-03-12"), given("2026-03-13"), asked("2026-03-25")];
    expect(statusOf("A-09b", "2026-03-27", ...facts)).toBe("missed");
  });
});
