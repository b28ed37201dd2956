import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainDate } from "../kernel/plain-date.ts";
import { guardFacts } from "./facts.ts";
import type { GuardFacts } from "./facts.ts";
import { guardedCommands } from "./fact-names.ts";
import { evaluateGuards } from "./guards.ts";
import { readCalendar, readLaw } from "./testing/law-files.ts";

const law = readLaw();
const calendar = readCalendar();

function found(command: string, on: string, facts: GuardFacts): string[] {
  const day = plainDate(on);
  const all = evaluateGuards(law, command, facts, { on: day, today: day, calendar });
  return all.filter(({ severity }) => severity !== "tell").map(({ id }) => id);
}

const complete: GuardFacts = {
  "command.hasDecider": true,
  "command.hasWording": true,
  "command.hasReasons": true,
  "command.hasLegalBasis": true,
};

describe("extension of the investigation (B-03)", () => {
  const inTime: GuardFacts = {
    "investigation.open": true,
    "investigation.endsOn": plainDate("2026-05-16"),
    "investigation.firstEndsOn": plainDate("2026-05-16"),
    "investigation.latestOn": plainDate("2026-05-18"),
    "investigation.extensions": 0,
    "command.reason": "police",
    "command.until": plainDate("2026-07-15"),
  };

  test("for a set time, a special reason and in time passes", () => {
    expect(found("investigation.extend", "2026-05-11", inTime)).toEqual([]);
    expect(found("investigation.extend", "2026-05-18", inTime)).toEqual([]);
  });

  test.each([
    ["V36: without an end day", { "command.until": undefined }, "2026-05-11", "until-missing"],
    [
      "to a day that is no later",
      { "command.until": plainDate("2026-05-16") },
      "2026-05-11",
      "until-not-later",
    ],
    ["for workload", { "command.reason": "workload" }, "2026-05-11", "reason-not-special"],
    ["after the last lawful day", {}, "2026-05-19", "after-the-end"],
    ["of nothing", { "investigation.open": false }, "2026-05-11", "no-open-investigation"],
    ["a second time", { "investigation.extensions": 1 }, "2026-05-11", "again"],
    ["of more than two months", { "command.until": plainDate("2026-07-17") }, "2026-05-11", "long"],
  ])("%s does not", (_, change, on, key) => {
    expect(found("investigation.extend", on, { ...inTime, ...change })).toEqual([
      `law.B-03.${key}`,
    ]);
  });
});

describe("communication before the decision (C-01)", () => {
  const open: GuardFacts = {
    ...complete,
    "investigation.open": true,
    "command.type": "close-without-measure",
  };
  const sent: GuardFacts = { ...open, "communication.allDone": true };

  test("is needed, and the answer time must have ended", () => {
    expect(found("decision.make", "2026-06-17", open)).toEqual(["law.C-01.not-communicated"]);
    expect(found("decision.make", "2026-06-17", sent)).toEqual(["law.C-01.answer-time-running"]);
    const heard = { ...sent, "communication.allAnsweredOrExpired": true };
    expect(found("decision.make", "2026-06-17", heard)).toEqual([]);
  });

  test("is not asked for with a reasoned exception, outside an investigation, or for a small decision", () => {
    expect(
      found("decision.make", "2026-06-17", { ...open, "communication.exception": true }),
    ).toEqual([]);
    expect(found("decision.make", "2026-06-17", { ...open, "investigation.open": false })).toEqual(
      [],
    );
    expect(found("decision.make", "2026-06-17", { ...open, "command.type": "other" })).toEqual([]);
  });

  test("and a final basis and a decision are needed to close", () => {
    const informed = {
      "investigation.open": true,
      "investigation.informedOrReason": true,
      "actor.qualified": true,
    };
    expect(found("investigation.close", "2025-11-20", informed)).toEqual([
      "law.C-01.not-communicated",
      "law.B-02.basis-not-signed",
      "law.B-02.no-decision",
    ]);
    const done = { "communication.allDone": true, "communication.allAnsweredOrExpired": true };
    const decided = { "basis.signed": true, "decision.made": true };
    expect(
      found("investigation.close", "2025-12-19", { ...informed, ...done, ...decided }),
    ).toEqual([]);
  });

  test("a transfer closes only where the other municipality has agreed (B-09)", () => {
    const transfer: GuardFacts = {
      "investigation.open": true,
      "investigation.informedOrReason": true,
      "actor.qualified": true,
      "command.isTransfer": true,
    };
    expect(found("investigation.close", "2025-03-06", transfer)).toEqual(["law.B-09.no-agreement"]);
    expect(
      found("investigation.close", "2025-03-22", { ...transfer, "transfer.agreed": true }),
    ).toEqual([]);
  });
});

describe("consent to a measure (D-05, D-06, D-07)", () => {
  const born = plainDate("2014-05-10");
  const measure: GuardFacts = {
    ...complete,
    "command.type": "open-measure",
    "command.favourable": true,
    "child.birthDate": born,
    "guardians.count": 2,
  };

  test("V69: under twelve the guardians decide; from the twelfth birthday the child's consent can do", () => {
    const willing = { ...measure, "command.childConsents": true };
    expect(found("decision.make", "2026-05-09", willing)).toEqual(["law.D-05.under-12"]);
    expect(found("decision.make", "2026-05-10", willing)).toEqual([]);
    expect(found("decision.make", "2026-05-10", measure)).toEqual(["law.D-05.12-14"]);
    expect(
      found("decision.make", "2026-05-09", { ...measure, "command.guardiansAllConsent": true }),
    ).toEqual([]);
  });

  test("from fifteen the child may also ask for it", () => {
    expect(found("decision.make", "2029-05-10", { ...measure, "command.childAsks": true })).toEqual(
      [],
    );
    expect(found("decision.make", "2029-05-10", measure)).toEqual(["law.D-05.15-17"]);
    expect(found("decision.make", "2032-05-10", measure)).toEqual([]);
  });

  test("an unknown age counts as the youngest, and the old act knew only fifteen until July 2023", () => {
    const unknown = { ...measure, "child.birthDate": undefined, "command.childConsents": true };
    expect(found("decision.make", "2026-05-10", unknown)).toEqual(["law.D-05.under-12"]);
    const older = {
      ...measure,
      "child.birthDate": plainDate("2010-01-01"),
      "command.childConsents": true,
    };
    expect(found("decision.make", "2023-06-30", older)).toEqual(["law.D-05.under-15"]);
    expect(found("decision.make", "2023-07-01", older)).toEqual([]);
  });

  test("care outside the home always needs the guardians, and from fifteen the child too", () => {
    const care: GuardFacts = {
      ...measure,
      "command.type": "care-outside-home",
      "command.placementForm": "family-home",
      "child.birthDate": plainDate("2010-01-01"),
    };
    expect(
      found("decision.make", "2026-01-20", { ...care, "command.childConsents": true }),
    ).toEqual(["law.D-05.placement"]);
    expect(
      found("decision.make", "2026-01-20", { ...care, "command.guardiansAllConsent": true }),
    ).toEqual(["law.D-08.child-15"]);
    const unaccompanied = { ...care, "guardians.count": 0, "command.childConsents": true };
    expect(found("decision.make", "2026-01-20", unaccompanied)).toEqual([]);
  });

  test("a measure without assessment needs the guardians until fifteen", () => {
    const light = { ...measure, "command.type": "measure-without-assessment" };
    expect(found("decision.make", "2029-05-09", light)).toEqual(["law.D-06.under-15"]);
    expect(found("decision.make", "2029-05-10", light)).toEqual([]);
  });

  test("one guardian's consent is replaced only beside another's, and never for a placement", () => {
    const replaced = {
      ...measure,
      "command.type": "consent-replaced",
      "command.guardiansConsenting": 1,
    };
    expect(found("decision.make", "2026-06-25", replaced)).toEqual([]);
    expect(
      found("decision.make", "2026-06-25", { ...replaced, "command.guardiansConsenting": 0 }),
    ).toEqual(["law.D-07.no-consenting-guardian"]);
    expect(found("decision.make", "2026-06-25", { ...replaced, "guardians.count": 1 })).toEqual([
      "law.D-07.not-two-guardians",
    ]);
    expect(
      found("decision.make", "2026-06-25", { ...replaced, "command.placementForm": "family-home" }),
    ).toEqual(["law.D-07.placement"]);
  });

  test.each([
    ["2026-01-20", "2010-01-21", false, "law.F-13.under-16"],
    ["2026-01-20", "2010-01-20", false, "law.F-13.special-reasons"],
    ["2026-01-20", "2010-01-20", true, undefined],
    ["2026-01-20", "2008-01-20", false, undefined],
    ["2026-01-20", "2005-01-20", false, "law.F-13.over-20"],
  ])(
    "supported housing decided on %s for a child born %s, special reasons %s: %s",
    (on, birth, reasons, id) => {
      const housing: GuardFacts = {
        ...complete,
        "command.type": "care-outside-home",
        "command.favourable": true,
        "command.placementForm": "supported-housing",
        "command.level": "committee",
        "command.guardiansAllConsent": true,
        "command.childConsents": true,
        "command.hasSpecialReasons": reasons,
        "child.birthDate": plainDate(birth),
      };
      expect(found("decision.make", on, housing)).toEqual(id === undefined ? [] : [id]);
    },
  );
});

describe("follow-up of the child's situation (J-01, J-02) and competence (N-01)", () => {
  const facts: GuardFacts = { "actor.qualified": true, "child.birthDate": plainDate("2014-05-10") };

  test("comes after an investigation without a measure", () => {
    expect(found("follow-up-23.decide", "2026-06-25", facts)).toEqual([]);
    expect(
      found("follow-up-23.decide", "2026-06-25", {
        ...facts,
        "investigation.measureGranted": true,
      }),
    ).toEqual(["law.J-01.measure-decided"]);
    expect(
      found("follow-up-23.decide", "2026-06-25", { ...facts, "command.withoutConsent": true }),
    ).toEqual(["law.J-01.particular-need"]);
  });

  test("after a placement it is for children, and not for supported housing", () => {
    const after = { ...facts, "command.after": "placement", "placement.form": "supported-housing" };
    const adult = { ...after, "child.birthDate": plainDate("2008-03-10") };
    expect(found("follow-up-23.decide", "2026-08-31", adult)).toEqual([
      "law.J-02.adult",
      "law.J-02.placement-form",
    ]);
    expect(
      found("follow-up-23.decide", "2026-08-31", { ...after, "placement.form": "family-home" }),
    ).toEqual([]);
  });

  test("is not for an assistant", () => {
    expect(found("measure.follow-up", "2026-02-10", { "actor.qualified": false })).toEqual([
      "law.N-01.qualified",
    ]);
    expect(
      found("investigation.open", "2026-02-10", {
        "command.hasReasons": true,
        "command.investigatorQualified": false,
      }),
    ).toEqual(["law.N-01.investigator"]);
  });

  test("public authority is not left to a provider", () => {
    const provider = { ...complete, "actor.role": "provider" };
    expect(found("decision.make", "2026-02-10", provider)).toEqual(["law.N-05.provider"]);
  });
});

describe("every guard", () => {
  const names = Object.keys(guardFacts);

  test("answers any facts without failing, and tells what to do in both languages", () => {
    const value = fc.oneof(
      fc.boolean(),
      fc.integer(),
      fc.constantFrom("open-measure", "2020-02-29", "x"),
      fc.constant(null),
    );
    const facts = fc.dictionary(fc.constantFrom(...names), value);
    fc.assert(
      fc.property(facts, fc.constantFrom(...guardedCommands), (given, command) => {
        const day = plainDate("2026-11-22");
        for (const each of evaluateGuards(law, command, given, { on: day, today: day, calendar })) {
          expect(each.text?.sv).toMatch(/[.]$/);
          expect(each.text?.en).toMatch(/[.]$/);
          expect(each.section).toBeTruthy();
        }
      }),
    );
  });
});
