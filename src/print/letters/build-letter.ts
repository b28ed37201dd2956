import {
  type FilledBlock,
  type FilledLetter,
  fillLetter,
} from "../../domain/letters/fill-letter.ts";
import { stockholmDate } from "../../kernel/instant.ts";
import { heading, label, textBlock } from "../blocks.ts";
import { matterLine, momentParts, shortId } from "../frame.ts";
import type { Block, FrontPart, MastheadCell, PrintModel } from "../model.ts";
import { dayInWords, say } from "../print-texts.ts";
import type { LetterPrintFacts } from "./letter-record.ts";

/** Name of the child's own picture beside the model. */
export const drawingName = "drawing";

/** The letter with its fields filled in, for its recipient or as the unit's own copy. */
export function fillOf(facts: LetterPrintFacts, internal: boolean): FilledLetter {
  const { letter, recipient, fields, law } = facts;
  return fillLetter(letter, recipient.audience, fields, law, internal);
}

/**
 * A letter on paper. Pure: the same facts give the same model. The title in the file's metadata and its name
 * say that it is a letter and no more.
 */
export function buildLetter(
  facts: LetterPrintFacts,
  internal: boolean,
  copyCode: string,
  notGiven: readonly Block[] = [],
): PrintModel {
  const filled = fillOf(facts, internal);
  const title = facts.letter.title.sv;
  const child = childLine(facts, internal);
  return {
    format: 1,
    kind: "letter",
    title,
    subtitle: child,
    documentTitle: say("letter.document", { id: shortId(facts.id) }),
    signedAt: momentParts(facts.at),
    marks: [
      ...(facts.board.synthetic ? [say("print.mark.synthetic")] : []),
      ...(internal ? [say("print.mark.internal")] : []),
    ],
    sender: { board: facts.board.name },
    masthead: masthead(facts),
    ...lookOf(facts),
    front: [...filled.blocks.map((block) => frontPart(block, facts)), ...enclosures(facts)],
    body: internal ? [...omittedBlocks(filled), ...notGiven] : [],
    footer: {
      running: title,
      left: [
        internal
          ? say("print.footer.internal", { code: copyCode })
          : say("print.footer.copy-for", { code: copyCode, name: facts.name }),
        say("letter.document", { id: shortId(facts.id) }),
      ],
      pageWord: say("print.footer.page"),
      ofWord: say("print.footer.of"),
    },
  };
}

/** A child under this age gets the largest text. */
const smallChild = 9;

function lookOf({ letter, fields }: LetterPrintFacts): Pick<PrintModel, "look"> {
  if (letter.look === undefined) return {};
  return { look: (fields.age ?? smallChild) < smallChild ? "small-child" : letter.look };
}

/** What comes with the letter, in the order in which it lies. */
function enclosures({ enclosures: all }: LetterPrintFacts): readonly FrontPart[] {
  if (all.length === 0) return [];
  const lines = all.map(({ label: what }, at) =>
    say("letter.enclosure.line", { n: at + 1, label: what }),
  );
  return [{ heading: say("letter.enclosures"), paragraphs: [lines.join("\n")], voice: "plain" }];
}

function frontPart(block: FilledBlock, facts: LetterPrintFacts): FrontPart {
  const { heading: head, paragraphs, pictures, space, field } = block;
  const words = facts.pictureWords;
  const drawn = pictures?.map((name) => {
    const alt = name === undefined ? undefined : words.get(name);
    return name === undefined || alt === undefined ? null : { name, alt };
  });
  return {
    heading: head,
    paragraphs,
    voice: "plain",
    ...(drawn === undefined ? {} : { pictures: drawn }),
    ...(field === "drawing" && facts.drawing !== undefined
      ? { image: { file: drawingName, alt: paragraphs.join(" ") } }
      : {}),
    ...(space === undefined ? {} : { space }),
  };
}

/** Whom it concerns, where the recipient may know it and is not the child. */
function childLine({ fields, recipient }: LetterPrintFacts, internal: boolean): string {
  const { audience } = recipient;
  const told = internal || (audience.sees.includes("child") && audience.role !== "child");
  return told ? say("letter.concerns", { child: fields.values.child ?? "" }) : "";
}

function masthead(facts: LetterPrintFacts): readonly MastheadCell[] {
  return [
    { label: say("letter.to"), lines: [facts.name, ...facts.address] },
    { label: say("letter.from"), lines: facts.sender },
    {
      label: say("letter.day"),
      lines: [dayInWords(stockholmDate(facts.at)), ...matterLine(facts.matterNumber)],
    },
  ];
}

/** What the recipient does not get: a list tells what it hides, so the internal copy alone has it. */
function omittedBlocks({ omitted }: FilledLetter): readonly Block[] {
  const head = heading(2, say("print.omitted.heading"));
  if (omitted.length === 0) return [head, textBlock(label(""), say("print.omitted.nothing"))];
  return [
    head,
    {
      type: "list",
      label: label(""),
      numbered: false,
      items: omitted.map((block) => ({ text: block.heading, details: [...block.fields] })),
    },
  ];
}
