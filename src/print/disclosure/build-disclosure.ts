import { NONE, WHOLE } from "../../domain/disclosure/disclosure-demands.ts";
import { textOf } from "../../domain/read.ts";
import { stockholmDate, type Instant } from "../../kernel/instant.ts";
import { factRow, factsBlock, heading, label, textBlock } from "../blocks.ts";
import { momentParts, shortId } from "../frame.ts";
import type { Block, FrontPart, PrintModel } from "../model.ts";
import { dayInWords, paragraphsOf, say } from "../print-texts.ts";
import type { DisclosureEntry, DisclosureRecord } from "./disclosure-record.ts";
import { tell } from "./disclosure-texts.ts";
import { pointerOf, type Withheld, withheldIn } from "./examine.ts";

/** Codelists of the specification. */
const kinds = "disclosure-kind";
const grounds = "secrecy-ground";
/** Codes of `disclosure-kind` that the law answers in a way of its own. */
const ownData = "gdpr-access";
const partysRight = "party-insight";

/** A request that has been examined. */
export type Examined = DisclosureRecord & {
  readonly decision: NonNullable<DisclosureRecord["decision"]>;
};

/**
 * What whoever asked gets: a transcript of the entries as far as they are disclosed, newest first, with what is left
 * out and why, and how that can be tried; of a refusal only this. Pure: the same record gives the same model.
 */
export function buildDisclosure(record: Examined): PrintModel {
  const outcome = textOf(record.decision.answers["disclosureOutcome"]);
  const refused = outcome === NONE;
  const withheld = withheldIn(record.decision.answers);
  const title = tell(refused ? "title.refused" : "title");
  const { board, decision, recipientName } = record;
  const id = shortId(record.disclosure.disclosure);
  return {
    format: 1,
    kind: "disclosure",
    title,
    subtitle: record.child.name,
    documentTitle: tell("document", { id }),
    signedAt: momentParts(decision.at),
    marks: board.synthetic ? [say("print.mark.synthetic")] : [],
    sender: { board: board.name },
    masthead: masthead(record),
    front: [
      whatItIs(record, refused),
      ...(refused ? [] : [removed(record, withheld)]),
      ...reasons(record),
      ...rights(record, outcome === WHOLE),
    ],
    body: refused
      ? []
      : [
          ...ownDataBlocks(record),
          ...record.entries.flatMap((entry) => entryBlocks(record, entry, withheld)),
        ],
    footer: {
      running: say("print.running", { title, child: record.child.name }),
      left: [tell("footer", { name: recipientName }), tell("document", { id })],
      pageWord: say("print.footer.page"),
      ofWord: say("print.footer.of"),
    },
  };
}

function masthead({ recipientName, decision }: Examined): PrintModel["masthead"] {
  const { name, role } = decision.by;
  return [
    { label: say("print.masthead.copy-for"), lines: [recipientName] },
    { label: tell("masthead.examined-by"), lines: role === undefined ? [name] : [name, role] },
    { label: tell("masthead.examined-on"), lines: [dayOf(decision.at)] },
  ];
}

function dayOf(at: Instant): string {
  return dayInWords(stockholmDate(at));
}

function part(title: string, paragraphs: readonly string[]): FrontPart {
  return { heading: title, paragraphs, voice: "plain" };
}

function whatItIs(record: Examined, refused: boolean): FrontPart {
  const { child, disclosure, recipientName: recipient, entries, spec } = record;
  const kind = spec.code(kinds, disclosure.kind) ?? disclosure.kind;
  const params = { child: child.name, recipient, day: dayInWords(disclosure.on), kind };
  return part(tell("what"), [
    tell(refused ? "what.refused" : "what.text", { ...params, n: entries.length }),
  ]);
}

/** How many places are left out, by ground; what is hidden anyway is told of as one. */
function removed(record: Examined, withheld: Withheld): FrontPart {
  const { spec, entries } = record;
  const counts = new Map<string, number>();
  for (const ground of [...withheld.values()].flatMap((parts) => [...parts.values()])) {
    counts.set(ground, (counts.get(ground) ?? 0) + 1);
  }
  const lines = [...counts].map(([code, n]) => {
    const ground = spec.code(grounds, code) ?? code;
    return n === 1 ? tell("removed.one", { ground }) : tell("removed.count", { n, ground });
  });
  const others = entries.some(({ hidden }) => hidden.size > 0) ? [tell("removed.other")] : [];
  const all = [...lines, ...others];
  return part(tell("removed"), all.length === 0 ? [tell("removed.nothing")] : all);
}

function reasons({ decision }: Examined): readonly FrontPart[] {
  const text = textOf(decision.answers["reasons"]);
  return text === undefined
    ? []
    : [{ ...part(tell("reasons"), paragraphsOf(text)), pointer: "/data/reasons" }];
}

/** How a decision can be tried that does not give everything, and what is told with one's own data. */
function rights({ disclosure, lawTexts }: Examined, whole: boolean): readonly FrontPart[] {
  const text = (id: string) => lawTexts.get(id)?.sv ?? "";
  const { kind } = disclosure;
  const appeal =
    kind === ownData
      ? "disclosure.appeal-access"
      : kind === partysRight
        ? "disclosure.appeal-party"
        : "disclosure.appeal";
  return [
    ...(kind === ownData ? [part(tell("own-data"), [text("disclosure.information")])] : []),
    ...(whole ? [] : [part(tell("appeal"), [text(appeal)])]),
  ];
}

/** What is registered about the one who asks, before the entries. */
function ownDataBlocks({ ownData }: Examined): readonly Block[] {
  if (ownData.length === 0) return [];
  const rows = ownData.map(({ label: asked, text }) => factRow(label(asked), text));
  return [heading(2, tell("registered")), ...factsBlock(rows)];
}

function entryBlocks(
  { spec }: Examined,
  entry: DisclosureEntry,
  withheld: Withheld,
): readonly Block[] {
  const left = withheld.get(entry.seq);
  const words = (id: "removed.here" | "removed.entry", code: string) =>
    tell(id, { ground: spec.code(grounds, code) ?? code });
  const whole = left?.get("");
  const head = heading(2, `${dayInWords(entry.on)}: ${entry.title}`);
  if (whole !== undefined) {
    return [
      heading(2, dayInWords(entry.on)),
      textBlock(label(""), words("removed.entry", whole), pointerOf(entry.seq, "")),
    ];
  }
  return [
    head,
    ...entry.open.map(({ id, label: asked, text }) => {
      const ground = left?.get(id);
      const shown = ground === undefined ? text : words("removed.here", ground);
      return textBlock(label(asked, ""), shown, pointerOf(entry.seq, id));
    }),
    ...(entry.original ? [textBlock(label(""), tell("original"))] : []),
    ...(entry.author === "" ? [] : [textBlock(label(""), tell("by", { author: entry.author }))]),
  ];
}
