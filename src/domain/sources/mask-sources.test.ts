import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseUuid, type Uuid } from "../../kernel/ids.ts";
import { copyFor, type Recipient } from "../copy.ts";
import type { AnswerItem, Answers } from "../event.ts";
import { codesOf, itemsOf, numberOf, textOf } from "../read.ts";
import { marksIn, marksOf, markText, withoutMarks } from "./citations.ts";
import { sourceHiddenFrom, withSourceSecrecy } from "./source-secrecy.ts";

function id(n: number): Uuid {
  const parsed = parseUuid(`01900000-0000-7000-8000-${String(n).padStart(12, "0")}`);
  if (parsed === undefined) throw new Error("bad id");
  return parsed;
}

const karin = { person: id(1), audience: "guardian-a" };
const robert = { person: id(2), audience: "guardian-b" };
const readers = [karin, robert];
const copyOf = (content: Answers, reader: typeof karin) => {
  const recipient: Recipient = { kind: "party", ...reader };
  return copyFor(content, recipient, false);
};

const citation = (n: number, more: Readonly<Record<string, string | number>>): AnswerItem => ({
  id: id(100 + n),
  mark: n,
  kind: "received",
  ...more,
});

describe("a copy that cites", () => {
  const content: Answers = {
    weighing: "Frånvaron ökar [1]. Han vill bo kvar [2], säger han [3] [9].",
    statements: [
      { id: id(10), kind: "fact", text: "Nio dagar borta [1].", hiddenFrom: [] },
      { id: id(11), kind: "childs-words", text: "Jag vill bo här", visibleTo: ["guardian-a"] },
    ],
    citations: [
      citation(1, { entry: 5, part: id(50), page: 2 }),
      citation(2, { entry: 6, kind: "words" }),
      citation(3, { kind: "statement", part: id(11) }),
    ],
    carried: [{ id: id(60), field: "weighing", text: "Frånvaron ökar", entry: 3 }],
  };
  const entries: Readonly<Record<number, Answers>> = {
    5: { hiddenFrom: [robert.person] },
    6: { childsWords: "Jag vill bo här", visibleTo: ["guardian-a"] },
  };
  const marked = withSourceSecrecy(content, (each) =>
    sourceHiddenFrom(each, entries[each.entry ?? 0] ?? {}, readers),
  );

  test("keeps what its recipient may see", () => {
    const copy = copyOf(marked, karin).content;
    expect(copy["weighing"]).toBe(content["weighing"]);
    expect(itemsOf(copy["citations"]).map(({ mark }) => mark)).toEqual([1, 2, 3]);
  });

  test("neither cites nor numbers what its recipient may not see, nor tells it again", () => {
    const { content: copy, omitted } = copyOf(marked, robert);
    expect(copy["weighing"]).toBe("Frånvaron ökar. Han vill bo kvar, säger han [9].");
    expect(copy["citations"]).toEqual([]);
    expect(copy["statements"]).toEqual([]);
    expect(omitted.map(({ pointer }) => pointer)).toEqual([
      "/statements/0",
      "/statements/1",
      "/citations/0",
      "/citations/1",
      "/citations/2",
    ]);
  });

  test("never tells from where a text was brought", () => {
    expect(copyOf(marked, karin).content).not.toHaveProperty("carried");
  });
});

describe("numbers in a text", () => {
  test("are taken out with the space before them", () => {
    expect(withoutMarks("Ja [1] nej [2].", new Set([2]))).toBe("Ja [1] nej.");
    expect(marksIn("a [3] b [3] [12] [x] [12345]")).toEqual([3, 12]);
  });
});

describe("masking of citations", () => {
  const marks = fc.integer({ min: 1, max: 9 });
  const text = fc
    .array(fc.oneof(fc.constantFrom("ord", "annat", "  ", "[", "]", "\n"), marks.map(markText)))
    .map((parts) => parts.join(" "));
  const persons = fc.subarray([karin.person, robert.person]);
  const contents: fc.Arbitrary<Answers> = fc.record({
    weighing: text,
    proposal: text,
    statements: fc.uniqueArray(
      fc.record({
        id: fc.integer({ min: 10, max: 14 }).map(id),
        kind: fc.constantFrom("fact", "childs-words"),
        text,
        hiddenFrom: persons,
        visibleTo: fc.subarray(["guardian-a", "guardian-b"]),
      }),
      { maxLength: 4, selector: (item) => item.id },
    ),
    citations: fc
      .uniqueArray(
        fc.record({
          mark: marks,
          kind: fc.constantFrom("received", "words", "statement", "note"),
          part: fc.integer({ min: 10, max: 14 }).map(id),
        }),
        { selector: ({ mark }) => mark },
      )
      .map((all) => all.map((each) => ({ ...each, id: id(100 + each.mark) }))),
  });
  const entries = fc.array(
    fc.record({
      hiddenFrom: persons,
      visibleTo: fc.subarray(["guardian-a", "guardian-b"]),
      childsWords: fc.constant("ord"),
    }),
    { minLength: 10, maxLength: 10 },
  );

  test("for two random recipients, no text names a source the copy does not hold, and none is held that is hidden", () => {
    fc.assert(
      fc.property(contents, entries, fc.constantFrom(...readers), (content, sources, reader) => {
        // Every second citation is of an entry, the others of statements of the document itself.
        const cited = itemsOf(content["citations"]).map((item) =>
          Number(item["mark"]) % 2 === 0 ? { ...item, entry: Number(item["mark"]) } : item,
        );
        const marked = withSourceSecrecy({ ...content, citations: cited }, (each) =>
          each.entry === undefined
            ? []
            : sourceHiddenFrom(each, sources[each.entry] ?? {}, readers),
        );
        const copy = copyOf(marked, reader).content;
        const held = itemsOf(copy["citations"]);
        const numbers = new Set(held.map((item) => numberOf(item["mark"])));
        const all = new Set(cited.map((item) => numberOf(item["mark"])));
        for (const mark of marksOf(copy)) expect(!all.has(mark) || numbers.has(mark)).toBe(true);
        const whole = new Map(itemsOf(marked["citations"]).map((item) => [item.id, item]));
        for (const item of held) {
          expect(codesOf(whole.get(item.id)?.["hiddenFrom"])).not.toContain(reader.person);
        }
        const stands = new Set(itemsOf(copy["statements"]).map((item) => item.id));
        const stood = new Set(itemsOf(marked["statements"]).map((item) => item.id));
        for (const item of held.filter((each) => each["entry"] === undefined)) {
          const part = textOf(item["part"]) ?? "";
          expect(!stood.has(part) || stands.has(part)).toBe(true);
        }
      }),
    );
  });
});
