import type { Uuid } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import { stockholmDate } from "../../kernel/instant.ts";
import { datePartsOf, type PlainDate } from "../../kernel/plain-date.ts";
import { heading, label } from "../blocks.ts";
import { momentParts, shortId } from "../frame.ts";
import type { Block, FactRow, PrintModel } from "../model.ts";
import { dayInWords, paragraphsOf, say } from "../print-texts.ts";

/** A line of the story as its recipient may have it. */
export interface StoryPrintLine {
  readonly on: PlainDate;
  readonly by: string;
  readonly sentence: string;
  readonly source: string;
  /** None in a copy for a party. */
  readonly excerpt: string | null;
  /** That it was corrected or undone; none in a copy for a party, where such a line has no place. */
  readonly mark: string | null;
}

/** The story ready for paper: masked for its recipient, newest first. */
export interface StoryPrintFacts {
  readonly akt: Uuid;
  readonly child: string;
  /** Name and role of a party; undefined = the unit's own copy. */
  readonly party: { readonly name: string; readonly role: string } | undefined;
  readonly board: { readonly name: string; readonly synthetic: boolean };
  readonly maker: string;
  readonly at: Instant;
  /** What the story was narrowed to, in words. */
  readonly narrowed: readonly string[];
  readonly lines: readonly StoryPrintLine[];
}

/** The child's story on paper, a heading for each year. Pure: the same facts give the same model. */
export function buildStory(facts: StoryPrintFacts): PrintModel {
  const { party, board, at, child, lines } = facts;
  const title = say("story.title");
  const internal = party === undefined;
  return {
    format: 1,
    kind: "story",
    title,
    subtitle: child,
    documentTitle: say("story.document", { id: shortId(facts.akt) }),
    signedAt: momentParts(at),
    marks: [
      ...(board.synthetic ? [say("print.mark.synthetic")] : []),
      ...(internal ? [say("print.mark.internal")] : []),
    ],
    sender: { board: board.name },
    masthead: [
      {
        label: say("print.masthead.copy-for"),
        lines: internal ? [say("print.masthead.internal")] : [party.name, party.role],
      },
      { label: say("story.made-by"), lines: [facts.maker] },
      { label: say("story.made-on"), lines: [dayInWords(stockholmDate(at))] },
    ],
    front: [
      {
        heading: say("story.what"),
        paragraphs: [
          say(internal ? "story.what.internal" : "story.what.party"),
          ...facts.narrowed,
          say("story.count", { n: lines.length }),
        ],
        voice: "plain",
      },
    ],
    body: lines.length === 0 ? [] : yearBlocks(lines),
    footer: {
      running: say("print.running", { title, child }),
      left: [
        internal ? say("story.footer.internal") : say("story.footer.copy", { name: party.name }),
        say("story.document", { id: shortId(facts.akt) }),
      ],
      pageWord: say("print.footer.page"),
      ofWord: say("print.footer.of"),
    },
  };
}

function yearBlocks(lines: readonly StoryPrintLine[]): readonly Block[] {
  const years = Map.groupBy(lines, ({ on }) => datePartsOf(on).year);
  return [...years].flatMap(([year, all]): Block[] => [
    heading(2, String(year)),
    { type: "facts", rows: all.map(rowOf) },
  ]);
}

function rowOf({ on, by, sentence, source, excerpt, mark }: StoryPrintLine): FactRow {
  return {
    label: label(dayInWords(on), by, source),
    paragraphs: [sentence, ...(mark === null ? [] : [mark]), ...paragraphsOf(excerpt ?? "")],
  };
}
