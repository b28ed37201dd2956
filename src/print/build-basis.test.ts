import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answers } from "../domain/event.ts";
import { itemsOf } from "../domain/read.ts";
import { buildBasis } from "./build-basis.ts";
import { recipientOf } from "./build-context.ts";
import type { BasisFacts, PartyFacts } from "./facts.ts";
import type { Block, PrintModel } from "./model.ts";
import { textsOf } from "./model-texts.ts";
import {
  basisContent,
  basisFacts,
  karin,
  parties,
  robert,
  sampleId,
  vidar,
} from "./testing/sample.ts";

const forKarin = recipientOf(parties[0]!);
const forRobert = recipientOf(parties[1]!);
const internal = { kind: "internal" } as const;

function print(
  change: Partial<BasisFacts> = {},
  recipient: Parameters<typeof buildBasis>[1] = internal,
): PrintModel {
  return buildBasis(basisFacts(change), recipient, "7c1d");
}

function allText(model: PrintModel): string {
  return textsOf(model)
    .map(({ text }) => text)
    .join("\n");
}

function headings(model: PrintModel): readonly string[] {
  return model.body.flatMap((block) => (block.type === "heading" ? [block.text] : []));
}

function statementsWith(items: readonly object[]): Answers {
  // The fixture of a test: items as a draft would have them.
  return { ...basisContent, statements: items as never };
}

describe("a decision basis on paper", () => {
  test("follows the specification: sections in order, areas in use under their sides", () => {
    expect(headings(print({}, forKarin)).slice(0, 8)).toEqual([
      "Ärendet",
      "Så har utredningen gjorts",
      "Barnets utveckling",
      "Hälsa",
      "Utbildning",
      "Känslor och beteende",
      "Sociala relationer",
      "Föräldrarnas förmåga",
    ]);
  });

  test("leaves out headings that are not in use", () => {
    const { matterSummary, proposal } = basisContent;
    const short = print(
      { content: { matterSummary: matterSummary!, proposal: proposal! } },
      forKarin,
    );
    expect(headings(short)).toEqual(["Ärendet", "Förslag", "Fastställt"]);
  });

  test("has a first page that answers what, what is proposed, what now, whom to ask", () => {
    expect(print({}, forRobert).front.map((part) => part.heading)).toEqual([
      "Vad är det här?",
      "Det här vill Vidar säga",
      "Vad föreslås?",
      "Vad händer nu?",
      "Vem kan jag fråga?",
    ]);
  });

  test("speaks to the child in the child's own copy", () => {
    const child: PartyFacts = {
      person: vidar,
      kind: "child",
      name: "Vidar Almroth",
      audience: "child",
    };
    const copy = print({ parties: [...parties, child] }, recipientOf(child));
    expect(copy.front[0]?.paragraphs[0]).toContain("hur du har det");
    expect(copy.front.map((part) => part.heading)).toContain("Det här har du sagt");
    expect(copy.subtitle).toBe("Vidar Almroth, 20160621-9853");
  });

  test("tells the last day to comment before the decision, to that party only", () => {
    const fixed = { version: { ...basisFacts().version, status: "fixed" as const } };
    expect(allText(print(fixed, forRobert))).toContain("Senast den 24 juni 2026");
    expect(allText(print(fixed, forKarin))).not.toContain("24 juni");
    expect(print(fixed, forKarin).marks).toContain("Före beslut, för synpunkter");
    expect(allText(print(fixed, forKarin))).toContain("Om du inte svarar kan nämnden ändå besluta");
    expect(allText(print({}, forRobert))).not.toContain("Om du inte svarar");
  });

  test("marks a synthetic board and an internal copy on every page", () => {
    expect(print().marks).toEqual([
      "Endast test: inga riktiga personuppgifter",
      "Internt exemplar, lämnas inte ut",
    ]);
    expect(print({ board: { name: "N", synthetic: false } }, forKarin).marks).toEqual([]);
  });

  test("says who made it final, in what role and when", () => {
    const signing = print({}, forKarin).body.findLast((block) => block.type === "facts");
    expect(JSON.stringify(signing)).toContain("Mira Falkö, socialsekreterare");
    expect(JSON.stringify(signing)).toContain("25 juni 2026 kl. 09.30");
  });

  test("puts the source beside the text, with its day only once", () => {
    const dental = print().body.find(
      (block) => block.type === "text" && block.paragraphs[0]?.startsWith("Fyra"),
    );
    expect(dental).toMatchObject({
      label: { strong: "Annan informant", lines: ["Tandhygienist", "24 februari 2026"] },
    });
  });

  test("prints what a later specification asks for, without knowing it", () => {
    const spec = basisFacts().spec;
    const document = spec.document("decision-basis")!;
    const first = document.sections[0]!;
    const field = { id: "newQuestion", label: "Ny fråga", type: "yesno", print: true, items: [] };
    const sections = [
      { ...first, fields: [...first.fields, field] },
      ...document.sections.slice(1),
    ];
    const later = { ...spec, document: () => ({ ...document, sections }) };
    const model = print({ spec: later, content: { ...basisContent, newQuestion: true } }, forKarin);
    expect(model.body.slice(0, 4)).toContainEqual(
      expect.objectContaining({ rows: [expect.objectContaining({ paragraphs: ["Ja"] })] }),
    );
  });

  test("loses no text with an area the specification does not know", () => {
    const model = print({
      content: statementsWith([{ id: sampleId("ff"), area: "XX9", text: "Hör hit" }]),
    });
    expect(headings(model)).toContain("Övriga uppgifter");
    expect(allText(model)).toContain("Hör hit");
  });

  test("says why an answer is missing", () => {
    const model = print({ content: { ...basisContent, sipNeed: { missing: "not_relevant" } } });
    expect(allText(model)).toContain("Inte aktuellt");
  });

  test("names neither the licensed material nor an id", () => {
    const text = allText(print());
    expect(text).not.toMatch(/bbic/i);
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  });

  test("leads every text back to its answer in the signed document", () => {
    const statements = itemsOf(basisContent["statements"]);
    const at = statements.findIndex(
      (item) => item["text"] === "Pappa var bra på att cykla med mig.",
    );
    const block = print({}, forRobert).body.find(
      (one): one is Extract<Block, { type: "text" }> =>
        one.type === "text" && one.paragraphs[0] === "”Pappa var bra på att cykla med mig.”",
    );
    expect(block?.pointer).toBe(`/statements/${at}/text`);
  });
});

describe("what a recipient does not get", () => {
  test("a statement that is hidden from the recipient", () => {
    expect(allText(print({}, forRobert))).not.toContain("Norrängsskolan");
    expect(allText(print({}, forKarin))).toContain("Norrängsskolan");
  });

  test("the child's words that the child has not shared, also on the first page", () => {
    const copy = allText(print({}, forRobert));
    expect(copy).toContain("Pappa var bra på att cykla med mig.");
    expect(copy).not.toContain("Vi gick ut genom tvättstugan");
    expect(copy).not.toContain("Det är bara Signe som vet");
    expect(allText(print())).toContain("Det är bara Signe som vet");
  });

  test("a first page that tells that something was left out", () => {
    const spoken = [{ text: "Hemligt", visibleTo: ["guardian-a"] }];
    const fronts = print({ spoken }, forRobert).front.map((part) => part.heading);
    expect(fronts).not.toContain("Det här vill Vidar säga");
  });

  test("the source of a shielded reporter", () => {
    const copy = allText(print({ reporterShielded: true }, forKarin));
    expect(copy).toContain("uppgift från anmälare");
    expect(copy).not.toContain("Polisens anmälan");
    expect(allText(print({ reporterShielded: true }))).toContain("Polisens anmälan");
  });

  test("the number of a child with protected data", () => {
    expect(allText(print({}, forKarin))).not.toContain("9853");
    expect(allText(print())).toContain("20160621-9853");
    const open = { ...basisFacts().child, protected: false };
    expect(print({ child: open }, forKarin).subtitle).toBe("Vidar Almroth, 20160621-9853");
  });

  test("the list of what is left out", () => {
    expect(headings(print())).toContain("Det här får inte alla se");
    expect(headings(print({}, forRobert))).not.toContain("Det här får inte alla se");
    expect(allText(print({}, forRobert))).not.toContain("visas inte för");
    const list = JSON.stringify(print().body.at(-1));
    expect(list).toContain("Robert Tallhed");
    expect(list).toContain("Utbildning, annan informant, klasslärare, Norrängsskolan");
    expect(list).toContain("dold för mottagaren");
  });

  test("never a hidden text, whatever the content", () => {
    const people = [karin, robert];
    const statement = fc.record({
      id: fc.uuid(),
      area: fc.constantFrom("BU1", "FF4", "FM2", "unknown"),
      kind: fc.constantFrom("fact", "childs-words", "guardians-words", "assessment"),
      text: fc.stringMatching(/^[a-zåäö]{12}$/),
      sourceKind: fc.constantFrom("reporter", "school", "child"),
      sourceText: fc.stringMatching(/^[a-zåäö]{12}$/),
      hiddenFrom: fc.subarray(people),
      visibleTo: fc.subarray(["child", "guardian-a", "guardian-b"]),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(statement, { selector: (one) => one.id }),
        fc.boolean(),
        (items, shielded) => {
          const facts = { content: statementsWith(items), reporterShielded: shielded, spoken: [] };
          for (const party of parties) {
            const copy = allText(print(facts, recipientOf(party)));
            for (const item of items) {
              const hidden =
                item.hiddenFrom.some((person) => person === party.person) ||
                (item.kind === "childs-words" && !item.visibleTo.includes(party.audience));
              expect(copy.includes(item.text)).toBe(!hidden);
              const sourceHidden = hidden || (shielded && item.sourceKind === "reporter");
              expect(copy.toLowerCase().includes(item.sourceText)).toBe(!sourceHidden);
            }
          }
        },
      ),
    );
  });
});
