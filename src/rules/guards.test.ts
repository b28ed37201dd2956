import { describe, expect, test } from "vitest";
import { plainDate } from "../kernel/plain-date.ts";
import type { GuardFacts } from "./facts.ts";
import { guardedCommands } from "./fact-names.ts";
import { evaluateGuards } from "./guards.ts";
import { readCalendar, readLaw } from "./testing/law-files.ts";

const law = readLaw();
const calendar = readCalendar();

/** What stops, or asks for a reason; what is only told has tests of its own. */
function found(command: string, on: string, facts: GuardFacts): string[] {
  const day = plainDate(on);
  return evaluateGuards(law, command, facts, { on: day, today: day, calendar })
    .filter(({ severity }) => severity !== "tell")
    .map(({ id, severity }) => (severity === "block" ? id : `${id} (warn)`));
}

describe("the report and its protection assessment", () => {
  const received: GuardFacts = {
    "command.hasContent": true,
    "command.reporterClass": "duty-general",
  };
  const done: GuardFacts = {
    "actor.qualified": true,
    "command.hasReasons": true,
    "command.outcome": "no-immediate-need",
    "report.arrivedOn": plainDate("2026-04-08"),
  };

  test("a report needs its content, and the class of a reporter who is not anonymous", () => {
    expect(found("report.receive", "2026-04-08", received)).toEqual([]);
    expect(
      found("report.receive", "2026-04-08", { ...received, "command.reporterClass": undefined }),
    ).toEqual(["law.A-01.reporter-class"]);
    expect(
      found("report.receive", "2026-04-08", {
        "command.hasContent": true,
        "command.reporterAnonymous": true,
      }),
    ).toEqual([]);
    expect(found("report.receive", "2026-04-08", { "command.reporterClass": "private" })).toEqual([
      "law.A-01.content",
    ]);
  });

  test("an assessment needs outcome, reasons and a qualified officer", () => {
    expect(found("protection.assess", "2026-04-08", done)).toEqual([]);
    expect(found("protection.assess", "2026-04-08", {})).toEqual([
      "law.N-01.qualified",
      "law.A-03.reasons",
      "law.A-03.outcome",
    ]);
  });

  test("made the day after it asks for a reason, unless marked as late in the day", () => {
    expect(found("protection.assess", "2026-04-09", done)).toEqual([
      "law.A-03.late-without-mark (warn)",
    ]);
    expect(
      found("protection.assess", "2026-04-09", { ...done, "command.lateArrival": true }),
    ).toEqual([]);
  });
});

describe("extension of the preliminary assessment (A-05)", () => {
  const inTime: GuardFacts = {
    "command.reason": "police-interview",
    "command.hasReasons": true,
    "command.until": plainDate("2026-03-23"),
    "preliminary.endsOn": plainDate("2026-03-16"),
    "preliminary.latestOn": plainDate("2026-03-16"),
  };

  test("V13: in time and for an exceptional reason passes", () => {
    expect(found("preliminary.extend", "2026-03-13", inTime)).toEqual([]);
    expect(found("preliminary.extend", "2026-03-16", inTime)).toEqual([]);
  });

  test("V15: after the end is refused", () => {
    expect(found("preliminary.extend", "2026-03-18", inTime)).toEqual(["law.A-05.after-the-end"]);
  });

  test.each(["staff", "workload", undefined])("for the reason %s is refused", (reason) => {
    expect(
      found("preliminary.extend", "2026-03-13", { ...inTime, "command.reason": reason }),
    ).toEqual(["law.A-05.reason-not-exceptional"]);
  });

  test("needs a day after the present end, and the reasons in words", () => {
    const short = { ...inTime, "command.until": plainDate("2026-03-16") };
    expect(found("preliminary.extend", "2026-03-13", short)).toEqual(["law.A-05.until-not-later"]);
    const bare = { ...inTime, "command.until": undefined, "command.hasReasons": false };
    expect(found("preliminary.extend", "2026-03-13", bare)).toEqual([
      "law.A-05.reason-text",
      "law.A-05.until-missing",
    ]);
  });
});

describe("opening, not opening, linking", () => {
  const assessed: GuardFacts = {
    "report.kind": "report",
    "protection.assessed": true,
    "command.hasReasons": true,
  };
  const notOpen: GuardFacts = {
    ...assessed,
    "command.hasRisk": true,
    "preliminary.childTookPart": true,
    "preliminary.reportMeeting": "offered-declined",
    "report.reporterClass": "duty-general",
  };

  test("wait for the protection assessment of a report, not of an application", () => {
    expect(found("investigation.open", "2026-03-10", assessed)).toEqual([]);
    expect(
      found("investigation.open", "2026-03-10", { ...assessed, "protection.assessed": false }),
    ).toEqual(["law.A-03.not-assessed"]);
    expect(found("investigation.open", "2026-03-10", { "command.hasReasons": true })).toEqual([]);
  });

  test("a running investigation takes the report, and only a running one", () => {
    expect(
      found("investigation.open", "2026-03-10", { ...assessed, "investigation.open": true }),
    ).toEqual(["law.A-04.already-open"]);
    expect(found("report.link", "2026-03-10", { "investigation.open": true })).toEqual([]);
    expect(found("report.link", "2026-03-10", {})).toEqual(["law.A-04.nothing-to-link-to"]);
  });

  test("a violence mark asks for a confirmation when none is opened", () => {
    expect(found("investigation.not-open", "2026-03-10", notOpen)).toEqual([]);
    const violent = { ...notOpen, "report.violence": true };
    expect(found("investigation.not-open", "2026-03-10", violent)).toEqual([
      "law.A-06.violence-not-opened (warn)",
    ]);
    const confirmed = { ...violent, "command.violenceConfirmed": true };
    expect(found("investigation.not-open", "2026-03-10", confirmed)).toEqual([]);
  });

  test("not opening needs reasons and the judged risk, and asks why the child was not heard", () => {
    const bare: GuardFacts = { "protection.assessed": true, "report.kind": "report" };
    expect(found("investigation.not-open", "2026-03-10", bare)).toEqual([
      "law.A-07.reasons",
      "law.A-07.risk",
      "law.A-07.child-not-heard (warn)",
    ]);
    const explained = {
      ...notOpen,
      "preliminary.childTookPart": false,
      "preliminary.hasParticipationReason": true,
    };
    expect(found("investigation.not-open", "2026-03-10", explained)).toEqual([]);
  });

  test.each([
    ["2026-03-01", []],
    ["2026-02-28", ["law.B-02.reopened-soon (warn)"]],
  ])("opening on %s after one that closed on 30 December gives %j", (on, expected) => {
    const facts = { ...assessed, "investigation.previousClosedOn": plainDate("2025-12-30") };
    expect(found("investigation.open", on, facts)).toEqual(expected);
  });
});

describe("feedback and requests", () => {
  test.each(["duty-general", "duty-counselling", "duty-ombudsman"])(
    "feedback to %s passes",
    (reporterClass) => {
      const facts = { "report.reporterClass": reporterClass, "report.decided": true };
      expect(found("feedback.give", "2026-03-12", facts)).toEqual([]);
    },
  );

  test.each(["private", "own-knowledge", undefined])(
    "feedback to %s is refused, also under the old act",
    (each) => {
      const facts = { "report.reporterClass": each, "report.decided": true };
      expect(found("feedback.give", "2025-06-03", facts)).toEqual([
        "law.A-09.no-right-to-feedback",
      ]);
    },
  );

  test("a request under the duty to give information needs an open investigation or consent", () => {
    expect(found("consultation.request", "2026-03-12", {})).toEqual([
      "law.B-05.no-open-investigation",
    ]);
    expect(found("consultation.request", "2026-03-12", { "investigation.open": true })).toEqual([]);
    expect(found("consultation.request", "2026-03-12", { "command.withConsent": true })).toEqual(
      [],
    );
  });

  test("a talk with the child alone before an investigation asks for a reason", () => {
    const alone: GuardFacts = { "command.withChild": true, "command.alone": true };
    expect(found("talk.sign", "2026-03-12", alone)).toEqual(["law.B-06.child-alone (warn)"]);
    expect(found("talk.sign", "2026-03-12", { ...alone, "investigation.open": true })).toEqual([]);
    expect(found("talk.sign", "2026-03-12", { ...alone, "command.guardianConsent": true })).toEqual(
      [],
    );
    expect(found("talk.sign", "2026-03-12", { ...alone, "followUp23.open": true })).toEqual([]);
  });
});

describe("what the law calls the rule that day", () => {
  test.each([
    ["2025-06-30", "11 kap. 1 a § SoL (2001:453)"],
    ["2025-07-01", "20 kap. 2 § SoL"],
  ])("on %s is %s", (on, section) => {
    const day = plainDate(on);
    const problems = evaluateGuards(
      law,
      "preliminary.extend",
      {},
      { on: day, today: day, calendar },
    );
    const refused = problems.find(({ id }) => id === "law.A-05.reason-not-exceptional");
    expect(refused).toMatchObject({
      ruleId: "A-05",
      section,
      pointer: "/reason",
      severity: "block",
    });
    expect(refused?.text?.sv).toContain("synnerliga skäl");
  });

  test("signed records are never removed or changed, drafts may be", () => {
    for (const command of ["record.delete", "record.change"]) {
      expect(found(command, "2023-05-02", { "record.signed": true })).toEqual([
        "law.M-03.signed-record",
      ]);
      expect(found(command, "2026-05-02", { "record.signed": false })).toEqual([]);
    }
  });

  test("every act that can be guarded has a guard now", () => {
    expect(guardedCommands.filter((command) => !law.guards.has(command))).toEqual([]);
  });
});
