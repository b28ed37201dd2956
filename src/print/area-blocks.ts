import type { AnswerItem } from "../domain/event.ts";
import { EVERYBODY } from "../domain/received/citations.ts";
import { codesOf, itemsOf, textOf } from "../domain/read.ts";
import { shieldedSource } from "../domain/copy.ts";
import { heading, label, quoteBlock, quoted, textBlock } from "./blocks.ts";
import { type BuildContext, itemPointer } from "./build-context.ts";
import { codeLabel, dateInWords, nameOf, otherAnswers } from "./field-values.ts";
import type { Block, ListBlock, ListEntry } from "./model.ts";
import type { SpecField, SpecSection } from "./print-spec.ts";
import { capital, dayInWords, say } from "./print-texts.ts";

/** Ids of the decision basis that carry a place of their own on paper. */
const statementsField = "statements";
const factorsField = "factors";
const childsWordsKind = "childs-words";
const shownOfStatement = [
  "area",
  "kind",
  "text",
  "sourceText",
  "sourceKind",
  "sourceOn",
  "sourcePerson",
  "sourceDocument",
  "sourcePage",
  "visibleTo",
];
const shownOfFactor = ["area", "kind", "factor", "ownWords", "childsWords", "visibleTo"];

/**
 * The section with one part an area: as a list under the sides of the specification, only areas that
 * are in use, each with its statements and then what protects and what is a risk.
 */
export function areaBlocks(ctx: BuildContext, section: SpecSection): readonly Block[] {
  const statements = itemsOf(ctx.content[statementsField]);
  const factors = itemsOf(ctx.content[factorsField]);
  const of = (items: readonly AnswerItem[], area: string) =>
    items.filter((item) => item["area"] === area);
  const { areas, sides } = ctx.facts.spec;
  const known = sides.flatMap((side) => {
    const blocks = areas
      .filter((area) => area.side === side.id)
      .flatMap((area) =>
        oneArea(ctx, section, area.name, of(statements, area.id), of(factors, area.id)),
      );
    return blocks.length === 0 ? [] : [heading(2, side.name), ...blocks];
  });
  const inArea = (item: AnswerItem) => areas.some((area) => area.id === item["area"]);
  const rest = areaContent(
    ctx,
    section,
    statements.filter((item) => !inArea(item)),
    factors.filter((item) => !inArea(item)),
  );
  return rest.length === 0 ? known : [...known, heading(2, say("print.other-area")), ...rest];
}

function oneArea(
  ctx: BuildContext,
  section: SpecSection,
  name: string,
  statements: readonly AnswerItem[],
  factors: readonly AnswerItem[],
): readonly Block[] {
  const blocks = areaContent(ctx, section, statements, factors);
  return blocks.length === 0 ? [] : [heading(3, name), ...blocks];
}

function areaContent(
  ctx: BuildContext,
  section: SpecSection,
  statements: readonly AnswerItem[],
  factors: readonly AnswerItem[],
): readonly Block[] {
  const itemFields = (id: string) => section.fields.find((field) => field.id === id)?.items ?? [];
  return [
    ...statements.map((item) => statementBlock(ctx, itemFields(statementsField), item)),
    ...factorLists(ctx, itemFields(factorsField), factors),
  ];
}

function statementBlock(ctx: BuildContext, fields: readonly SpecField[], item: AnswerItem): Block {
  const kind = textOf(item["kind"]);
  const beside = label(
    kind === undefined ? "" : codeLabel(ctx, "statement-kind", kind),
    ...sourceOf(ctx, item),
    ...otherAnswers(ctx, fields, item, shownOfStatement),
    ...hiddenFrom(ctx, item),
  );
  const text = textOf(item["text"]) ?? "";
  const pointer = itemPointer(ctx, statementsField, item.id, "text");
  return kind === childsWordsKind
    ? quoteBlock(beside, text, pointer)
    : textBlock(beside, text, pointer);
}

/** Where a statement comes from, in small letters: who, and when where the source does not say it. */
function sourceOf(ctx: BuildContext, item: AnswerItem): readonly string[] {
  const kind = textOf(item["sourceKind"]);
  if (kind === shieldedSource) return [say("print.shielded-reporter")];
  const person = textOf(item["sourcePerson"]);
  const who =
    textOf(item["sourceText"]) ??
    (person === undefined ? undefined : nameOf(ctx, person)) ??
    (kind === undefined ? undefined : codeLabel(ctx, "source-kind", kind));
  const on = textOf(item["sourceOn"]);
  const when = on === undefined || who?.includes(on) === true ? undefined : dateInWords(on);
  return [
    ...(who === undefined ? [] : [capital(who)]),
    ...(when === undefined ? [] : [when]),
    ...citationOf(ctx, item),
  ];
}

/** The received document a statement cites, by its day, with the page. */
function citationOf(ctx: BuildContext, item: AnswerItem): readonly string[] {
  const cited = textOf(item["sourceDocument"]) ?? "";
  const answered = ctx.facts.answers?.get(cited);
  if (answered !== undefined) return [say("print.cited-answer", { day: dayInWords(answered) })];
  const on = ctx.facts.received?.get(cited);
  if (on === undefined) return [];
  const page = item["sourcePage"];
  return [
    say("print.cited-document", { day: dayInWords(on) }),
    ...(typeof page === "number" ? [say("print.cited-page", { page })] : []),
  ];
}

/** Only the internal copy still knows from whom a statement is hidden. */
function hiddenFrom(ctx: BuildContext, item: AnswerItem): readonly string[] {
  return codesOf(item["hiddenFrom"]).map((person) =>
    person === EVERYBODY
      ? say("print.hidden-from-everybody")
      : say("print.hidden-from", { name: nameOf(ctx, person) }),
  );
}

function factorLists(
  ctx: BuildContext,
  fields: readonly SpecField[],
  factors: readonly AnswerItem[],
): readonly ListBlock[] {
  const kinds = [
    ...new Set(["protective", "risk", ...factors.map((item) => textOf(item["kind"]) ?? "")]),
  ];
  return kinds.flatMap((kind) => {
    const items = factors.filter((item) => (textOf(item["kind"]) ?? "") === kind);
    if (items.length === 0) return [];
    const beside = label(factorKind(ctx, kind));
    return [
      {
        type: "list",
        label: beside,
        numbered: false,
        items: items.map((item) => factorEntry(ctx, fields, item)),
      },
    ];
  });
}

/** The pack has a short word for the head of a list; a kind it does not know has its own label. */
function factorKind(ctx: BuildContext, kind: string): string {
  return kind === ""
    ? ""
    : (ctx.facts.spec.text(`factor.${kind}`) ?? codeLabel(ctx, "factor-kind", kind));
}

function factorEntry(ctx: BuildContext, fields: readonly SpecField[], item: AnswerItem): ListEntry {
  const factor = textOf(item["factor"]);
  const ownWords = textOf(item["ownWords"]);
  const childsWords = textOf(item["childsWords"]);
  const name = factor === undefined ? undefined : codeLabel(ctx, "factor", factor);
  return {
    text: name ?? capital(ownWords ?? ""),
    details: [
      ...(name === undefined || ownWords === undefined ? [] : [capital(ownWords)]),
      ...otherAnswers(ctx, fields, item, shownOfFactor),
      ...(childsWords === undefined
        ? []
        : [say("print.detail", { label: say("print.childs-words"), text: quoted(childsWords) })]),
    ],
    pointer: itemPointer(ctx, factorsField, item.id),
  };
}
