import { textOf } from "../domain/read.ts";
import type { Instant } from "../kernel/instant.ts";
import { stockholmDate } from "../kernel/instant.ts";
import type { BuildContext } from "./build-context.ts";
import type { AnyFacts, PartyFacts } from "./facts.ts";
import { nameOf } from "./field-values.ts";
import type { Footer, MastheadCell, MomentParts, PrintKind, PrintModel } from "./model.ts";
import { dayInWords, type PrintTextId, say } from "./print-texts.ts";

/** Letters of an id or a checksum that people can compare by eye. */
const shortLength = 8;

const titles: Readonly<Record<"basis" | "decision", PrintTextId>> = {
  basis: "print.title.basis",
  decision: "print.title.decision",
};

/** A document of a measure is called what the specification calls it. */
function titleOf(facts: AnyFacts): string {
  return facts.kind === "entry" ? facts.title : say(titles[facts.kind]);
}

/** Everything round the text: title, masthead, marks, metadata and the foot of the pages. */
export function frameOf(
  ctx: BuildContext,
  facts: AnyFacts,
  copyCode: string,
): Omit<PrintModel, "front" | "body"> {
  const { version, board, kind } = facts;
  const title = titleOf(facts);
  return {
    format: 1,
    kind,
    title,
    subtitle: subtitle(ctx),
    documentTitle: `${title} ${shortId(version.document)}`,
    signedAt: momentParts(version.at),
    marks: marks(ctx),
    sender: { board: board.name },
    masthead: masthead(ctx, kind),
    footer: footer(ctx, title, copyCode),
  };
}

/** The end of an id: its beginning is a time and alike for everything made the same day. */
export function shortId(id: string): string {
  return id.replaceAll("-", "").slice(-shortLength);
}

/** The number of the child reaches paper only where it gives nothing away. */
function subtitle(ctx: BuildContext): string {
  const { child } = ctx.facts;
  const outside = ctx.recipient.kind === "party" && ctx.recipient.person !== child.person;
  const { fullName: name, number, age } = child;
  if (number !== undefined && !(child.protected && outside)) {
    return say("print.subtitle.number", { name, number });
  }
  return age === undefined ? name : say("print.subtitle.age", { name, age });
}

function marks(ctx: BuildContext): readonly string[] {
  return [
    ...(ctx.facts.board.synthetic ? [say("print.mark.synthetic")] : []),
    ...(ctx.recipient.kind === "internal" ? [say("print.mark.internal")] : []),
    ...(ctx.facts.version.status === "fixed" ? [say("print.mark.fixed")] : []),
  ];
}

function masthead(ctx: BuildContext, kind: PrintKind): readonly MastheadCell[] {
  const { facts } = ctx;
  const made = mastheadDate(ctx, kind);
  const version = say("print.masthead.version", { version: facts.version.version });
  return [
    { label: say("print.masthead.copy-for"), lines: recipientLines(ctx) },
    kind === "decision" ? deciderCell(ctx) : authorCell(ctx),
    {
      label: say(made),
      lines: [
        dayInWords(stockholmDate(facts.version.at)),
        ...(kind === "decision" ? [] : [version]),
        ...matterLine(facts.matterNumber),
      ],
    },
  ];
}

/** By which number whoever has the paper can ask about the matter. */
export function matterLine(number: string | undefined): readonly string[] {
  return number === undefined ? [] : [say("print.masthead.matter", { number })];
}

function mastheadDate(ctx: BuildContext, kind: PrintKind): PrintTextId {
  if (kind === "decision") return "print.masthead.decided-on";
  if (kind === "entry") return "print.masthead.made-on";
  return ctx.facts.version.status === "fixed"
    ? "print.masthead.fixed-on"
    : "print.masthead.signed-on";
}

function recipientLines(ctx: BuildContext): readonly string[] {
  if (ctx.party === undefined) return [say("print.masthead.internal")];
  return [ctx.party.name, partyRole(ctx.party.kind)];
}

export function partyRole(kind: PartyFacts["kind"]): string {
  const roles: Record<typeof kind, PrintTextId> = {
    child: "print.role.child",
    guardian: "print.role.guardian",
    provider: "print.role.staff.provider",
    other: "print.role.other",
  };
  return say(roles[kind]);
}

function authorCell(ctx: BuildContext): MastheadCell {
  const { author, board } = ctx.facts;
  return {
    label: say("print.masthead.author"),
    lines: [author.name, author.role, board.unit].filter((line) => line !== undefined),
  };
}

function deciderCell(ctx: BuildContext): MastheadCell {
  const decider = textOf(ctx.content["decider"]);
  return {
    label: say("print.masthead.decider"),
    lines: [decider === undefined ? ctx.facts.author.name : nameOf(ctx, decider)],
  };
}

function footer(ctx: BuildContext, title: string, copyCode: string): Footer {
  const { version, child } = ctx.facts;
  return {
    running: say("print.running", { title, child: child.fullName }),
    left: [
      ctx.party === undefined
        ? say("print.footer.internal", { code: copyCode })
        : say("print.footer.copy-for", { code: copyCode, name: ctx.party.name }),
      say("print.footer.document", { id: shortId(version.document) }),
      say("print.footer.version", { version: version.version }),
      say("print.footer.hash", { hash: version.contentHash.slice(0, shortLength) }),
    ],
    pageWord: say("print.footer.page"),
    ofWord: say("print.footer.of"),
  };
}

/** A moment in the parts that the typesetter dates a file with. */
export function momentParts(at: Instant): MomentParts {
  const number = (from: number, to: number) => Number(at.slice(from, to));
  return {
    year: number(0, 4),
    month: number(5, 7),
    day: number(8, 10),
    hour: number(11, 13),
    minute: number(14, 16),
    second: number(17, 19),
  };
}
