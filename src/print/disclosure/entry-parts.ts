import type { AnswerItem, Answers } from "../../domain/event.ts";
import { itemsOf, textOf } from "../../domain/read.ts";
import type { Wording } from "../build-context.ts";
import { codeLabel, isEmptyAnswer, otherAnswers, valueInWords } from "../field-values.ts";
import type { SpecDocument, SpecField } from "../print-spec.ts";

/** A part of an entry that is examined by itself: an answer, or an item of a list. */
export interface EntryPart {
  /** The field, or the field and the item: `text`, `statements/<id>`. */
  readonly id: string;
  readonly section: string;
  readonly label: string;
  readonly text: string;
}

/** The answers of a document as parts in words, in the order they are read; working fields are none. */
export function partsOf(
  wording: Wording,
  document: SpecDocument | undefined,
  answers: Answers,
): readonly EntryPart[] {
  return (document?.sections ?? []).flatMap((section) =>
    section.fields
      .filter((field) => field.print && !isEmptyAnswer(answers[field.id]))
      .flatMap((field) => partsOfField(wording, field, answers, section.title)),
  );
}

function partsOfField(
  wording: Wording,
  field: SpecField,
  answers: Answers,
  section: string,
): readonly EntryPart[] {
  const value = answers[field.id];
  const base = { section, label: field.label };
  if (field.type === "list") {
    return itemsOf(value).map((item) => ({
      ...base,
      id: `${field.id}/${item.id}`,
      text: itemInWords(wording, field, item),
    }));
  }
  const text = valueInWords(wording, field, value);
  return text === undefined ? [] : [{ ...base, id: field.id, text }];
}

/** An item: what it is about, what somebody wrote, and its other answers under it. */
function itemInWords(wording: Wording, field: SpecField, item: AnswerItem): string {
  const area = textOf(item["area"]);
  const written = field.items.filter(({ type }) => type === "longtext");
  const words = written.flatMap(({ id }) => textOf(item[id]) ?? []);
  const shown = ["area", ...written.map(({ id }) => id)];
  return [
    ...(area === undefined ? [] : [codeLabel(wording, "area", area)]),
    ...words,
    ...otherAnswers(wording, field.items, item, shown),
  ].join("\n");
}
