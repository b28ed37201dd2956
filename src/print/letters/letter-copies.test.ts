import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { type LetterField, letterFields, maySee } from "../../domain/letters/letter-fields.ts";
import { readSpecForTests } from "../../domain/testing/read-spec.ts";
import { parseInstant } from "../../kernel/instant.ts";
import type { LetterAudience } from "../../spec/letter-types.ts";
import { textsOf } from "../model-texts.ts";
import { startRenderer } from "../render.ts";
import { bare, readPdf } from "../testing/pdf-text.ts";
import { sampleId } from "../testing/sample.ts";
import { buildLetter } from "./build-letter.ts";
import type { LetterPrintFacts } from "./letter-record.ts";
import { previewOf, scanLetter } from "./make-letter.ts";

const { pack, law } = readSpecForTests();
const { audiences } = pack.letters;
const letters = Object.values(pack.letters.letters);
const fields = Object.keys(letterFields) as LetterField[];
const renderer = startRenderer();
afterAll(() => renderer.close());

/** A word that stands nowhere else, for each field. */
function wordOf(field: LetterField): string {
  return `Zebra${fields.indexOf(field)}xylofon`;
}

const drawn = fc.record({
  letter: fc.constantFrom(...letters),
  one: fc.constantFrom(...audiences),
  other: fc.constantFrom(...audiences),
  known: fc.subarray(fields, { minLength: fields.length - 6 }),
  shielded: fc.boolean(),
});
type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

function factsOf({ letter, known, shielded }: Drawn, audience: LetterAudience): LetterPrintFacts {
  const at = parseInstant("2026-05-06T08:00:00.000Z");
  if (at === undefined) throw new Error("no moment");
  return {
    id: sampleId("e1"),
    letter,
    recipient: { audience, problems: [] },
    name: wordOf("recipient"),
    address: ["Storgatan 1", "123 45 Lindvik"],
    fields: {
      values: Object.fromEntries(known.map((field) => [field, wordOf(field)])),
      withheld: shielded ? ["reporter"] : [],
    },
    law: law.texts,
    pictureWords: new Map(),
    enclosures: [],
    board: { name: "Socialnämnden i Lindvik", synthetic: true },
    sender: ["Mira Falkö, socialsekreterare", "Utredningsgruppen"],
    at,
    reporterNames: [],
    details: [],
  };
}

/** Words of the fields that somebody may not see. */
function denied(audience: LetterAudience, facts: LetterPrintFacts): readonly string[] {
  return fields.filter((field) => !maySee(audience, field, facts.fields)).map(wordOf);
}

describe("a letter for one of two random recipients", () => {
  test("holds no denied field in what the page gets, nor in any text of the print", () => {
    fc.assert(
      fc.property(drawn, (each) => {
        for (const audience of [each.one, each.other]) {
          const facts = factsOf(each, audience);
          const { model, omitted, lacking } = previewOf(facts);
          const answer = JSON.stringify({ model, omitted, lacking: [...lacking] });
          const printed = textsOf(buildLetter(facts, false, "abcd")).map(({ text }) => text);
          for (const word of denied(audience, facts)) {
            expect(answer).not.toContain(word);
            expect(printed.join("\n")).not.toContain(word);
          }
        }
      }),
    );
  });

  test("holds none in its PDF: pages, metadata, tags", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async (each) => {
        for (const audience of [each.one, each.other]) {
          const facts = factsOf(each, audience);
          const pdf = await renderer.render(buildLetter(facts, false, "abcd"));
          if (!pdf.ok) throw new Error(pdf.problems.map(({ id }) => id).join());
          const { pages, strings } = readPdf(pdf.value);
          const text = bare(pages.join("\n"));
          expect(text).toContain(bare(each.letter.title.sv));
          for (const word of denied(audience, facts)) {
            expect(text).not.toContain(bare(word));
            expect(strings).not.toContain(word);
          }
        }
      }),
      { numRuns: 12 },
    );
  });
});

describe("the unit's own copy", () => {
  test("has everything and lists what the recipient does not get", () => {
    const letter = pack.letters.letters["investigation-opened"];
    const audience = audiences.find(({ id }) => id === "guardian");
    if (letter === undefined || audience === undefined) throw new Error("no letter");
    const each: Drawn = { letter, one: audience, other: audience, known: fields, shielded: true };
    const facts = factsOf(each, audience);
    const internal = textsOf(buildLetter(facts, true, "abcd")).map(({ text }) => text);
    expect(internal.join("\n")).toContain(wordOf("reporter"));
    expect(internal).toContain("Internt exemplar, lämnas inte ut");
    expect(buildLetter(facts, true, "abcd").body).toMatchObject([
      { type: "heading" },
      { type: "list", items: [{ details: ["reporter"] }] },
    ]);
    expect(buildLetter(facts, false, "abcd").body).toEqual([]);
  });
});

describe("what the writer has written", () => {
  test("is refused where it names a shielded reporter or a protected address", () => {
    const letter = pack.letters.letters["summons"];
    const audience = audiences.find(({ id }) => id === "guardian");
    if (letter === undefined || audience === undefined) throw new Error("no letter");
    const each: Drawn = { letter, one: audience, other: audience, known: fields, shielded: true };
    const facts: LetterPrintFacts = {
      ...factsOf(each, audience),
      reporterNames: ["Sune Gräns", "070-174 06 05"],
      details: ["Solvägen 12, 123 45 Lindvik"],
      address: [],
    };
    const ids = (note: string) => {
      const fieldsWith = { ...facts.fields, values: { ...facts.fields.values, note } };
      const changed = { ...facts, fields: fieldsWith };
      return scanLetter(buildLetter(changed, false, ""), changed).map(({ id }) => id);
    };
    expect(ids("Välkommen!")).toEqual([]);
    expect(ids("Sune Gräns har hört av sig.")).toEqual(["print.reporter-named-in-text"]);
    expect(ids("Ring 0701740605.")).toEqual(["print.reporter-named-in-text"]);
    expect(ids("Vi ses på Solvägen.")).toEqual(["print.protected-detail-in-text"]);
  });
});
