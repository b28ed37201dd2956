import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LetterAudience } from "../../spec/letter-types.ts";
import { readSpecForTests } from "../testing/read-spec.ts";
import { fieldsOf, fillLetter } from "./fill-letter.ts";
import { type LetterFacts, type LetterField, letterFields, maySee } from "./letter-fields.ts";

const { pack, law } = readSpecForTests();
const letters = Object.values(pack.letters.letters);
const { audiences } = pack.letters;
const fields = Object.keys(letterFields) as LetterField[];

function audience(id: string): LetterAudience {
  const found = audiences.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no audience ${id}`);
  return found;
}

/** Facts where every field says something that stands nowhere else. */
const someFacts: fc.Arbitrary<LetterFacts> = fc
  .record({
    left: fc.subarray(fields),
    withheld: fc.subarray<LetterField>(["reporter"]),
  })
  .map(({ left, withheld }) => ({
    values: Object.fromEntries(left.map((field) => [field, `«${field}»`])),
    withheld,
  }));

describe("the letters of the specification", () => {
  test("name only fields that letters have, and law texts that are there", () => {
    for (const letter of letters) {
      for (const block of letter.blocks) {
        const braces = `${block.heading.sv}${block.text?.sv ?? ""}${block.text?.en ?? ""}`;
        for (const [, name = ""] of braces.matchAll(/\{(\w+)\}/g)) expect(fields).toContain(name);
        if (block.when !== undefined) expect(fields).toContain(block.when);
        for (const id of block.law ?? []) expect([...law.texts.keys()]).toContain(id);
      }
    }
  });

  test("say nothing but what some audience of theirs may see", () => {
    for (const letter of letters) {
      for (const block of letter.blocks) {
        const readers = (block.for ?? letter.recipients).map(audience);
        for (const field of fieldsOf(block)) {
          const seen = readers.some((one) => maySee(one, field, { values: {}, withheld: [] }));
          expect(seen, `${letter.id}/${block.id}: ${field}`).toBe(true);
        }
      }
    }
  });
});

describe("a letter for two recipients", () => {
  const pair = fc.record({
    letter: fc.constantFrom(...letters),
    one: fc.constantFrom(...audiences),
    other: fc.constantFrom(...audiences),
    facts: someFacts,
  });

  test("never tells either of them a field their policy denies", () => {
    fc.assert(
      fc.property(pair, ({ letter, one, other, facts }) => {
        for (const reader of [one, other]) {
          const { blocks } = fillLetter(letter, reader, facts, law.texts);
          const text = JSON.stringify(blocks);
          for (const field of fields.filter((name) => !maySee(reader, name, facts))) {
            expect(text).not.toContain(`«${field}»`);
          }
        }
      }),
    );
  });

  test("leaves out whole blocks and lists them in the internal copy only", () => {
    fc.assert(
      fc.property(pair, ({ letter, one, facts }) => {
        const theirs = fillLetter(letter, one, facts, law.texts);
        const internal = fillLetter(letter, one, facts, law.texts, true);
        const left = internal.omitted.map(({ id }) => id);
        const kept = theirs.blocks.map(({ id }) => id);
        expect(internal.blocks.map(({ id }) => id).toSorted()).toEqual(
          [...kept, ...left].toSorted(),
        );
        expect(JSON.stringify(theirs.blocks)).not.toMatch(/\{\w+\}/);
      }),
    );
  });
});

describe("a field", () => {
  test("in what somebody has written is no field", () => {
    const facts: LetterFacts = {
      values: { concern: "Skolan skrev {reporter}.", reporter: "skola", openedOn: "1 mars" },
      withheld: ["reporter"],
    };
    const letter = pack.letters.letters["investigation-opened"];
    if (letter === undefined) throw new Error("no letter");
    const { blocks, omitted } = fillLetter(letter, audience("guardian"), facts, law.texts);
    expect(blocks.find(({ id }) => id === "why")?.paragraphs).toEqual(["Skolan skrev {reporter}."]);
    expect(omitted).toMatchObject([{ id: "source", fields: ["reporter"] }]);
  });

  test("that nobody has filled in is said to be lacking", () => {
    const letter = pack.letters.letters["communication"];
    if (letter === undefined) throw new Error("no letter");
    const empty: LetterFacts = { values: {}, withheld: [] };
    const { lacking } = fillLetter(letter, audience("guardian"), empty, law.texts);
    expect(lacking).toContain("answerBy");
  });
});
