import type { FieldClass } from "../../access/policy-types.ts";
import type { Answers } from "../../domain/event.ts";
import { itemsOf, textOf } from "../../domain/read.ts";
import { fieldsOf, findDocument } from "../../spec/lookup.ts";
import type { Field, Pack } from "../../spec/types.ts";
import { visibleAnswers, withoutReporter } from "./visible-answers.ts";

/** A text that somebody wrote, with the question it answers. */
export interface WrittenText {
  readonly field: Field;
  readonly text: string;
}

/** Whose answers are looked through, and as whom. */
export interface Reader {
  readonly pack: Pack;
  readonly document: string | undefined;
  readonly classes: readonly FieldClass[];
  readonly hidesReporter: boolean;
}

/**
 * The texts of a document as far as they may be read, in the order of its questions; no codes, days or persons, and
 * nothing that the specification doesn't know.
 */
export function writtenTexts(
  answers: Answers,
  { pack, document: id, classes, hidesReporter }: Reader,
): readonly WrittenText[] {
  const document = findDocument(pack, id ?? "");
  if (document === undefined) return [];
  const visible = visibleAnswers(pack, document.id, answers, classes);
  const shown = hidesReporter ? withoutReporter(visible) : visible;
  return fieldsOf(document).flatMap((field) => {
    if (field.type !== "list") return writtenIn(field, shown[field.id]);
    return itemsOf(shown[field.id]).flatMap((item) =>
      (field.items ?? []).flatMap((inner) => writtenIn(inner, item[inner.id])),
    );
  });
}

function writtenIn(field: Field, value: unknown): readonly WrittenText[] {
  const written = field.type === "longtext" || field.type === "text";
  if (!written || field.choiceOf !== undefined || typeof value !== "string") return [];
  const text = textOf(value);
  return text === undefined ? [] : [{ field, text }];
}
