import { copyFor, isHiddenFrom, type Omission } from "../domain/copy.ts";
import type { AnswerItem } from "../domain/event.ts";
import { OCCASIONS } from "../domain/notes/occasions.ts";
import { codesOf, itemsOf, textOf } from "../domain/read.ts";
import { CITATIONS } from "../domain/sources/citations.ts";
import { heading, label, textBlock } from "./blocks.ts";
import { type BuildContext, recipientOf } from "./build-context.ts";
import type { PartyFacts } from "./facts.ts";
import { codeLabel, dateInWords, nameOf } from "./field-values.ts";
import { partyRole } from "./frame.ts";
import type { Block, ListBlock, ListEntry } from "./model.ts";
import { objectionHiddenFrom } from "./objection-blocks.ts";
import { capital, dayInWords, type PrintTextId, say } from "./print-texts.ts";

const reasons: Readonly<Record<Omission["reason"], PrintTextId>> = {
  "hidden-from-recipient": "print.omitted.hidden-from-recipient",
  "childs-words-not-shared": "print.omitted.childs-words-not-shared",
  "shielded-reporter": "print.omitted.shielded-reporter",
};

/** What each party does not get, and why. The internal copy alone has it: a list tells what it hides. */
export function omittedBlocks(ctx: BuildContext): readonly Block[] {
  if (ctx.recipient.kind !== "internal" || ctx.facts.parties.length === 0) return [];
  return [
    heading(2, say("print.omitted.heading")),
    textBlock(label(""), say("print.omitted.intro")),
    ...ctx.facts.parties.map((party) => forParty(ctx, party)),
  ];
}

function forParty(ctx: BuildContext, party: PartyFacts): Block {
  const beside = label(party.name, partyRole(party.kind));
  const items = omissionsFor(ctx, party);
  if (items.length === 0) return textBlock(beside, say("print.omitted.nothing"));
  const list: ListBlock = { type: "list", label: beside, numbered: false, items };
  return list;
}

function omissionsFor(ctx: BuildContext, party: PartyFacts): readonly ListEntry[] {
  const recipient = recipientOf(party);
  if (isHiddenFrom(ctx.facts.content, recipient)) {
    const hidden = [say("print.omitted.hidden-from-recipient")];
    return [{ text: say("print.omitted.whole"), details: hidden }];
  }
  const { omitted } = copyFor(ctx.facts.content, recipient, ctx.facts.reporterShielded);
  const objections = (ctx.facts.objections ?? []).filter((each) =>
    objectionHiddenFrom(ctx.facts, each, party),
  );
  const notShared = ctx.facts.spoken.some(
    (words) => !codesOf(words.visibleTo).includes(party.audience),
  );
  return [
    ...omitted.map((omission) => ({
      text: whereOf(ctx, omission.pointer),
      details: [say(reasons[omission.reason])],
    })),
    ...objections.map(({ by, on }) => ({
      text: say("print.omitted.objection", {
        name: by.map((person) => nameOf(ctx, person)).join(", "),
        day: dayInWords(on),
      }),
      details: [],
    })),
    ...(notShared
      ? [
          {
            text: say("print.omitted.childs-voice"),
            details: [say("print.omitted.childs-words-not-shared")],
          },
        ]
      : []),
  ];
}

/** A place in the document in words: area, kind and source, as they stand in the text above. */
function whereOf(ctx: BuildContext, pointer: string): string {
  const [, field = "", index = "", part] = pointer.split("/");
  if (index === "") return fieldLabel(ctx, field);
  const item = itemsOf(ctx.facts.content[field])[Number(index)];
  if (field === CITATIONS) {
    const label = codeLabel(ctx, "citation-kind", textOf(item?.["kind"]) ?? "");
    return say("print.omitted.source", { label: label.toLocaleLowerCase("sv") });
  }
  if (field === OCCASIONS) return occasionWords(ctx, item);
  const area = textOf(item?.["area"]);
  const kind = textOf(item?.["kind"]);
  const list = field === "factors" ? "factor-kind" : "statement-kind";
  const source = textOf(item?.["sourceText"]);
  const words = [
    area === undefined ? undefined : codeLabel(ctx, "area", area),
    kind === undefined ? undefined : codeLabel(ctx, list, kind).toLocaleLowerCase("sv"),
    part === "childsWords" ? say("print.childs-words").toLocaleLowerCase("sv") : source,
  ].filter((word) => word !== undefined);
  return capital(words.join(", "));
}

/** A time the child took part, by what it was and its day. */
function occasionWords(ctx: BuildContext, item: AnswerItem | undefined): string {
  const what = codeLabel(ctx, "citation-kind", textOf(item?.["kind"]) ?? "");
  const on = dateInWords(textOf(item?.["on"]));
  return [what, on].filter((word) => word !== undefined).join(", ");
}

/** What the specification calls a field of a document of a measure. */
function fieldLabel({ facts }: BuildContext, field: string): string {
  const fields = facts.spec.document(facts.document ?? "")?.sections.flatMap((one) => one.fields);
  return fields?.find(({ id }) => id === field)?.label ?? field;
}
