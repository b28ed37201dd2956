import { codesOf, itemsOf } from "../domain/read.ts";
import { EVERYBODY } from "../domain/received/citations.ts";
import { heading, label, quoteBlock } from "./blocks.ts";
import type { BuildContext } from "./build-context.ts";
import type { ObjectionFacts, PartyFacts } from "./facts.ts";
import { nameOf } from "./field-values.ts";
import type { Block } from "./model.ts";
import { dayInWords, say } from "./print-texts.ts";

/**
 * The text with each objection right after the part it is about, and those to the whole under a heading of their own
 * (SoL 14:6). What a copy does not have nothing is said of in it.
 */
export function withObjections(ctx: BuildContext, blocks: readonly Block[]): readonly Block[] {
  const all = objectionsFor(ctx);
  const after = new Map<number, ObjectionFacts[]>();
  const whole: ObjectionFacts[] = [];
  for (const objection of all) {
    const place = placeOf(ctx, objection);
    const at = place === undefined ? -1 : blocks.findLastIndex((block) => shows(block, place));
    if (at === -1) whole.push(objection);
    else after.set(at, [...(after.get(at) ?? []), objection]);
  }
  return [
    ...blocks.flatMap((block, index) => [
      block,
      ...(after.get(index) ?? []).map((each) => objectionBlock(ctx, each)),
    ]),
    ...(whole.length === 0 ? [] : [heading(2, say("print.objections.heading"))]),
    ...whole.map((each) => objectionBlock(ctx, each)),
  ];
}

/** Whether a party does not get an objection. */
export function objectionHiddenFrom(
  { content, child }: BuildContext["facts"],
  objection: ObjectionFacts,
  party: Pick<PartyFacts, "person" | "kind">,
): boolean {
  const { by, hiddenFrom, item } = objection;
  if (by.includes(party.person)) return false;
  // Whoever carries out the measure is no party, and what the child says is shown to others by its choice only.
  if (party.kind === "provider" || by.includes(child.person)) return true;
  const about = Object.values(content)
    .flatMap(itemsOf)
    .find(({ id }) => id === item);
  const kept: readonly string[] = [...hiddenFrom, ...codesOf(about?.["hiddenFrom"])];
  return kept.includes(party.person) || kept.includes(EVERYBODY);
}

/** The objections that the recipient gets, in the order they were made. */
function objectionsFor({ facts, party, content }: BuildContext): readonly ObjectionFacts[] {
  const all = facts.objections ?? [];
  if (party === undefined) return all;
  const kept = new Set(
    Object.values(content)
      .flatMap(itemsOf)
      .map(({ id }) => id),
  );
  return all.filter(
    (each) =>
      !objectionHiddenFrom(facts, each, party) &&
      (each.item === undefined || kept.has(each.item) || !isThere(facts.content, each.item)),
  );
}

function isThere(content: BuildContext["content"], item: string): boolean {
  return Object.values(content)
    .flatMap(itemsOf)
    .some(({ id }) => id === item);
}

/** The pointer of the part it is about, in the whole document. */
function placeOf({ facts }: BuildContext, { item, field }: ObjectionFacts): string | undefined {
  if (item === undefined) return field === undefined ? undefined : `/${field}`;
  for (const [list, value] of Object.entries(facts.content)) {
    const index = itemsOf(value).findIndex(({ id }) => id === item);
    if (index !== -1) return `/${list}/${index}`;
  }
  return undefined;
}

function shows(block: Block, place: string): boolean {
  return pointersOf(block).some((pointer) => pointer === place || pointer.startsWith(`${place}/`));
}

function pointersOf(block: Block): readonly string[] {
  switch (block.type) {
    case "text":
      return block.pointer === undefined ? [] : [block.pointer];
    case "list":
      return block.items.flatMap(({ pointer }) => pointer ?? []);
    case "facts":
      return block.rows.flatMap(({ pointer }) => pointer ?? []);
    case "heading":
    case "pages":
    case "table":
      return [];
  }
}

function objectionBlock(ctx: BuildContext, { by, on, text, seq }: ObjectionFacts): Block {
  const who = by.map((person) => nameOf(ctx, person)).join(", ");
  const beside = label(say("print.objections.one"), who, dayInWords(on));
  return quoteBlock(beside, text, `/objections/${seq}`);
}
