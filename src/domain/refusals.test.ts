import { describe, expect, test } from "vitest";
import {
  assistant,
  basisContent,
  committee,
  id,
  manager,
  mother,
  worker,
} from "./testing/chain.ts";
import {
  report,
  investigation,
  document,
  decision,
  received,
  assessed,
  opened,
  communicated,
  decisionData,
} from "./testing/story.ts";

describe("what is refused, with the rule that refuses", () => {
  test("opening before the protection assessment (A-03)", () => {
    const outcome = received().give("investigation.open", "2026-03-03T09:00", {
      by: manager,
      ids: { report, investigation },
      data: { outcome: "open", reason: "Oro." },
    });
    expect(outcome.ok).toBe(false);
    expect(outcome.rules).toContain("A-03");
  });

  test("a protection assessment by somebody without the degree (N-01)", () => {
    const outcome = received().give("protection.assess", "2026-03-02T14:00", {
      by: assistant,
      ids: { report },
      data: { assessedAt: "2026-03-02T14:00", outcome: "no-immediate-need", reasons: "Trygg." },
    });
    expect(outcome.ok).toBe(false);
    expect(outcome.rules).toContain("N-01");
  });

  test.each([
    [
      "a reason of resources",
      { until: "2026-03-23", reason: "staff-shortage", reasonText: "Semester." },
    ],
    ["no text", { until: "2026-03-23", reason: "police-interview" }],
    [
      "an end day before the present one",
      { until: "2026-03-10", reason: "police-interview", reasonText: "Förhör." },
    ],
  ])("a longer preliminary assessment with %s (A-05)", (_what, data) => {
    const outcome = assessed().give("preliminary.extend", "2026-03-13T09:00", {
      by: manager,
      ids: { report },
      data,
    });
    expect(outcome.ok).toBe(false);
    expect(outcome.rules).toContain("A-05");
  });

  test("a longer preliminary assessment decided after the end (A-05), but not before it", () => {
    const data = {
      until: "2026-03-23",
      reason: "police-interview",
      reasonText: "Polisförhör hålls den 18 mars.",
    };
    expect(
      assessed().give("preliminary.extend", "2026-03-18T09:00", {
        by: manager,
        ids: { report },
        data,
      }).rules,
    ).toContain("A-05");
    expect(
      assessed().give("preliminary.extend", "2026-03-13T09:00", {
        by: manager,
        ids: { report },
        data,
      }).ok,
    ).toBe(true);
  });

  test("deciding while a party still may answer (C-01)", () => {
    const outcome = communicated().give("decision.make", "2026-05-11T10:00", {
      by: manager,
      ids: { decision },
      data: { ...decisionData, decidedAt: "2026-05-11T10:00" },
    });
    expect(outcome.rules).toContain("C-01");
  });

  test("closing before the basis is signed (B-02)", () => {
    expect(
      communicated().give("investigation.close", "2026-05-20T10:00", {
        data: { result: "granted" },
      }).rules,
    ).toContain("B-02");
  });

  test("a measure against the guardians' will before twelve, but not with the child's consent after (D-05)", () => {
    const against = {
      ...decisionData,
      decidedAt: "2026-05-20T10:00",
      guardianPositions: [{ id: id(922), guardian: mother, position: "opposes" }],
    };
    const young = communicated("2015-02-17").give("decision.make", "2026-05-20T10:00", {
      by: manager,
      ids: { decision },
      data: against,
    });
    expect(young.rules).toContain("D-05");
    const older = communicated("2014-02-17").give("decision.make", "2026-05-20T10:00", {
      by: manager,
      ids: { decision },
      data: against,
    });
    expect(older).toMatchObject({ ok: true });
  });

  test("a decision by somebody the order gives no right", () => {
    const outcome = communicated().give("decision.make", "2026-05-20T10:00", {
      by: worker,
      ids: { decision },
      data: { ...decisionData, decidedAt: "2026-05-20T10:00" },
    });
    expect(outcome.ok).toBe(false);
    expect(outcome.rules).toContain("N-03");
  });

  test("care outside the home by a delegate (F-02), but not by the committee", () => {
    const data = {
      ...decisionData,
      decidedAt: "2026-05-20T10:00",
      type: "care-outside-home",
      placementForm: "family-home",
    };
    expect(
      communicated().give("decision.make", "2026-05-20T10:00", {
        by: manager,
        ids: { decision },
        data,
      }).rules,
    ).toContain("F-02");
    const minuted = communicated().give("decision.make", "2026-05-20T10:00", {
      by: worker,
      ids: { decision, decider: committee.staff },
      data,
    });
    expect(minuted).toMatchObject({ ok: true });
  });

  test("an unknown code, an impossible date and a day before birth, each pointing at its field", () => {
    const unknown = received().give("protection.assess", "2026-03-02T14:00", {
      ids: { report },
      data: { outcome: "fine", reasons: "x" },
    });
    expect(unknown.problems.map((found) => found.pointer)).toContain("/data/outcome");
    const impossible = assessed().give("preliminary.extend", "2026-03-13T09:00", {
      by: manager,
      ids: { report },
      data: { until: "2026-02-30", reason: "police-interview", reasonText: "x" },
    });
    expect(impossible.problems.map((found) => found.pointer)).toContain("/data/until");
    const early = assessed().give("note.sign", "2026-03-13T09:00", {
      data: { occurredAt: "2001-01-01T10:00", text: "x" },
    });
    expect(early.problems[0]).toMatchObject({
      id: "command.time-before-birth",
      pointer: "/data/occurredAt",
    });
    const later = assessed().give("note.sign", "2026-03-13T09:00", {
      data: { occurredAt: "2026-03-14T10:00", text: "x" },
    });
    expect(later.problems[0]).toMatchObject({ id: "command.time-later-than-now" });
  });

  test("a second open investigation, and a report decided twice", () => {
    const chain = opened();
    const again = chain.give("investigation.open", "2026-03-10T09:00", {
      by: manager,
      ids: { report, investigation: id(14) },
      data: { outcome: "open", reason: "x" },
    });
    expect(again.problems.map((found) => found.id)).toContain("report.already-decided");
  });

  test("what the client showed is no longer so (stale)", () => {
    const outcome = communicated().give("basis.sign", "2026-05-20T09:00", {
      ids: { document },
      content: basisContent,
      expect: { basisVersion: 2 },
    });
    expect(outcome.problems.map((found) => found.id)).toContain("command.stale");
  });

  test("good practice stops until a reason is given, and the reason is kept", () => {
    const chain = assessed();
    const command = {
      by: manager,
      ids: { report },
      data: {
        outcome: "not-open",
        reason: "Ingen åtgärd.",
        risk: "Låg.",
        notOpenReason: "no-measure",
      },
    } as const;
    const stopped = chain.give("investigation.not-open", "2026-03-12T09:00", command);
    expect(stopped.ok).toBe(false);
    const reasons = Object.fromEntries(
      stopped.rules.map((rule) => [rule, "Familjen har berättat."]),
    );
    const gone = chain.give("investigation.not-open", "2026-03-12T09:00", { ...command, reasons });
    expect(gone).toMatchObject({ ok: true });
    expect(chain.events.at(-1)?.body.reasons).toEqual(reasons);
  });
});
