import { describe, expect, test } from "vitest";

import type { MatterState } from "../../domain/akt-state.ts";
import type { Answers } from "../../domain/event.ts";
import type { PersonState } from "../../domain/person/person-state.ts";
import { env, notAsked, notRelevant, valueOf } from "../testing/one-matter.ts";
import {
  aktOf,
  basisOf,
  day,
  decisionOf,
  id,
  investigationOf,
  matterOf,
  personOf,
  reportOf,
} from "../testing/states.ts";
import { followupRows } from "./rows.ts";

const closed = { closedOn: day("2026-01-15") };

function investigated(
  given: Partial<MatterState>,
  opened: Parameters<typeof investigationOf>[2] = closed,
): MatterState {
  return matterOf("matter", "2025-10-22", {
    investigation: investigationOf("inv", "2025-10-31", opened),
    ...given,
  });
}

function act(kind: string, on: string, coded: Answers = {}) {
  return { act: id(`${kind} ${on}`), kind, on: day(on), coded };
}

describe("who gave information", () => {
  const talks = { withChild: 0, alone: 0, homeVisits: 0, participation: [] };

  test("is told by answers, meetings, linked reports and what acts tell by their kind", () => {
    const matter = investigated({
      reports: [
        reportOf("first", "2025-10-22T09:00", { kind: "report", reporterKind: "school" }),
        reportOf(
          "second",
          "2025-12-18T16:50",
          { kind: "report", reporterKind: "police" },
          { outcome: "link", outcomeOn: day("2025-12-18") },
        ),
      ],
      acts: [
        act("consultation.requested", "2025-11-13", { body: "dental-care" }),
        act("consultation.answered", "2025-11-24", { body: "child-health" }),
        act("meeting.held", "2025-12-01", { bodies: ["school"] }),
        act("health-examination.done", "2026-01-07"),
        act("consultation.answered", "2026-02-24", { body: "addiction-care" }),
      ],
    });
    expect(valueOf("UTR-12", [matter])).toEqual([
      "child-health",
      "school",
      "health-care",
      "police",
    ]);
  });

  test("is the network where somebody else than guardians and siblings was talked to", () => {
    const child = personOf("alve", "2016-02-29", {}, [["sibling", "tilde"]]);
    const mother = personOf("jennie", "1990-01-01", {}, [["guardian", "alve"]]);
    const informantsWith = (...names: readonly string[]) => {
      const adults = names.map((name) => ({ person: id(name), talks: 1, visits: 0 }));
      const matter = investigated({ talks: { ...talks, adults } });
      const persons = { child, guardians: [mother], siblings: [id("ebbe")] };
      const rows = followupRows(aktOf("alve", [matter]), id("matter"), persons, env);
      return rows.find((row) => row.kind === "utr")?.values["UTR-12"];
    };
    expect(informantsWith("jennie", "tilde", "ebbe")).toEqual(notAsked);
    expect(informantsWith("jennie", "mormor")).toEqual(["network"]);
  });

  test("is what the basis says where it was answered there", () => {
    const basis = basisOf("b", { informants: ["police"] }, {});
    const acts = [act("consultation.answered", "2025-11-24", { body: "school" })];
    expect(valueOf("UTR-12", [investigated({ basis, acts })])).toEqual(["police"]);
  });
});

describe("what nobody answered in the basis follows from the record", () => {
  test("the need of a measure from the result", () => {
    const found = (result: string) => valueOf("UTR-37", [investigated({}, { ...closed, result })]);
    expect(found("granted")).toBe("with-assessment");
    expect(found("no-consent")).toBe("no-consent");
    expect(found("care-order-application")).toBe("compulsory-care");
    expect(found("struck-off")).toEqual(notAsked);
    expect(valueOf("UTR-37", [investigated({}, {})])).toEqual(notAsked);
    const basis = basisOf("b", { measureNeed: "without-assessment" }, {});
    const matter = investigated({ basis }, { ...closed, result: "granted" });
    expect(valueOf("UTR-37", [matter])).toBe("without-assessment");
  });

  test("a coordinated plan from what was done before the closing", () => {
    const offered = (on: string) => investigated({ acts: [act("sip.offered", on)] });
    expect(valueOf("UTR-38", [offered("2026-01-14")])).toBe("initiated");
    expect(valueOf("UTR-38", [offered("2026-02-01")])).toBe("no");
    expect(valueOf("UTR-38", [investigated({}, {})])).toEqual(notAsked);
  });

  test("the assessment of risk from the act", () => {
    const acts = [
      act("risk-assessment.made", "2025-11-20", { violenceRiskAssessment: "yes-with-instrument" }),
    ];
    expect(valueOf("UTR-18", [investigated({ acts })])).toBe("yes-with-instrument");
    expect(valueOf("UTR-18", [investigated({ acts: [] })])).toEqual(notAsked);
    const neglect = reportOf("r", "2025-10-22T09:00", { kind: "report", violence: ["neglect"] });
    expect(valueOf("UTR-18", [investigated({ reports: [neglect] })])).toBe("not-relevant");
  });

  test("a consultation after the closing is none of the investigation", () => {
    const acts = [act("consultation.answered", "2026-02-24", { body: "school" })];
    expect(valueOf("UTR-13", [investigated({ acts })])).toBe("not-requested");
  });
});

describe("the kinds of measure", () => {
  const measures = (coded: Answers, favourable = true) => {
    const decisions = [decisionOf("d", "2026-01-14", coded, { favourable })];
    const rows = followupRows(
      aktOf("alve", [investigated({ decisions })]),
      id("matter"),
      { child: personOf("alve", "2016-02-29", {}), guardians: [] },
      env,
    );
    return rows.find((row) => row.kind === "bes")?.values["BES-02"];
  };

  test("are what the form of placement is, where only one kind is that form", () => {
    expect(measures({ placementForm: "family-home" })).toEqual(["yac-25"]);
    expect(measures({ placementForm: "residential-care" })).toEqual(notAsked);
    expect(measures({ placementForm: "family-home", measureTypes: ["yac-75"] })).toEqual([
      "yac-75",
    ]);
    expect(measures({ placementForm: "family-home" }, false)).toEqual(notRelevant);
  });
});

describe("parties of the basis", () => {
  const sent = (party: string) => ({
    party: id(party),
    on: day("2025-11-05"),
    answerBy: day("2025-11-13"),
    version: 1,
  });
  const row = (child: PersonState, parties: readonly string[], guardians: PersonState[] = []) => {
    const basis = basisOf("b", {}, { communicated: parties.map(sent) });
    const state = aktOf("alve", [investigated({ basis })]);
    const rows = followupRows(state, id("matter"), { child, guardians }, env);
    const found = rows.find((each) => each.kind === "utr");
    if (found === undefined) throw new Error("no row of the investigation");
    return found;
  };

  test("are the child from fifteen, and before it where it got the basis too", () => {
    const young = personOf("alve", "2016-02-29", {});
    const old = personOf("alve", "2010-05-15", {});
    expect(row(old, ["alve"]).values["UTR-40.child"]).toBe("2025-11-05");
    expect(row(old, []).values["UTR-40.child"]).toEqual(notAsked);
    expect(row(young, []).values["UTR-40.child"]).toEqual(notRelevant);
    expect(row(young, ["alve"]).values["UTR-40.child"]).toBe("2025-11-05");
  });

  test("are guardians appointed while the investigation ran, and none before or after it", () => {
    const child = personOf("alve", "2010-05-15", {});
    const appointed = (from: string, to?: string): PersonState => {
      const person = personOf("god man", "1967-04-22", {}, [["good-man", "alve"]]);
      const relations = person.relations.map((relation) => ({
        ...relation,
        validFrom: day(from),
        ...(to === undefined ? {} : { validTo: day(to) }),
      }));
      return { ...person, relations };
    };
    const daysOf = (guardian: PersonState) =>
      row(child, ["god man"], [guardian]).guardians.map((values) => values["UTR-40"]);
    expect(daysOf(appointed("2025-11-02"))).toEqual(["2025-11-05"]);
    expect(daysOf(appointed("2026-01-16"))).toEqual([]);
    expect(daysOf(appointed("2020-01-01", "2025-10-30"))).toEqual([]);
    expect(daysOf(appointed("2020-01-01", "2025-10-31"))).toEqual(["2025-11-05"]);
  });
});
