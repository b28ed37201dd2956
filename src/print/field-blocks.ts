import type { AnswerItem, AnswerValue } from "../domain/event.ts";
import { itemsOf } from "../domain/read.ts";
import { factRow, factsBlock, heading, label, textBlock } from "./blocks.ts";
import { type BuildContext, itemPointer } from "./build-context.ts";
import { isEmptyAnswer, otherAnswers, valueInWords } from "./field-values.ts";
import type { Block } from "./model.ts";
import type { SpecField, SpecSection } from "./print-spec.ts";

/** Gives a field a form of its own on paper, in place of the general one. */
export type FieldForm = (ctx: BuildContext, field: SpecField) => readonly Block[];
export type FieldForms = Readonly<Record<string, FieldForm>>;

/** A section with its heading, in the order of the specification; nothing where nothing was answered. */
export function sectionBlocks(
  ctx: BuildContext,
  section: SpecSection,
  forms: FieldForms,
): readonly Block[] {
  const blocks = section.fields
    .filter((field) => field.print && !isEmptyAnswer(ctx.content[field.id]))
    .flatMap((field) => (forms[field.id] ?? generalForm)(ctx, withoutRepeat(field, section)));
  return blocks.length === 0 ? [] : [heading(2, section.title), ...blocks];
}

/** One item of a list under each other, all its answers; used for lists without a form of their own. */
function generalForm(ctx: BuildContext, field: SpecField): readonly Block[] {
  const value = ctx.content[field.id];
  if (field.type === "list") {
    return itemsOf(value).map((item, index) => itemBlock(ctx, field, item, index === 0));
  }
  const text = valueInWords(ctx, field, value);
  if (text === undefined) return [];
  const pointer = `/${field.id}`;
  return isNarrative(field, value)
    ? [textBlock(label(field.label), text, pointer)]
    : factsBlock([factRow(label(field.label), text, pointer)]);
}

function itemBlock(ctx: BuildContext, field: SpecField, item: AnswerItem, first: boolean): Block {
  const text = otherAnswers(ctx, field.items, item, []).join("\n");
  return textBlock(label(first ? field.label : ""), text, itemPointer(ctx, field.id, item.id));
}

function isNarrative(field: SpecField, value: AnswerValue | undefined): boolean {
  return field.type === "longtext" && typeof value === "string";
}

/** A field that is called as its section needs no label beside its text. */
function withoutRepeat(field: SpecField, section: SpecSection): SpecField {
  return field.label === section.title ? { ...field, label: "" } : field;
}
