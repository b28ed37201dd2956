import type { AnswerItem } from "../domain/event.ts";
import { codesOf, itemsOf, numberOf, textOf } from "../domain/read.ts";
import { label } from "./blocks.ts";
import { type BuildContext, itemPointer } from "./build-context.ts";
import { codeLabel, dateInWords, nameOf, otherAnswers } from "./field-values.ts";
import type { Block, ListEntry } from "./model.ts";
import type { SpecField } from "./print-spec.ts";
import { capital, say } from "./print-texts.ts";
import { becameOf } from "./source-notes.ts";

/** Told in the sentence, or of no use on paper. */
const inSentence = ["entry", "kind", "act", "on", "with", "how", "hiddenFrom"];

/** How the child took part, each time in one line: what it was, its day, who was there, how, and what became of it. */
export function occasionBlocks(ctx: BuildContext, field: SpecField): readonly Block[] {
  const items = itemsOf(ctx.content[field.id]).map((item): ListEntry => ({
    text: occasionInWords(ctx, item),
    details: otherAnswers(ctx, field.items, item, inSentence),
    pointer: itemPointer(ctx, field.id, item.id),
  }));
  return [{ type: "list", label: label(field.label), numbered: false, items }];
}

function occasionInWords(ctx: BuildContext, item: AnswerItem): string {
  const [kind = "", act, how] = [textOf(item["kind"]), textOf(item["act"]), textOf(item["how"])];
  const what =
    act === undefined ? codeLabel(ctx, "citation-kind", kind) : codeLabel(ctx, "act-kind", act);
  const names = codesOf(item["with"])
    .filter((person) => ctx.facts.people.has(person))
    .map((person) => capital(nameOf(ctx, person)));
  const entry = ctx.facts.cited?.get(numberOf(item["entry"]) ?? 0);
  const words = [
    names.length === 0
      ? capital(what)
      : say("print.source.with", { label: capital(what), names: names.join(", ") }),
    dateInWords(textOf(item["on"])),
    how === undefined ? undefined : codeLabel(ctx, "participation", how).toLocaleLowerCase("sv"),
    ...(entry === undefined ? [] : becameOf(entry)),
  ];
  return words.filter((word) => word !== undefined).join(", ");
}
