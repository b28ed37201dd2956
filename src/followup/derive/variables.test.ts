import { describe, expect, test } from "vitest";

import type { MatterState, ReportState } from "../../domain/akt-state.ts";
import { readSpecForTests } from "../../domain/testing/read-spec.ts";
import { shippedSettings } from "../testing/read-settings.ts";
import {
  aktOf,
  basisOf,
  day,
  decisionOf,
  id,
  investigationOf,
  matterOf,
  personOf,
  protectionOf,
  reportOf,
} from "../testing/states.ts";
import type { Value } from "../value.ts";
import { deriveEnvOf } from "./env.ts";
import { followupRows, type FollowupRow } from "./rows.ts";

const env = deriveEnvOf(readSpecForTests().pack, shippedSettings());
const notAsked = { missing: "not_asked" };
const notRelevant = { missing: "not_relevant" };

/** The rows of the first matter; the other matters only stand beside it. */
function rowsOf(
  matters: readonly [MatterState, ...MatterState[]],
  child = personOf("alve", "2024-02-29", {}),
): readonly FollowupRow[] {
  const state = aktOf("alve", matters);
  return followupRows(state, matters[0].matter, { child, guardians: [] }, env);
}

function valueOf(
  variable: string,
  matters: readonly [MatterState, ...MatterState[]],
  which: (row: FollowupRow) => boolean = () => true,
): Value | undefined {
  return rowsOf(matters).find((row) => variable in row.values && which(row))?.values[variable];
}

function reported(report: Partial<ReportState>, matter: Partial<MatterState> = {}): MatterState {
  const received = reportOf("report", "2026-03-10T09:00", { kind: "report" }, report);
  return matterOf("matter", "2026-03-10", { reports: [received], ...matter });
}

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

describe("feedback and report to the police", () => {
  const asked = { coded: { kind: "report", wantsFeedback: true, violence: ["neglect"] } };
  const act = (kind: string, coded = {}) => ({
    act: id(kind),
    kind,
    on: day("2026-03-12"),
    coded,
  });

  test("are as they were done last", () => {
    const acts = [act("feedback.requested"), act("police-report.considered", { result: "made" })];
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

  test("of another report do not count", () => {
    const acts = [act("police-report.considered", { result: "made" })];
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

function investigated(
  given: Partial<MatterState>,
  opened: Parameters<typeof investigationOf>[2] = {},
): MatterState {
  return matterOf("matter", "2025-10-22", {
    investigation: investigationOf("inv", "2025-10-31", opened),
    ...given,
  });
}

describe("an investigation", () => {
  const talks = { withChild: 2, alone: 1, homeVisits: 1, adults: [], participation: [] };

  test("of a very young child counts talks as observation", () => {
    const matter = investigated({ talks: { ...talks, participation: ["observation"] } });
    expect(valueOf("UTR-06", [matter])).toBe(2);
    expect(valueOf("UTR-07", [matter])).toBe(1);
    expect(valueOf("UTR-08", [matter])).toBe("observation");
  });

  test("takes the fullest way of talks, notes and the basis", () => {
    const older = personOf("maja", "2016-02-29", {});
    const withTalk = investigated({ talks: { ...talks, alone: 0, participation: ["declined"] } });
    const row = rowsOf([withTalk], older).find((each) => each.kind === "utr");
    expect(row?.values["UTR-08"]).toBe("guardian-present");
    const asked = investigated({ basis: basisOf("b", { childParticipation: "unreachable" }, {}) });
    expect(valueOf("UTR-08", [asked])).toBe("unreachable");
  });

  test("counts extensions and days, and needs no assessment of risk without violence", () => {
    const matter = investigated(
      { reports: [reportOf("calm", "2025-10-22T09:00", { kind: "report", violence: ["none"] })] },
      { extensions: 1, extensionReason: "police", closedOn: day("2026-01-15") },
    );
    expect(valueOf("UTR-02", [matter])).toBe(76);
    expect(valueOf("UTR-03", [matter])).toBe(1);
    expect(valueOf("UTR-03.reason", [matter])).toBe("police");
    expect(valueOf("UTR-18", [matter])).toBe("not-relevant");
    expect(valueOf("UTR-13", [matter])).toBe("not-requested");
  });

  test("of a report of violence lacks the assessment of risk until it is answered", () => {
    const violence = { kind: "report", violence: ["neglect"] };
    const matter = investigated({ reports: [reportOf("hard", "2025-10-22T09:00", violence)] });
    expect(valueOf("UTR-18", [matter])).toEqual(notAsked);
    const basis = basisOf("risk", { violenceRiskAssessment: "yes-with-instrument" }, {});
    expect(valueOf("UTR-18", [{ ...matter, basis }])).toBe("yes-with-instrument");
  });

  test("keeps every way the child was informed in", () => {
    const informed = { way: "picture", understood: "partly" };
    const matter = investigated(
      {},
      { childInformed: informed, childInformedWays: ["oral", "oral"] },
    );
    expect(valueOf("UTR-10.ways", [matter])).toEqual(["oral", "picture"]);
    expect(valueOf("UTR-10.understood", [matter])).toBe("partly");
  });

  test("with a basis that names no factor has none of them, and is not unanswered", () => {
    expect(valueOf("UTR-33", [investigated({ basis: basisOf("empty", {}, {}) })])).toEqual(
      notRelevant,
    );
    expect(valueOf("UTR-33", [investigated({})])).toEqual(notAsked);
  });
});

describe("a decision", () => {
  const closed = { closedOn: day("2026-01-15"), result: "care-order-application" };

  test("carries the result when it was the last before the closing", () => {
    const decisions = [
      decisionOf("temporary", "2025-12-22", {}, { type: "other" }),
      decisionOf("application for care", "2026-01-15", { childPosition: "cannot-express" }),
      decisionOf("situation", "2026-01-15", {}, { type: "follow-up-23" }),
      decisionOf("longer", "2026-05-28", {}),
    ];
    const rows = rowsOf([investigated({ decisions }, closed)]).filter((row) => row.kind === "bes");
    expect(rows.map((row) => row.values["BES-01"])).toEqual([
      notRelevant,
      "care-order-application",
      notRelevant,
      notRelevant,
    ]);
    expect(rows[1]?.values["BES-06"]).toBe("cannot-express");
    expect(rows[1]?.values["BES-09"]).toBe("no");
  });

  test("is not needed for a result: a closing without one has a row", () => {
    const rows = rowsOf([investigated({}, { closedOn: day("2026-01-15"), result: "struck-off" })]);
    const bes = rows.filter((row) => row.kind === "bes");
    expect(bes.map((row) => [row.on, row.values["BES-01"], row.values["BES-05"]])).toEqual([
      ["2026-01-15", "struck-off", notRelevant],
    ]);
  });

  test("that was appealed waits for the court, then has its outcome", () => {
    const appealed = { by: id("robert"), on: day("2026-02-01") };
    const pending = decisionOf("d1", "2026-01-15", {}, { appealed });
    const settled = decisionOf(
      "d2",
      "2026-01-15",
      {},
      {
        appealed: { ...appealed, outcome: "unchanged" },
      },
    );
    const values = rowsOf([investigated({ decisions: [pending, settled] }, closed)])
      .filter((row) => row.kind === "bes")
      .map((row) => row.values["BES-10"]);
    expect(values).toEqual(["pending", "unchanged"]);
  });
});

describe("guardians", () => {
  test("are those of the day of the row", () => {
    const child = personOf("alve", "2024-02-29", {});
    const before = personOf("jennie", "1990-01-01", { legalSex: "female" }, [["guardian", "alve"]]);
    const [relation] = before.relations;
    if (relation === undefined) throw new Error("no relation");
    const guardians = [
      { ...before, relations: [{ ...relation, validTo: day("2026-03-09") }] },
      personOf("dennis", "1988-01-01", { legalSex: "male" }, [["guardian", "alve"]]),
      personOf("farmor", "1960-01-01", { legalSex: "female" }, [["relative", "alve"]]),
    ];
    const matter = reported({});
    const [row] = followupRows(aktOf("alve", [matter]), matter.matter, { child, guardians }, env);
    expect(row?.guardians).toHaveLength(1);
    expect(row?.values["BAK-10"]).toEqual(["male"]);
  });
});
