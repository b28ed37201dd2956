import { itemsOf, textOf } from "../domain/read.ts";
import { quoted } from "./blocks.ts";
import type { BuildContext } from "./build-context.ts";
import type { EntryFacts } from "./facts.ts";
import { dateInWords } from "./field-values.ts";
import { firstSentences, part, whomToAsk } from "./front-page.ts";
import { goalWords } from "./goal-words.ts";
import type { FrontPart } from "./model.ts";
import { printDocument, type PrintDocument } from "./print-documents.ts";
import { fill, paragraphsOf, say } from "./print-texts.ts";

/** First page of a document of a measure: what it is, the goals, how it goes, what the child says, what now, whom to ask. */
export function entryFront(ctx: BuildContext, facts: EntryFacts): readonly FrontPart[] {
  const document = printDocument(facts.document);
  if (document === undefined) return [whomToAsk(ctx)];
  return [
    whatItIs(ctx, document),
    ...goals(ctx, document),
    ...howItGoes(ctx, document),
    ...childsVoice(ctx),
    next(ctx, document),
    whomToAsk(ctx),
  ];
}

function whatItIs(ctx: BuildContext, { what, whatToChild }: PrintDocument): FrontPart {
  const text = ctx.party?.kind === "child" ? whatToChild : what;
  return part("print.front.what", [fill(text, { child: ctx.facts.child.givenName })]);
}

function goals(ctx: BuildContext, { goals: lists }: PrintDocument): readonly FrontPart[] {
  const words = lists
    .flatMap((list) => itemsOf(ctx.content[list]))
    .map((item) => goalWords(item)[1])
    .filter((text) => text !== "");
  return words.length === 0 ? [] : [part("print.front.goals", words)];
}

function howItGoes(ctx: BuildContext, { main = "" }: PrintDocument): readonly FrontPart[] {
  const text = textOf(ctx.content[main]);
  if (text === undefined) return [];
  const shown = firstSentences(paragraphsOf(text).join("\n\n"));
  return [{ ...part("print.front.so-far", paragraphsOf(shown)), pointer: `/${main}` }];
}

/** What the child says, as far as the child lets the recipient read it: the copy has been masked already. */
function childsVoice(ctx: BuildContext): readonly FrontPart[] {
  const text = textOf(ctx.content["childsView"]);
  if (text === undefined) return [];
  const toChild = ctx.party?.kind === "child";
  const title = toChild
    ? say("print.front.voice.child")
    : say("print.front.voice", { child: ctx.facts.child.givenName });
  const paragraphs = paragraphsOf(text).slice(0, 1).map(quoted);
  return [{ heading: title, paragraphs, voice: "own-words", pointer: "/childsView" }];
}

function next(ctx: BuildContext, { next: { field, text } }: PrintDocument): FrontPart {
  const date = dateInWords(textOf(ctx.content[field]));
  const words = date === undefined ? say("print.front.next.none") : fill(text, { date });
  return part("print.front.next", [words]);
}
