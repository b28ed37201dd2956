import { OCCASIONS } from "../domain/notes/occasions.ts";
import { itemsOf, textOf } from "../domain/read.ts";
import { factRow, factsBlock, label, textBlock } from "./blocks.ts";
import { type BuildContext, itemPointer } from "./build-context.ts";
import type { FieldForms } from "./field-blocks.ts";
import { codeLabel, nameOf, otherAnswers, roleOf } from "./field-values.ts";
import type { Block, ListEntry } from "./model.ts";
import { occasionBlocks } from "./occasion-blocks.ts";
import type { SpecField } from "./print-spec.ts";
import { capital, say } from "./print-texts.ts";
import { sourceNotes } from "./source-notes.ts";

/** Lists of the decision basis and the decision that people read as prose, not as answers. */
export const listForms: FieldForms = {
  guardianViews: guardianViews,
  guardianPositions: guardianPositions,
  centralNeeds: centralNeeds,
  goals: goals,
  citations: sourceNotes,
  [OCCASIONS]: occasionBlocks,
};

/** What each guardian thinks, one after the other under their names. */
function guardianViews(ctx: BuildContext, field: SpecField): readonly Block[] {
  return itemsOf(ctx.content[field.id]).map((item) => {
    const others = otherAnswers(ctx, field.items, item, ["guardian", "text"]);
    const text = textOf(item["text"]);
    const beside = guardianLabel(ctx, textOf(item["guardian"]), text === undefined ? [] : others);
    return textBlock(
      beside,
      text ?? others.join("\n"),
      itemPointer(ctx, field.id, item.id, "text"),
    );
  });
}

function guardianPositions(ctx: BuildContext, field: SpecField): readonly Block[] {
  return factsBlock(
    itemsOf(ctx.content[field.id]).map((item) => {
      const position = textOf(item["position"]);
      return factRow(
        guardianLabel(
          ctx,
          textOf(item["guardian"]),
          otherAnswers(ctx, field.items, item, ["guardian", "position"]),
        ),
        position === undefined ? "" : codeLabel(ctx, "position-guardian", position),
        itemPointer(ctx, field.id, item.id, "position"),
      );
    }),
  );
}

function guardianLabel(ctx: BuildContext, guardian: string | undefined, lines: readonly string[]) {
  return guardian === undefined
    ? label("", ...lines)
    : label(nameOf(ctx, guardian), roleOf(ctx, guardian), ...lines);
}

/** Needs are numbered, so that goals and talks can refer to them. */
function centralNeeds(ctx: BuildContext, field: SpecField): readonly Block[] {
  const items = itemsOf(ctx.content[field.id]).map((item): ListEntry => ({
    text: needInWords(ctx, item["area"], item["words"]),
    details: otherAnswers(ctx, field.items, item, ["area", "words"]),
    pointer: itemPointer(ctx, field.id, item.id, "words"),
  }));
  return [{ type: "list", label: label(field.label), numbered: true, items }];
}

function goals(ctx: BuildContext, field: SpecField): readonly Block[] {
  const needs = itemsOf(ctx.content["centralNeeds"]);
  const items = itemsOf(ctx.content[field.id]).map((item): ListEntry => {
    const need = needs.find((one) => one.id === item["need"]);
    return {
      text: textOf(item["words"]) ?? "",
      details: [
        ...(need === undefined
          ? []
          : [say("print.goal.need", { text: needInWords(ctx, need["area"], need["words"]) })]),
        ...otherAnswers(ctx, field.items, item, ["need", "words"]),
      ],
      pointer: itemPointer(ctx, field.id, item.id, "words"),
    };
  });
  return [{ type: "list", label: label(field.label), numbered: true, items }];
}

function needInWords(ctx: BuildContext, area: unknown, words: unknown): string {
  const name = typeof area === "string" && area !== "" ? codeLabel(ctx, "area", area) : undefined;
  const own = typeof words === "string" && words !== "" ? words : undefined;
  if (name === undefined) return capital(own ?? "");
  return own === undefined ? name : say("print.detail", { label: name, text: own });
}
