import { describe, expect, test } from "vitest";
import type { Answers } from "../domain/event.ts";
import { buildBasis } from "./build-basis.ts";
import { recipientOf } from "./build-context.ts";
import type { BasisFacts } from "./facts.ts";
import { scanCopy, scanForDetails, scanForIdentity, scanForRelation } from "./scan.ts";
import { basisContent, basisFacts, parties, sampleId } from "./testing/sample.ts";

const forKarin = recipientOf(parties[0]!);
const forRobert = recipientOf(parties[1]!);

function modelWith(text: string) {
  return buildBasis(basisFacts({ content: { weighing: text } }), forKarin, "7c1d");
}

function found(text: string, ...names: string[]): boolean {
  return scanForIdentity(modelWith(text), names).length > 0;
}

describe("scanForRelation", () => {
  const told = (text: string, relation: string) =>
    scanForRelation(modelWith(text), [relation]).length > 0;

  test.each([
    ["Det var mormor som anmälde.", "mormor"],
    ["Anmälan kom från grannen.", "granne"],
    ["Moster gjorde en orosanmälan.", "moster"],
  ])("finds who reported in %j", (text, relation) => {
    expect(told(text, relation)).toBe(true);
  });

  test.each([
    ["Elmer är ofta hos mormor.", "mormor"],
    ["En anmälan kom in. Elmer bor hos mormor.", "mormor"],
    ["Det var mormor som anmälde.", ""],
  ])("finds nothing in %j", (text, relation) => {
    expect(told(text, relation)).toBe(false);
  });
});

describe("scanForIdentity", () => {
  test.each([
    ["Grannen Sune Gräns ringde.", "Sune Gräns"],
    ["Enligt SUNE GRÄNS är det så.", "Sune Gräns"],
    ["Enligt Sune Grans är det så.", "Sune Gräns"],
    ["Det var Gräns' fru.", "Gräns"],
    ["Sune\nGräns sa det.", "Sune Gräns"],
    ["Andréns barn leker där.", "Andren"],
    ["Anna-Lena var där.", "Anna Lena"],
    ["Ring 070 174 06 99 efter klockan tre.", "070-174 06 99"],
    ["Ring +46 70 174 06 99.", "0701740699"],
    ["Skriv till sune.grans@exempel.se.", "sune.grans@exempel.se"],
    ["Sune Gräns.", "sune gräns"],
    ["Sune Grä\u00adns ringde.", "Sune Gräns"],
    ["S\u200bune\u00a0Gr\u2060äns ringde.", "Sune Gräns"],
    ["Su\u202ene Gräns ringde.", "Sune Gräns"],
    ["Sune Gräns ringde.", "Su\u00adne Gräns"],
  ])("finds it in %j", (text, name) => {
    expect(found(text, name)).toBe(true);
  });

  test.each([
    ["Gränsen mot grannen är en häck.", "Gräns"],
    ["Personalen såg det.", "Sonal"],
    ["Samtal 2026-01-22 kl. 09.30.", "0920260122"],
    ["Ring 070-174 06 98.", "070-174 06 99"],
    ["Inget namn.", ""],
  ])("finds nothing in %j", (text, name) => {
    expect(found(text, name)).toBe(false);
  });

  test("names the field, so that the writer finds the place", () => {
    expect(scanForIdentity(modelWith("Sune sa det."), ["Sune"])).toEqual([
      {
        id: "print.reporter-named-in-text",
        severity: "block",
        status: 409,
        section: "OSL 26:5",
        pointer: "/weighing",
      },
    ]);
  });
});

describe("scanForDetails", () => {
  test.each([
    "Skogsprovet 2, 999 77 Lindvik",
    "på Skogsprovet",
    "postnummer 99977",
    "postnummer 999 77",
    "SKOGSPROVET 2",
  ])("finds an address in %j", (text) => {
    expect(
      scanForDetails(modelWith(`Familjen bor ${text}.`), ["Skogsprovet 2, 999 77 Lindvik"]),
    ).toHaveLength(1);
  });

  test("does not take the town for the address", () => {
    expect(
      scanForDetails(modelWith("De bor kvar i Lindvik."), ["Skogsprovet 2, 999 77 Lindvik"]),
    ).toEqual([]);
  });
});

describe("scanCopy", () => {
  function problemsOf(change: Partial<BasisFacts>, recipient = forRobert) {
    const facts = basisFacts(change);
    return scanCopy(buildBasis(facts, recipient, "7c1d"), facts, recipient).map(
      ({ id, pointer }) => `${id} ${pointer}`,
    );
  }

  function withText(text: string): Answers {
    return { ...basisContent, weighing: text };
  }

  test("lets a well masked copy pass", () => {
    expect(problemsOf({})).toEqual([]);
    expect(problemsOf({}, forKarin)).toEqual([]);
  });

  test("stops a protected school in another text, for the one it is secret towards only", () => {
    const content = withText("Rektorn på Norrängsskolan ringde.");
    expect(problemsOf({ content })).toEqual(["print.protected-detail-in-text /weighing"]);
    expect(problemsOf({ content }, forKarin)).toEqual([]);
  });

  test("stops a shielded reporter's name for every party, never the internal copy", () => {
    const change = {
      content: withText("Som Sune Gräns säger."),
      secrets: [{ kind: "reporter" as const, text: "Sune Gräns" }],
    };
    expect(problemsOf(change)).toEqual(["print.reporter-named-in-text /weighing"]);
    expect(problemsOf(change, forKarin)).toEqual(["print.reporter-named-in-text /weighing"]);
    const facts = basisFacts(change);
    const internal = { kind: "internal" } as const;
    expect(scanCopy(buildBasis(facts, internal, "0"), facts, internal)).toEqual([]);
  });

  test("stops a hidden statement that was written once more where it shows", () => {
    const hidden = "Karin har en skriven säkerhetsplan och har bytt telefon.";
    const content = withText(`Vi vet att ${hidden.toLowerCase()} Det räcker.`);
    expect(problemsOf({ content })).toEqual(["print.hidden-text-repeated /weighing"]);
  });

  test("lets the child's words pass that the child has shared, though they stand twice", () => {
    const words = "Jag räknade kaklet till hundrafyra.";
    const statement = { id: sampleId("e1"), area: "BU3", kind: "childs-words", text: words };
    const factor = {
      id: sampleId("e2"),
      area: "BU3",
      kind: "risk",
      factor: "bu3-trauma",
      childsWords: words,
    };
    const shared = { statements: [{ ...statement, visibleTo: ["guardian-b"] }], factors: [factor] };
    const kept = {
      statements: [{ ...statement, visibleTo: ["child"] }],
      factors: [factor],
      childView: words,
    };
    expect(problemsOf({ content: shared })).toEqual([]);
    const spoken = [{ text: `${words} Sedan slutade jag.`, visibleTo: ["guardian-b"] }];
    expect(problemsOf({ content: { factors: [factor] }, spoken })).toEqual([]);
    expect(problemsOf({ content: kept })).toEqual(["print.hidden-text-repeated /childView"]);
  });
});
