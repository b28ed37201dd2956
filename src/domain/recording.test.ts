import { describe, expect, test } from "vitest";
import { actsOf } from "../spec/recording.ts";
import { plainDate } from "../kernel/plain-date.ts";
import { decisionsOf } from "./decision/authority.ts";
import { roles } from "./command.ts";
import { definitions } from "./definitions.ts";
import {
  assistant,
  Chain,
  child,
  committee,
  id,
  manager,
  reportData,
  worker,
} from "./testing/chain.ts";
import { readSpecForTests } from "./testing/read-spec.ts";

const { pack, law, order } = readSpecForTests();
const report = id(10);
const when = "2026-03-05T09:00";

function received(chain = new Chain("2014-02-17")): Chain {
  chain.must("akt.create", "2026-03-02T10:05", { ids: { person: child } });
  chain.must("report.receive", "2026-03-02T10:05", { ids: { report }, data: reportData });
  return chain;
}

function record(kind: string, more: object = {}) {
  return { ids: { act: id(20) }, data: { kind }, ...more };
}

describe("the rules of recording", () => {
  test("cover every command and name acts, roles and decisions that exist", () => {
    const acts = pack.recording.flatMap(actsOf);
    const kinds = (pack.codelists["act-kind"]?.codes ?? []).map((code) => code.id);
    const known = new Set([...kinds, ...Object.keys(definitions)]);
    expect(acts.filter((act) => !known.has(act))).toEqual([]);
    const commands = Object.keys(definitions).filter((command) => command !== "act.record");
    expect(commands.filter((command) => !acts.includes(command))).toEqual([]);
    const named = pack.recording.flatMap((rule) => rule.roles);
    expect(named.filter((role) => !roles.some((each) => each === role))).toEqual([]);
    const decided = new Set([
      ...law.ceilings.keys(),
      ...order.entries.map((entry) => entry.decision),
    ]);
    const decisions = pack.recording.flatMap((rule) => Object.values(rule.decisions ?? {}));
    expect(decisions.filter((decision) => !decided.has(decision))).toEqual([]);
  });
});

describe("an act is recorded", () => {
  test("by whom the specification names; the refusal says whom to ask and at which field", () => {
    const refused = received().give("act.record", when, {
      ...record("urgent-care.executed"),
      by: assistant,
    });
    expect(refused.ok).toBe(false);
    expect(refused.problems[0]).toMatchObject({ id: "recording.not-yours", pointer: "/data/kind" });
    expect(refused.problems[0]?.text?.sv).toMatch(/handläggare eller enhetschef/);
    expect(received().give("act.record", when, record("urgent-care.executed")).ok).toBe(true);
    const visit = record("visit.made", { by: assistant });
    expect(received().give("act.record", when, visit).ok).toBe(true);
  });

  test("by nobody when no rule knows the command", () => {
    const refused = received().give("preliminary.note", when, {
      ids: { report },
      data: {},
      by: assistant,
    });
    expect(refused.problems.map((found) => found.id)).toContain("recording.not-yours");
  });
});

test("what each role may decide is told by law and order", () => {
  const on = plainDate("2026-03-05");
  const spec = readSpecForTests();
  const managers = decisionsOf(spec, manager, on);
  expect(managers).toContain("open-investigation");
  expect(managers).not.toContain("lvu-urgent-care");
  expect(decisionsOf(spec, committee, on)).toContain("lvu-urgent-care");
  expect(decisionsOf(spec, worker, on)).toContain("link-report");
  expect(decisionsOf(spec, worker, on)).not.toContain("open-investigation");
  expect(decisionsOf(spec, assistant, on)).toEqual([]);
});

describe("an act that is a decision", () => {
  const kind = "urgent-care.decided";

  test("is made by whoever the law lets decide, not by an employee", () => {
    for (const by of [worker, manager]) {
      const alone = received().give("act.record", when, record(kind, { by }));
      expect(alone.problems.map((found) => found.id)).toContain("law.G-01.level");
    }
  });

  test("of the committee is recorded by a qualified worker, with decider and level", () => {
    const chain = received();
    chain.must("act.record", when, {
      ids: { act: id(20), decider: committee.staff },
      data: { kind },
    });
    expect(chain.events.at(-1)?.body.data).toMatchObject({
      decider: committee.staff,
      level: "committee",
    });
  });

  test("that ends compulsory care tells that protected registration ends with it (O-11)", () => {
    const end = { ids: { act: id(20), decider: committee.staff }, data: { kind: "lvu.ended" } };
    expect(received().give("act.record", when, end)).toMatchObject({ ok: true, rules: [] });
    const hidden = received(new Chain("2014-02-17", [child], [child]));
    expect(hidden.give("act.record", when, end)).toMatchObject({ ok: true, rules: ["O-11"] });
  });

  test("is not recorded by an assistant, whoever decided", () => {
    const refused = received().give("act.record", when, {
      ids: { act: id(20), decider: committee.staff },
      data: { kind },
      by: assistant,
    });
    expect(refused.problems.map((found) => found.id)).toEqual(["recording.not-yours"]);
  });
});
