import { describe, expect, test } from "vitest";

import type { MatterState } from "../../domain/akt-state.ts";
import type { Answers } from "../../domain/event.ts";
import { notAsked, notRelevant, reported, valueOf } from "../testing/one-matter.ts";
import { day, id, investigationOf, matterOf, protectionOf, reportOf } from "../testing/states.ts";

describe("a report", () => {
  test.each([
    ["2026-03-10T23:30", "same-day"],
    ["2026-03-11T00:15", "next-day"],
    ["2026-03-12T08:00", "later"],
  ])("assessed %s counts as %s", (assessed, code) => {
    expect(valueOf("AKT-11", [reported(protectionOf(assessed, "no-immediate-need"))])).toBe(code);
  });

  test("counts a letter from the day it is deemed to have arrived", () => {
    const matter = reported({ arrivedOn: day("2026-03-11"), outcomeOn: day("2026-03-25") });
    expect(valueOf("AKT-02", [matter])).toBe("2026-03-11T00:00");
    expect(valueOf("AKT-17", [matter])).toBe(14);
  });

  test("says how the child took part at best, and no reason then", () => {
    const notes = ["unreachable", "observation", "guardian-present", "declined"].map((code) => ({
      on: day("2026-03-12"),
      hasReason: false,
      childParticipation: code,
      guardiansHeard: [],
    }));
    const matter = reported({}, { preliminary: notes });
    expect(valueOf("AKT-13", [matter])).toBe("guardian-present");
    expect(valueOf("AKT-14", [matter])).toEqual(notRelevant);
  });

  test("leaves out what was noted on another report of the matter", () => {
    const note = { on: day("2026-03-12"), hasReason: false, guardiansHeard: [] };
    const preliminary = [{ ...note, report: id("other report"), childParticipation: "alone" }];
    expect(valueOf("AKT-13", [reported({}, { preliminary })])).toEqual(notAsked);
  });

  test("that went to a running investigation has no preliminary assessment", () => {
    const matter = reported({ outcome: "link", outcomeOn: day("2026-03-10") });
    expect(valueOf("AKT-13", [matter])).toEqual(notRelevant);
    expect(valueOf("AKT-16", [matter])).toBe("link");
    expect(valueOf("AKT-17", [matter])).toBe(0);
  });

  test("that waits for its decision lacks what comes with it", () => {
    for (const variable of ["AKT-16", "AKT-17", "AKT-19", "AKT-20"]) {
      expect([variable, valueOf(variable, [reported({})])]).toEqual([variable, notAsked]);
    }
  });

  test("says why more time was decided", () => {
    const extended = { extendedUntil: day("2026-04-07"), extensionReason: "family-unreachable" };
    expect(valueOf("AKT-18", [reported(extended)])).toBe(true);
    expect(valueOf("AKT-18.reason", [reported(extended)])).toBe("family-unreachable");
    expect(valueOf("AKT-18.reason", [reported({})])).toEqual(notRelevant);
  });
});

describe("the meeting with the reporter", () => {
  const meeting = (kind: string, coded: Answers) => ({
    act: id(`${kind} ${Object.keys(coded).join()}`),
    kind,
    on: day("2026-03-12"),
    coded,
  });

  test("counts where it is recorded as an act of its own", () => {
    const acts = [
      meeting("report-meeting.offered", {}),
      meeting("report-meeting.held", {
        reportMeeting: "held",
        childParticipation: "guardian-present",
      }),
    ];
    const matter = reported({ outcome: "open", outcomeOn: day("2026-03-14") }, { acts });
    expect(valueOf("AKT-20", [matter])).toBe("held");
    expect(valueOf("AKT-13", [matter])).toBe("guardian-present");
  });

  test("is none of the preliminary assessment when the report was decided before", () => {
    const acts = [meeting("report-meeting.held", { reportMeeting: "held" })];
    const matter = reported({ outcome: "open", outcomeOn: day("2026-03-11") }, { acts });
    expect(valueOf("AKT-20", [matter])).toBe("not-offered");
  });
});

describe("feedback and report to the police", () => {
  const asked = { coded: { kind: "report", wantsFeedback: true, violence: ["physical"] } };
  const act = (kind: string, coded = {}) => ({
    act: id(kind),
    kind,
    on: day("2026-03-12"),
    coded,
  });

  test("are as they were done last", () => {
    const acts = [
      act("feedback.requested"),
      act("police-report.considered", { policeReport: "made" }),
    ];
    expect(valueOf("AKT-21", [reported(asked, { acts })])).toBe("requested");
    expect(valueOf("AKT-22", [reported(asked, { acts })])).toBe("made");
    const refused = [...acts, act("feedback.refused")];
    expect(valueOf("AKT-21", [reported(asked, { acts: refused })])).toBe("unsuitable");
    const given = [...refused, act("feedback.given")];
    expect(valueOf("AKT-21", [reported(asked, { acts: given })])).toBe("given");
    expect(valueOf("AKT-21.on", [reported(asked, { acts: given })])).toBe("2026-03-12");
  });

  test("are open where violence is suspected and nothing is written", () => {
    expect(valueOf("AKT-21", [reported(asked)])).toBe("requested");
    expect(valueOf("AKT-22", [reported(asked)])).toEqual(notAsked);
  });

  test("need no stand of the police on a report of neglect alone", () => {
    const neglected = { coded: { kind: "report", violence: ["neglect"] } };
    expect(valueOf("AKT-22", [reported(neglected)])).toBe("not-applicable");
    const beaten = { coded: { kind: "report", violence: ["neglect", "physical"] } };
    expect(valueOf("AKT-22", [reported(beaten)])).toEqual(notAsked);
  });

  test("of another report do not count", () => {
    const acts = [act("police-report.considered", { policeReport: "made" })];
    const facts = [
      {
        name: "police-report.considered",
        on: day("2026-03-12"),
        id: id("police-report.considered"),
        matter: id("matter"),
        report: id("other report"),
      },
    ];
    expect(valueOf("AKT-22", [reported(asked, { acts, facts })])).toEqual(notAsked);
  });
});

describe("known before", () => {
  const earlier = (name: string, given: Partial<MatterState>) =>
    matterOf(name, "2024-01-10", {
      reports: [reportOf(`report of ${name}`, "2024-01-10T09:00", { kind: "report" })],
      ...given,
    });

  test.each([
    ["no", []],
    ["ongoing", [earlier("runs", {})]],
    ["ongoing", [earlier("ends later", { closedOn: day("2026-03-11") })]],
    ["closed-within-year", [earlier("ended", { closedOn: day("2025-03-10") })]],
    ["earlier", [earlier("ended long ago", { closedOn: day("2025-03-09") })]],
  ])("is %s", (code, others) => {
    expect(valueOf("AKT-09", [reported({}), ...others])).toBe(code);
  });

  test("counts reports of the last twelve months in every matter, but no applications", () => {
    const other = matterOf("other", "2025-03-10", {
      reports: [
        reportOf("on the day", "2025-03-10T09:00", { kind: "report" }),
        reportOf("too early", "2025-03-09T09:00", { kind: "report" }),
        reportOf("application", "2025-06-01T09:00", { kind: "application" }),
        reportOf("later", "2026-03-10T10:00", { kind: "report" }),
      ],
    });
    expect(valueOf("AKT-10", [reported({}), other])).toBe(1);
  });
});

describe("an application", () => {
  const applied = matterOf("applied", "2025-10-06", {
    reports: [
      reportOf("application 1", "2025-10-06T16:10", { kind: "application", channel: "visit" }),
    ],
    investigation: investigationOf("applied for", "2025-10-06", { byApplication: true }),
  });

  test("has nothing of what is asked of reports", () => {
    expect(valueOf("AKT-01", [applied])).toBe("application");
    for (const variable of ["AKT-04", "AKT-11", "AKT-12", "AKT-13", "AKT-16", "AKT-17", "AKT-18"]) {
      expect([variable, valueOf(variable, [applied])]).toEqual([variable, notRelevant]);
    }
  });
});
