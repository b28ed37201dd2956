import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readSpecForTests } from "../../domain/testing/read-spec.ts";
import { parseCaseFile, type CaseFile } from "./case-file.ts";
import type { AktAction } from "./mapping/mapping.ts";
import { planCase, type Plan } from "./plan.ts";
import { eventOf, smallCase, type CaseJson } from "./testing/small-case.ts";
import { caseSetting } from "./world.ts";

const { pack } = readSpecForTests();

function read(json: CaseJson): CaseFile {
  const parsed = parseCaseFile(JSON.stringify(json));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

function planned(file: CaseFile): Plan {
  const plan = planCase(file, pack, caseSetting(file).ids);
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
  return plan.value;
}

/** What a changed small case is refused with: id and place. */
function refusals(change: (json: CaseJson) => void): readonly string[] {
  const json = smallCase();
  change(json);
  const parsed = parseCaseFile(JSON.stringify(json));
  const plan = parsed.ok ? planCase(parsed.value, pack, caseSetting(parsed.value).ids) : parsed;
  return plan.ok ? [] : plan.problems.map(({ id, pointer }) => `${id} ${pointer}`);
}

function actions(plan: Plan, event: string): readonly AktAction[] {
  const found = plan.events.find(({ placed }) => placed.event.id === event);
  return (found?.actions ?? []).filter((action) => action.on === "akt");
}

function shipped(name: string): Plan {
  const url = new URL(`../../../e2e/cases/${name}.json`, import.meta.url);
  const parsed = parseCaseFile(readFileSync(fileURLToPath(url), "utf8"));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return planned(parsed.value);
}

/** Sets a member deep in a value made of plain objects and lists. */
function set(target: unknown, path: readonly (string | number)[], value: unknown): void {
  const [first, ...rest] = path;
  const holder = target as Record<string | number, unknown>;
  if (first === undefined) return;
  if (rest.length === 0) holder[first] = value;
  else set(holder[first], rest, value);
}

describe("a file that cannot be used says where", () => {
  test.each([
    ["another version", ["schemaVersion"], "2.0", "replay.shape /schemaVersion"],
    ["no timeline", ["timeline"], undefined, "replay.shape /timeline"],
    ["a day that is none", ["asOf"], "2026-02-30", "replay.shape /asOf"],
    [
      "a time with a zone",
      ["timeline", 1, "occurredAt"],
      "2026-03-02T14:00Z",
      "replay.shape /timeline/1/occurredAt",
    ],
    [
      "an unknown kind",
      ["timeline", 1, "kind"],
      "protection.guessed",
      "replay.unknown-kind /timeline/1/kind",
    ],
    [
      "words that are no label",
      ["timeline", 0, "data", "channel"],
      "fax",
      "replay.unknown-label /timeline/0/data/channel",
    ],
    [
      "an unknown reason among others",
      ["timeline", 0, "data", "reasons"],
      ["oro"],
      "replay.unknown-label /timeline/0/data/reasons/0",
    ],
    [
      "an event that is not there",
      ["timeline", 2, "data", "report"],
      "rep9",
      "replay.unknown-reference /timeline/2/data/report",
    ],
    [
      "a decider nobody knows",
      ["timeline", 2, "data", "decider"],
      "nobody",
      "replay.unknown-reference /timeline/2/data/decider",
    ],
    [
      "data of another form",
      ["timeline", 2, "data", "reason"],
      7,
      "replay.shape /timeline/2/data/reason",
    ],
    [
      "a matter nobody knows",
      ["timeline", 1, "matters"],
      ["alva-2"],
      "replay.unknown-reference /timeline/1/matters/0",
    ],
    [
      "a child nobody knows",
      ["matters", 0, "child"],
      "elsa",
      "replay.unknown-reference /matters/0/child",
    ],
    ["a role nobody has", ["staff", 0, "role"], "kung", "replay.unknown-label /staff/0/role"],
    [
      "somebody who recorded and is not there",
      ["timeline", 0, "recordedBy"],
      "elsa",
      "replay.unknown-reference /timeline/0/recordedBy",
    ],
    ["an id used twice", ["timeline", 0, "id"], "no", "replay.twice /timeline/0/id"],
    [
      "an event recorded before it happened",
      ["timeline", 1, "recordedAt"],
      "2026-03-02T13:59",
      "replay.time-order /timeline/1/recordedAt",
    ],
    [
      "an attempt of an unknown kind",
      ["expected", "blocked", 0, "attempt", "kind"],
      "x.y",
      "replay.unknown-kind /expected/blocked/0/attempt/kind",
    ],
    [
      "an attempt after nothing",
      ["expected", "blocked", 0, "after"],
      "later",
      "replay.unknown-reference /expected/blocked/0/after",
    ],
  ] as const)("%s", (_what, path, value, refusal) => {
    expect(refusals((json) => set(json, path, value))).toContain(refusal);
  });

  test("and one that can is refused nothing", () => {
    expect(refusals(() => undefined)).toEqual([]);
  });

  test("and text that is no JSON has a reason", () => {
    expect(parseCaseFile("{")).toMatchObject({ ok: false, problems: [{ id: "replay.not-json" }] });
  });
});

describe("the plan of a case", () => {
  test("is in the order things were recorded, and has the time they happened", () => {
    const json = smallCase();
    const late = eventOf("late", "2026-03-02T11:00", "note.written", { text: "Sent antecknat." });
    json.timeline.splice(1, 0, { ...late, recordedAt: "2026-03-03T08:00" });
    const plan = planned(read(json));
    expect(plan.events.map(({ placed }) => placed.event.id)).toEqual(["rep", "prot", "late", "no"]);
    expect(actions(plan, "late")[0]?.data["occurredAt"]).toBe("2026-03-02T11:00");
  });

  test("gives the same ids in every run", () => {
    const [first, second] = [planned(read(smallCase())), planned(read(smallCase()))];
    expect(actions(first, "no")).toEqual(actions(second, "no"));
  });

  test("goes on past a kind without a command, and says so", () => {
    const json = smallCase();
    json.timeline.push(eventOf("sdq", "2026-03-10T09:00", "agreement.signed", { text: "Avtal" }));
    const plan = planned(read(json));
    expect(plan.notCovered.map(({ path }) => path)).toEqual(["/timeline/3"]);
    expect(plan.events.at(-1)).toMatchObject({ covered: false, actions: [] });
  });

  test("takes the words of an attempt as they are: they may be why it is refused", () => {
    const [attempt] = planned(read(smallCase())).attempts;
    expect(attempt?.actions[0]).toMatchObject({
      type: "preliminary.extend",
      data: { reason: "personalbrist", until: "2026-03-30" },
    });
  });

  test("says of words that stand for two codes which one is taken", () => {
    const json = smallCase();
    set(json, ["timeline", 0, "data", "reasons"], ["psykisk ohälsa"]);
    expect(planned(read(json)).notCovered).toEqual([]);
    expect(planned(read(json)).noted).toEqual([
      {
        path: "/timeline/0/data/reasons/0",
        reason:
          "the words stand for mental-ill-health and parent-mental-ill-health; mental-ill-health is taken",
      },
    ]);
  });
});

describe("a report about several children", () => {
  test("is one intake, and every later event of theirs is in each matter", () => {
    const plan = shipped("02-tre-syskon-skyddad-adress");
    const found = plan.events.find(({ placed }) => placed.event.id === "rep");
    expect(found?.actions).toMatchObject([
      { on: "intake", children: [{ child: "signe" }, { child: "vidar" }, { child: "maja" }] },
    ]);
    expect(actions(plan, "inf-k").map(({ matter }) => matter)).toEqual([
      "signe-1",
      "vidar-1",
      "maja-1",
    ]);
  });
});

describe("the decision basis", () => {
  const plan = shipped("02-tre-syskon-skyddad-adress");
  const content = actions(plan, "basis-v")[0]?.content ?? {};

  test("has the factors that were noted, and not the labels its text repeats", () => {
    const factors = JSON.stringify(content["factors"]);
    expect(content["factors"]).toHaveLength(10);
    expect(factors).toContain("ff4-");
    // "våld mellan vuxna" of FM1 stands in the document alone.
    expect(factors).not.toContain("fm1-");
  });

  test("hides a statement from those it is secret towards", () => {
    const statements = JSON.stringify(content["statements"]);
    expect(statements).toContain("Norrängsskolan");
    expect(content["statements"]).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ area: "BU2", hiddenFrom: [expect.any(String)] }),
      ]),
    );
  });

  test("begins each central need with its area, in order", () => {
    expect(content["centralNeeds"]).toMatchObject([
      { area: "BU3" },
      { area: "BU1" },
      { area: "FF4" },
    ]);
    expect(content["exposure"]).toBe("yes");
  });
});

describe("a decision", () => {
  test.each([
    ["01-syskon-tva-lagar", "tdec", ["sol25-11-1", "sol25-21-1"]],
    ["01-syskon-tva-lagar", "dec2", ["sol25-20-2", "sol25-20-3", "sol25-11-1"]],
    ["02-tre-syskon-skyddad-adress", "dec-v", ["fb-6-13a", "sol25-11-1"]],
    ["03-lvu-over-jul", "dec", ["lvu-2"]],
    ["03-lvu-over-jul", "med", ["lvu-32"]],
    ["05-ensamkommande-flytt-18", "nosfv", ["law-2005-429", "sof25-11"]],
  ])("of %s, %s, rests on %j", (name, event, codes) => {
    expect(actions(shipped(name), event)[0]?.data["legalBasis"]).toEqual(codes);
  });

  test("has the measures granted by it, and prolongs where its type says so", () => {
    const plan = shipped("01-syskon-tva-lagar");
    expect(actions(plan, "tdec")[0]?.data).toMatchObject({ measures: [{ measureType: "yac-75" }] });
    expect(actions(plan, "tdec")[0]?.data["continues"]).toBeUndefined();
    expect(actions(plan, "tprol")[0]?.data).toMatchObject({ continues: true });
  });

  test("that is recorded as something else leaves what is done about it uncovered", () => {
    const plan = shipped("03-lvu-over-jul");
    expect(actions(plan, "not-c")).toEqual([]);
    expect(plan.notCovered.map(({ reason }) => reason)).toContain(
      "compulsory care: lvu.urgentCareDecided is a decision of it",
    );
  });
});

describe("a request for information", () => {
  test("rests on consent only where its ground is consent", () => {
    const plan = shipped("04-familjehem-sammanbrott");
    expect(actions(plan, "cq4")[0]?.data).toMatchObject({ body: "school", withConsent: true });
    expect(actions(plan, "cq0")[0]?.data["withConsent"]).toBeUndefined();
  });
});
