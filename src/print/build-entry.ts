import type { Recipient } from "../domain/copy.ts";
import { itemsOf, textOf } from "../domain/read.ts";
import { factRow, factsBlock, heading, label, textBlock } from "./blocks.ts";
import { type BuildContext, buildContext, itemPointer } from "./build-context.ts";
import type { EntryFacts } from "./facts.ts";
import { type FieldForms, sectionBlocks } from "./field-blocks.ts";
import { nameOf, otherAnswers, roleOf } from "./field-values.ts";
import { entryFront } from "./entry-front.ts";
import { goalWords } from "./goal-words.ts";
import { frameOf } from "./frame.ts";
import type { Block, ListEntry, PrintModel } from "./model.ts";
import { withObjections } from "./objection-blocks.ts";
import { omittedBlocks } from "./omitted-blocks.ts";
import type { SpecField } from "./print-spec.ts";
import { momentInWords, say } from "./print-texts.ts";
import { sourceNotes } from "./source-notes.ts";
import { documentRow, personInWords } from "./signing-blocks.ts";

/** Lists of goals, and what is asked of each guardian, as people read them. */
const forms: FieldForms = {
  goals: goalList,
  newGoals: goalList,
  guardianParticipation: byGuardian,
  guardianRatings: byGuardian,
  citations: sourceNotes,
};

/**
 * A document of a measure on paper for one recipient: the assignment, a plan, a follow-up of each goal, by the
 * specification it was written with. Pure: the same facts always give the same model.
 */
export function buildEntry(facts: EntryFacts, recipient: Recipient, copyCode: string): PrintModel {
  const ctx = buildContext(facts, recipient, facts.document);
  const sections = facts.spec.document(facts.document)?.sections ?? [];
  return {
    ...frameOf(ctx, facts, copyCode),
    front: entryFront(ctx, facts),
    body: [
      ...withObjections(ctx, [
        ...sections.flatMap((section) => sectionBlocks(ctx, section, forms)),
        ...signing(ctx),
      ]),
      ...omittedBlocks(ctx),
    ],
  };
}

/** Each goal in its words, and under it what is done for it, or how far it has come. */
function goalList(ctx: BuildContext, field: SpecField): readonly Block[] {
  const items = itemsOf(ctx.content[field.id]).map((item): ListEntry => {
    const [from, text] = goalWords(item);
    return {
      text,
      details: otherAnswers(ctx, field.items, item, [from]),
      pointer: itemPointer(ctx, field.id, item.id, from),
    };
  });
  return [{ type: "list", label: label(field.label), numbered: true, items }];
}

function byGuardian(ctx: BuildContext, field: SpecField): readonly Block[] {
  return itemsOf(ctx.content[field.id]).map((item) => {
    const guardian = textOf(item["guardian"]) ?? "";
    const beside = label(nameOf(ctx, guardian), roleOf(ctx, guardian));
    const lines = otherAnswers(ctx, field.items, item, ["guardian"]);
    return textBlock(beside, lines.join("\n"), itemPointer(ctx, field.id, item.id));
  });
}

function signing(ctx: BuildContext): readonly Block[] {
  const { author, version } = ctx.facts;
  const rows = [
    factRow(label(say("print.signing.by")), personInWords(author)),
    factRow(label(say("print.signing.at")), momentInWords(version.at)),
    ...documentRow(ctx),
  ];
  return [heading(2, say("print.signing.heading.entry")), ...factsBlock(rows)];
}
