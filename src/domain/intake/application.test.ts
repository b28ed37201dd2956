import { describe, expect, test } from "vitest";
import type { Answers } from "../event.ts";
import { deriveNextSteps } from "../next-steps.ts";
import { at, Chain, child, id, manager, mother, reportData, worker } from "../testing/chain.ts";
import { clocksOf } from "../clocks.ts";
import { readSpecForTests } from "../testing/read-spec.ts";

const application = id(10);
const investigation = id(11);
const stranger = id(777);

const data: Answers = {
  arrivedAt: "2026-03-02T10:00",
  channel: "visit",
  applicants: [child],
  parts: [{ id: id(900), audience: "common", text: "Någon att prata med." }],
  ownWords: "Jag vill ha en egen person.",
};

function chainOf(born = "2010-05-15"): Chain {
  const chain = new Chain(born);
  chain.must("akt.create", "2026-03-02T10:05", { ids: { person: child } });
  return chain;
}

function receive(chain: Chain, more: Answers = {}, on = "2026-03-02T10:05") {
  return chain.give("application.receive", on, {
    ids: { report: application },
    data: { ...data, ...more },
  });
}

const opening = { outcome: "open", decidedAt: "2026-03-02T10:30", reason: "Ansökan." };

function matterOf(chain: Chain) {
  const matter = chain.state?.matters[id(1)];
  if (matter === undefined) throw new Error("no matter");
  return matter;
}

describe("an application", () => {
  test("of a child of fifteen is its own, and is kept without its words", () => {
    const chain = chainOf();
    expect(receive(chain).ok).toBe(true);
    expect(matterOf(chain).reports).toMatchObject([
      { report: application, coded: { kind: "application", reporterKind: "child" } },
    ]);
    expect(JSON.stringify(chain.state)).not.toContain("egen person");
  });

  test("of a younger child alone is refused with its section, with a guardian it is taken (D-04)", () => {
    const chain = chainOf("2012-05-15");
    const refused = receive(chain);
    expect(refused.rules).toEqual(["D-04"]);
    expect(refused.problems).toMatchObject([
      { pointer: "/data/applicants", section: "3 kap. 4 § SoL", severity: "block" },
    ]);
    expect(receive(chain, { applicants: [child, mother] }).ok).toBe(true);
  });

  test("of somebody who is no party is refused at the field", () => {
    expect(receive(chainOf(), { applicants: [stranger] }).problems).toMatchObject([
      { id: "application.applicant-no-party", pointer: "/data/applicants" },
    ]);
  });

  test("says what is applied for", () => {
    const { parts: _parts, ...silent } = data;
    const chain = chainOf();
    const refused = chain.give("application.receive", "2026-03-02T10:05", {
      ids: { report: application },
      data: silent,
    });
    expect(refused.problems).toMatchObject([{ pointer: "/data/parts", ruleId: "A-06" }]);
  });
});

describe("what follows an application", () => {
  test("is to open, the same day, and nothing before it (A-06)", () => {
    const chain = chainOf();
    receive(chain);
    const { law, calendar } = readSpecForTests();
    if (chain.state === undefined) throw new Error("no akt");
    const steps = deriveNextSteps(
      chain.state,
      id(1),
      chain.context(at("2026-03-02T11:00"), worker),
    );
    expect(steps.map(({ command }) => command)).toEqual(["investigation.open", "matter.hand-over"]);
    const clocks = clocksOf(chain.state, law, calendar);
    expect(clocks.find(({ ruleId }) => ruleId === "A-06")).toMatchObject({
      nominal: "2026-03-02",
    });
    for (const type of ["preliminary.note", "preliminary.extend", "investigation.not-open"]) {
      const refused = chain.give(type, "2026-03-02T10:30", {
        by: manager,
        ids: { report: application },
      });
      expect(refused.problems[0]?.id).toBe("application.opens-at-once");
    }
  });

  test("a qualified caseworker may open on it, but not on a report", () => {
    const chain = chainOf();
    receive(chain);
    chain.must("investigation.open", "2026-03-02T10:30", {
      by: worker,
      ids: { report: application, investigation },
      data: opening,
    });
    const { law, calendar } = readSpecForTests();
    if (chain.state === undefined) throw new Error("no akt");
    const clock = clocksOf(chain.state, law, calendar).find(({ ruleId }) => ruleId === "A-06");
    expect(clock?.metOn).toBe("2026-03-02");
    expect(matterOf(chain).reports[0]?.outcome).toBe("open");
  });

  test("one that comes while an investigation runs joins it by itself", () => {
    const chain = chainOf();
    chain.must("report.receive", "2026-02-02T10:05", {
      ids: { report: id(20) },
      data: { ...reportData, arrivedAt: "2026-02-02T10:00" },
    });
    chain.must("protection.assess", "2026-02-02T11:00", {
      ids: { report: id(20) },
      data: { outcome: "no-immediate-need", reasons: "Trygg." },
    });
    chain.must("investigation.open", "2026-02-03T10:30", {
      by: manager,
      ids: { report: id(20), investigation },
      data: { ...opening, decidedAt: "2026-02-03T10:30" },
    });
    expect(receive(chain).ok).toBe(true);
    const [, joined] = matterOf(chain).reports;
    expect(joined).toMatchObject({ outcome: "link", outcomeOn: "2026-03-02" });
    const facts = matterOf(chain).facts.filter(({ report }) => report === application);
    expect(facts.map(({ name }) => name)).toEqual(["application.received", "report.linked"]);
  });
});
