import { describe, expect, test } from "vitest";
import { parseInstant } from "../../kernel/instant.ts";
import { parseUuid } from "../../kernel/ids.ts";
import { plainDate } from "../../kernel/plain-date.ts";
import { buildStory, type StoryPrintFacts } from "./build-story.ts";

function facts(more: Partial<StoryPrintFacts> = {}): StoryPrintFacts {
  const akt = parseUuid("01900000-0000-7000-8000-0000000000aa");
  const at = parseInstant("2026-11-25T09:30:00.000Z");
  if (akt === undefined || at === undefined) throw new Error("bad");
  const line = (on: string, sentence: string) => ({
    on: plainDate(on),
    by: "Mira Falkö",
    sentence,
    source: "Samtal",
    excerpt: null,
    mark: null,
  });
  return {
    akt,
    child: "Elmer Granvik",
    party: undefined,
    board: { name: "Nämnden", synthetic: true },
    maker: "Mira Falkö",
    at,
    narrowed: [],
    lines: [line("2026-02-01", "Samtal med Elmer."), line("2025-12-24", "Anmälan kom in.")],
    ...more,
  };
}

describe("the story on paper", () => {
  test("has a heading for each year and a row for each line, with its day and source", () => {
    const { body } = buildStory(facts());
    expect(body.map((block) => (block.type === "heading" ? block.text : block.type))).toEqual([
      "2026",
      "facts",
      "2025",
      "facts",
    ]);
    const [, rows] = body;
    expect(rows).toMatchObject({
      rows: [
        {
          label: { strong: "1 februari 2026", lines: ["Mira Falkö", "Samtal"] },
          paragraphs: ["Samtal med Elmer."],
        },
      ],
    });
  });

  test("says for whom it is, and keeps names out of the file's own title", () => {
    const copy = buildStory(facts({ party: { name: "Petra Granvik", role: "vårdnadshavare" } }));
    expect(copy.masthead[0]?.lines).toEqual(["Petra Granvik", "vårdnadshavare"]);
    expect(copy.marks).toHaveLength(1);
    expect(buildStory(facts()).marks).toHaveLength(2);
    expect(copy.documentTitle).not.toMatch(/Granvik/u);
  });

  test("of nothing is one page that says so", () => {
    const empty = buildStory(facts({ lines: [], narrowed: ["Bara beslut."] }));
    expect(empty.body).toEqual([]);
    expect(empty.front[0]?.paragraphs).toContain("Bara beslut.");
  });
});
