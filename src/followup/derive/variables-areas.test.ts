import { describe, expect, test } from "vitest";

import type { MatterState } from "../../domain/akt-state.ts";
import type { Answers } from "../../domain/event.ts";
import { env, notAsked, valueOf } from "../testing/one-matter.ts";
import { aktOf, basisOf, day, id, investigationOf, matterOf, personOf } from "../testing/states.ts";
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

const talks = { withChild: 0, alone: 0, homeVisits: 0, participation: [] };

describe("the level of an area", () => {
  const levels = [
    { area: "BU1", level: "2" },
    { area: "FF3", level: "1", parent: id("jennie") },
    { area: "FF3", level: "4", parent: id("dennis") },
    { area: "BU1", level: "3" },
  ];
  const matter = investigated({ basis: basisOf("basis", {}, { levels }) });

  test("is what was said last, and not asked where nothing was", () => {
    expect(valueOf("UTR-21", [matter])).toBe("3");
    expect(valueOf("UTR-32", [matter])).toEqual(notAsked);
    expect(valueOf("UTR-21", [investigated({})])).toEqual(notAsked);
  });

  test("is that of each guardian where the area is about parents", () => {
    const child = personOf("alve", "2024-02-29", {});
    const guardians = ["dennis", "jennie"].map((name) => ({
      ...personOf(name, "1990-01-01", {}),
      relations: [{ relation: id(`${name} of alve`), kind: "guardian", to: child.person }],
    }));
    const state = aktOf("alve", [matter]);
    const rows = followupRows(state, matter.matter, { child, guardians }, env);
    const utr = rows.find(({ kind }) => kind === "utr");
    expect(utr?.guardians.map((values) => values["UTR-27"]).toSorted()).toEqual(["1", "4"]);
    expect(utr?.guardians.map((values) => values["UTR-25"])).toEqual([notAsked, notAsked]);
  });
});

describe("the network", () => {
  test.each([
    [[{ network: "other-contact" }, { network: "network-meeting" }], "network-meeting"],
    [[{ network: "family-group-conference" }], "family-group-conference"],
    [[{}], "no"],
  ])("of meetings %j is %s", (meetings, expected) => {
    const acts = meetings.map((coded, at) => act("meeting.held", `2025-12-0${at + 1}`, coded));
    expect(valueOf("UTR-39", [investigated({ acts })])).toBe(expected);
  });

  test("is another contact when somebody who is no guardian was met; not known while it runs", () => {
    const adults = [{ person: id("mormor"), talks: 1, visits: 0 }];
    expect(valueOf("UTR-39", [investigated({ talks: { ...talks, adults } })])).toBe(
      "other-contact",
    );
    expect(valueOf("UTR-39", [investigated({}, {})])).toEqual(notAsked);
    const late = [act("meeting.held", "2026-02-01", { network: "network-meeting" })];
    expect(valueOf("UTR-39", [investigated({ acts: late })])).toBe("no");
  });
});

describe("a health examination", () => {
  test.each([
    [[act("health-examination.done", "2025-12-01")], closed, "done"],
    [
      [act("health-examination.done", "2025-12-01", { examination: "examination-declined" })],
      closed,
      "examination-declined",
    ],
    [[act("health-examination.done", "2026-02-01")], closed, "not-relevant"],
    [[], {}, notAsked],
  ])("of %j is counted while the investigation runs", (acts, opened, expected) => {
    expect(valueOf("UTR-16", [investigated({ acts }, opened)])).toEqual(expected);
  });
});

describe("changes of caseworker", () => {
  test("are those from the granting of the measure to its end", () => {
    const measure = {
      measure: id("measure"),
      decision: id("decision"),
      grantedOn: day("2026-01-10"),
      types: [],
      goals: [],
      followUps: [],
      end: { on: day("2026-06-01"), reason: "goals-reached", coded: {}, guardians: [] },
    };
    const workerChanges = ["2025-12-01", "2026-01-10", "2026-06-01", "2026-06-02"].map(day);
    const matter = investigated({ measures: [measure], workerChanges });
    expect(valueOf("GEN-19", [matter])).toBe(2);
    expect(valueOf("GEN-19", [investigated({ measures: [measure] })])).toBe(0);
  });
});
