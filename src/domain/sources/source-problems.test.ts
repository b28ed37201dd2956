import { describe, expect, test } from "vitest";
import type { Answers } from "../event.ts";
import { basisContent, id } from "../testing/chain.ts";
import { document, opened } from "../testing/story.ts";

const letter = id(80);
const statement = { id: id(90), area: "BU1", kind: "fact", text: "Nio dagars frånvaro [1]." };

function fix(more: Answers | ((entry: number) => Answers)) {
  const chain = opened();
  const taken = chain.give("document.receive", "2026-03-09T15:00", {
    ids: { received: letter },
    data: {
      foundOn: "2026-03-09",
      arrivalWay: "handed-over",
      kind: "school-report",
      sender: "school",
      about: "Frånvaro",
      text: "Hej!",
    },
    computed: { file: id(81), filePages: 3 },
  });
  expect(taken.ok).toBe(true);
  const entry = chain.events.at(-1)?.seq ?? 0;
  const content = {
    ...basisContent,
    statements: [statement],
    ...(typeof more === "function" ? more(entry) : more),
  };
  const outcome = chain.give("basis.fix", "2026-05-04T09:00", { ids: { document }, content });
  return outcome.problems
    .filter(({ severity }) => severity === "block")
    .map((one) => `${one.id} ${one.pointer ?? ""}`);
}

const cites = (more: Readonly<Record<string, string | number>>, mark = 1) => ({
  id: id(70 + mark),
  mark,
  kind: "received",
  ...more,
});

describe("a text that cites", () => {
  test("names a received document of the matter and a page that it has", () => {
    expect(fix((entry) => ({ citations: [cites({ entry, part: letter, page: 3 })] }))).toEqual([]);
    expect(fix((entry) => ({ citations: [cites({ entry, part: letter, page: 4 })] }))).toEqual([
      "citation.no-such-page /content/citations/0/page",
    ]);
    expect(fix({ citations: [cites({ part: id(82) })] })).toEqual([
      "citation.unknown-document /content/citations/0/part",
    ]);
  });

  test("names something of the record", () => {
    expect(fix({ citations: [cites({ kind: "note" })] })).toEqual([
      "citation.unknown-source /content/citations/0",
    ]);
    expect(fix((entry) => ({ citations: [cites({ entry: entry + 1, part: letter })] }))).toEqual([
      "citation.unknown-document /content/citations/0/part",
    ]);
  });

  test("names a statement that still stands", () => {
    const of = (part: string) => fix({ citations: [cites({ kind: "statement", part })] });
    expect(of(id(90))).toEqual([]);
    expect(of(id(91))).toEqual(["citation.unknown-statement /content/citations/0"]);
  });

  test("has one source a number", () => {
    const twice = (entry: number) => {
      const one = cites({ entry, part: letter });
      return { citations: [one, { ...one, id: id(79) }] };
    };
    expect(fix(twice)).toEqual(["citation.mark-twice /content/citations/1"]);
  });

  test("says nothing of a source that no text names any more", () => {
    const citations = (entry: number) => ({
      citations: [cites({ entry, part: letter }), cites({ part: id(82) }, 2)],
    });
    expect(fix(citations)).toEqual([]);
  });
});

describe("a text brought from an earlier document", () => {
  const carried = (field: string, text: string, confirmed?: boolean) => [
    { id: id(60), field, text, entry: 3, ...(confirmed === undefined ? {} : { confirmed }) },
  ];
  const text = "Familjen har haft kontakt med skolan.";

  test("stops until it is confirmed or changed", () => {
    const consequences = `Först. ${text}`;
    expect(fix({ consequences, carried: carried("consequences", text) })).toEqual([
      "carried.unconfirmed /content/consequences",
    ]);
    expect(fix({ consequences, carried: carried("consequences", text, true) })).toEqual([]);
    const changed = "Först. Familjen har haft god kontakt med skolan.";
    expect(fix({ consequences: changed, carried: carried("consequences", text) })).toEqual([]);
    expect(fix({ carried: carried("consequences", text) })).toEqual([]);
  });

  test("is found in an item of a list", () => {
    const path = `statements/${id(90)}/text`;
    expect(
      fix({
        statements: [{ ...statement, text }],
        carried: carried(path, text),
      }),
    ).toEqual(["carried.unconfirmed /content/statements/0/text"]);
  });
});
