import { describe, expect, test } from "vitest";
import type { Answers } from "./event.ts";
import { Chain, child, id, manager, mother, reportData } from "./testing/chain.ts";

const report = id(10);
const investigation = id(11);

function assessed(data: Answers = reportData): Chain {
  const chain = new Chain("2014-02-17");
  chain.must("akt.create", "2026-03-02T10:05", { ids: { person: child } });
  chain.must("report.receive", "2026-03-02T10:05", { ids: { report }, data });
  chain.must("protection.assess", "2026-03-02T14:00", {
    ids: { report },
    data: { assessedAt: "2026-03-02T14:00", outcome: "no-immediate-need", reasons: "Trygg." },
  });
  return chain;
}

function opened(data: Answers = reportData): Chain {
  const chain = assessed(data);
  chain.must("investigation.open", "2026-03-09T09:00", {
    by: manager,
    ids: { report, investigation },
    data: { outcome: "open", decidedAt: "2026-03-09T09:00", reason: "Frånvaron är hög." },
  });
  return chain;
}

function matterOf(chain: Chain) {
  const matter = chain.state?.matters[id(1)];
  if (matter === undefined) throw new Error("no matter");
  return matter;
}

describe("a report says its reporter's duty", () => {
  const { reporterClass: _class, ...withoutClass } = reportData;

  test("but an application has no reporter, and a command of its own (A-01)", () => {
    const chain = new Chain("2010-05-15");
    chain.must("akt.create", "2026-03-02T10:05", { ids: { person: child } });
    const given = { ids: { report } };
    const stopped = chain.give("report.receive", "2026-03-02T10:05", {
      ...given,
      data: withoutClass,
    });
    expect(stopped.rules).toContain("A-01");
    const asReport = { ...reportData, kind: "application" };
    const refused = chain.give("report.receive", "2026-03-02T10:05", { ...given, data: asReport });
    expect(refused.problems).toMatchObject([
      { id: "application.not-a-report", pointer: "/data/kind" },
    ]);
    const parts = [{ id: id(900), audience: "common", text: "Stöd." }];
    const data = { arrivedAt: "2026-03-02T10:00", applicants: [child], parts };
    chain.must("application.receive", "2026-03-02T10:05", { ...given, data });
  });
});

describe("the meeting with the reporter", () => {
  const notOpened = {
    by: manager,
    ids: { report },
    data: {
      outcome: "not-open",
      decidedAt: "2026-03-12T09:00",
      reason: "Ingen åtgärd.",
      risk: "Låg.",
      notOpenReason: "no-measure",
    },
  } as const;

  test("that was held as an act of its own is asked for no more (A-10, A-07)", () => {
    const without = assessed().give("investigation.not-open", "2026-03-12T09:00", notOpened);
    expect(without.rules).toEqual(expect.arrayContaining(["A-10", "A-07"]));
    const chain = assessed();
    chain.must("act.record", "2026-03-05T09:00", {
      ids: { act: id(20) },
      data: {
        kind: "report-meeting.held",
        reportMeeting: "held",
        childParticipation: "guardian-present",
      },
    });
    const after = chain.give("investigation.not-open", "2026-03-12T09:00", notOpened);
    expect(after).toMatchObject({ ok: true, rules: [] });
  });
});

describe("what the state keeps for follow-up", () => {
  test("the reason of the latest extension", () => {
    const chain = opened();
    chain.must("investigation.extend", "2026-06-01T09:00", {
      by: manager,
      data: { until: "2026-08-01", reason: "police", reasonText: "Förhör väntar." },
    });
    expect(matterOf(chain).investigation).toMatchObject({
      extensions: 1,
      extensionReason: "police",
    });
  });

  test("every way the child was informed in, and whether the last one was understood", () => {
    const chain = opened();
    for (const [time, way, understood] of [
      ["2026-03-10T09:00", "oral", "no"],
      ["2026-03-12T09:00", "picture", "yes"],
    ] as const) {
      chain.must("party.inform", time, {
        data: { who: [child], childInformed: way, childUnderstood: understood },
      });
    }
    chain.must("party.inform", "2026-03-13T09:00", {
      data: { who: [mother], childInformed: "written" },
    });
    expect(matterOf(chain).investigation).toMatchObject({
      childInformed: { way: "picture", understood: "yes" },
      childInformedWays: ["oral", "picture"],
    });
  });

  test("what a court made of an appeal, on the decision it was about", () => {
    const chain = opened();
    const decide = (decision: number) =>
      chain.must("decision.make", "2026-05-20T10:00", {
        by: manager,
        ids: { decision: id(decision) },
        data: {
          type: "other",
          wording: "Läkarundersökning.",
          legalBasis: ["lvu-32"],
          reasons: "Behövs.",
          decidedAt: "2026-05-20T10:00",
        },
      });
    decide(30);
    decide(31);
    chain.must("decision.appeal", "2026-05-25T10:00", {
      ids: { decision: id(31) },
      data: { by: [mother] },
    });
    chain.must("act.record", "2026-08-25T10:00", {
      ids: { act: id(40), decision: id(31) },
      data: { kind: "court.decided", appealOutcome: "unchanged" },
    });
    const [first, second] = matterOf(chain).decisions;
    expect(first?.appealed).toBeUndefined();
    expect(second?.appealed).toMatchObject({ by: mother, outcome: "unchanged" });
  });
});

describe("a demand for a decision (C-07)", () => {
  const demand = (chain: Chain, act: number, time: string, reasons = {}) =>
    chain.give("act.record", time, {
      ids: { act: id(act) },
      data: { kind: "decision.demanded" },
      reasons,
    });

  test("is tried once: another one needs a reason", () => {
    const chain = assessed();
    const reasons = { "C-07": "Begäran tas upp som önskemål om besked." };
    expect(demand(chain, 30, "2026-09-02T09:00", reasons).ok).toBe(true);
    expect(demand(chain, 31, "2026-09-03T09:00").problems.map(({ id: found }) => found)).toContain(
      "law.C-07.demand-again",
    );
    expect(demand(chain, 31, "2026-09-03T09:00", reasons).ok).toBe(true);
  });

  test("of one whom a report concerns has no six months to count", () => {
    expect(demand(assessed(), 30, "2026-09-02T09:00").rules).toEqual(["C-07"]);
  });
});

describe("a report marked with violence (A-12)", () => {
  test("asks before the basis is final whether the police were told", () => {
    const rules = (chain: Chain) =>
      chain.give("basis.sign", "2026-04-20T09:00", { ids: { document: id(12) }, content: {} })
        .rules;
    const violent = opened({ ...reportData, violence: ["physical"] });
    expect(rules(violent)).toContain("A-12");
    expect(rules(opened())).not.toContain("A-12");
    violent.must("act.record", "2026-03-10T09:00", {
      ids: { act: id(32) },
      data: { kind: "police-report.considered", policeReport: "made" },
    });
    expect(rules(violent)).not.toContain("A-12");
  });
});
