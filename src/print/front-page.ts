import { codesOf, textOf } from "../domain/read.ts";
import { quoted } from "./blocks.ts";
import type { BuildContext } from "./build-context.ts";
import type { BasisFacts, DecisionFacts } from "./facts.ts";
import { dateInWords } from "./field-values.ts";
import type { FrontPart, Voice } from "./model.ts";
import { dayInWords, paragraphsOf, type PrintTextId, say } from "./print-texts.ts";

/** More than this of a proposal or decision is left to the body: the first page is for an overview. */
const longestOnFront = 900;

/** The latest of what the child has said; the rest stands in the notes. */
const mostWords = 3;

/** First page of a decision basis: what it is, the child's words, what is proposed, what now, whom to ask. */
export function basisFront(ctx: BuildContext, facts: BasisFacts): readonly FrontPart[] {
  return [
    whatItIs(ctx, "print.front.what.basis", "print.front.what.basis.child"),
    ...childsVoice(ctx),
    ...mainText(ctx, "proposal", "print.front.proposed"),
    part("print.front.next", basisNext(ctx, facts)),
    whomToAsk(ctx),
  ];
}

/** First page of a decision. */
export function decisionFront(ctx: BuildContext, facts: DecisionFacts): readonly FrontPart[] {
  return [
    whatItIs(ctx, "print.front.what.decision", "print.front.what.decision.child"),
    ...mainText(ctx, "wording", "print.front.decided"),
    part("print.front.next", decisionNext(ctx, facts)),
    ...childsVoice(ctx),
    whomToAsk(ctx),
  ];
}

export function part(
  heading: PrintTextId,
  paragraphs: readonly string[],
  voice: Voice = "plain",
): FrontPart {
  return { heading: say(heading), paragraphs, voice };
}

function whatItIs(ctx: BuildContext, id: PrintTextId, forChild: PrintTextId): FrontPart {
  const text = ctx.party?.kind === "child" ? forChild : id;
  return part("print.front.what", [say(text, { child: ctx.facts.child.givenName })]);
}

/** The proposal or the decision itself, whole where it is short. */
function mainText(ctx: BuildContext, field: string, headingId: PrintTextId): readonly FrontPart[] {
  const text = textOf(ctx.content[field]);
  if (text === undefined) return [];
  const pointer = `/${field}`;
  const all = paragraphsOf(text);
  if (text.length <= longestOnFront) return [{ ...part(headingId, all), pointer }];
  const goesOn = say("print.front.goes-on", { heading: fieldLabel(ctx, field) });
  return [{ ...part(headingId, [firstSentences(all[0] ?? ""), goesOn]), pointer }];
}

function fieldLabel(ctx: BuildContext, field: string): string {
  const document = ctx.facts.spec.document(field === "wording" ? "decision" : "decision-basis");
  const fields = document?.sections.flatMap((section) => section.fields) ?? [];
  return fields.find((one) => one.id === field)?.label ?? "";
}

/** Whole sentences up to the limit; the first one is cut between words only where it is longer itself. */
export function firstSentences(text: string): string {
  if (text.length <= longestOnFront) return text;
  const start = text.slice(0, longestOnFront);
  const end = Math.max(start.lastIndexOf(". "), start.lastIndexOf(".\n"));
  return end > 0
    ? start.slice(0, end + 1)
    : `${start.slice(0, Math.max(start.lastIndexOf(" "), 1))} …`;
}

function basisNext(ctx: BuildContext, facts: BasisFacts): readonly string[] {
  if (facts.version.status === "signed") return [say("print.front.next.signed")];
  const date = ctx.party === undefined ? undefined : facts.answerBy.get(ctx.party.person);
  const answer =
    date === undefined
      ? say("print.front.next.answer-open")
      : say("print.front.next.answer", { date: dayInWords(date) });
  return [answer, ...facts.rights];
}

function decisionNext(ctx: BuildContext, facts: DecisionFacts): readonly string[] {
  const tried: Record<typeof facts.appeal.appealable, PrintTextId> = {
    appeal: "print.front.next.appeal",
    not: "print.front.next.not",
    "legality-review": "print.front.next.legality-review",
  };
  return [...validity(ctx), say(tried[facts.appeal.appealable])];
}

function validity(ctx: BuildContext): readonly string[] {
  const from = dateInWords(textOf(ctx.content["validFrom"]));
  const to = dateInWords(textOf(ctx.content["validTo"]));
  if (from !== undefined && to !== undefined)
    return [say("print.front.next.from-to", { from, to })];
  if (from !== undefined) return [say("print.front.next.from", { date: from })];
  return to === undefined ? [] : [say("print.front.next.to", { date: to })];
}

/**
 * What the child wants to say, only where the child has let the recipient read it; the internal copy has
 * all. Nothing on the page tells that something else was said.
 */
function childsVoice(ctx: BuildContext): readonly FrontPart[] {
  const said = spokenFor(ctx).slice(0, mostWords);
  if (said.length === 0) return [];
  const toChild = ctx.party?.kind === "child";
  return [
    {
      heading: toChild
        ? say("print.front.voice.child")
        : say("print.front.voice", { child: ctx.facts.child.givenName }),
      paragraphs: said.map(quoted),
      voice: "own-words",
    },
  ];
}

/** The child's words from talks that this recipient may read. */
export function spokenFor(ctx: BuildContext): readonly string[] {
  const { recipient } = ctx;
  return ctx.facts.spoken
    .filter(
      (words) =>
        recipient.kind === "internal" || codesOf(words.visibleTo).includes(recipient.audience),
    )
    .map((words) => words.text);
}

export function whomToAsk(ctx: BuildContext): FrontPart {
  const { author, board } = ctx.facts;
  const person =
    author.role === undefined
      ? `${author.name}.`
      : say("print.front.call.person", { name: author.name, role: author.role });
  const phone = author.phone ?? board.phone;
  const where = board.unit === undefined ? board.name : `${board.unit}, ${board.name}`;
  return part("print.front.call", [
    [
      person,
      ...(phone === undefined ? [] : [say("print.front.call.phone", { phone })]),
      say("print.front.call.board", { board: where }),
    ].join(" "),
  ]);
}
