import type { AnswerItem, Answers } from "../../src/domain/event.ts";
import type { DocumentSpec, Field, Pack } from "../../src/spec/types.ts";
import type { Lang } from "../text/text.ts";
import { isGiven, wordsOf } from "./answers-view.tsx";
import { itemsIn } from "./items-in.ts";

/** A part of a text that something can be said about: a paragraph of a list, or a field. */
export interface Passage {
  readonly field: string;
  readonly item?: string;
  /** The heading it stands under. */
  readonly section: string;
  readonly label: string;
  readonly text: string;
}

interface Words {
  readonly pack: Pack;
  readonly names: ReadonlyMap<string, string>;
  readonly lang: Lang;
}

/** The parts of what was written, in the order they are read. */
export function passagesOf(
  document: DocumentSpec,
  answers: Answers,
  words: Words,
): readonly Passage[] {
  return document.sections.flatMap((section) =>
    section.fields
      .filter((field) => field.print !== false && isGiven(answers[field.id]))
      .flatMap((field) => passagesIn(field, answers[field.id], section.title[words.lang], words)),
  );
}

/** The part an objection is about; undefined where it is about the whole, or the part is gone. */
export function findPassage(
  passages: readonly Passage[],
  about: { readonly item: string | null; readonly field: string | null },
): Passage | undefined {
  return passages.find(({ item, field }) =>
    about.item === null ? item === undefined && field === about.field : item === about.item,
  );
}

function passagesIn(
  field: Field,
  value: unknown,
  section: string,
  words: Words,
): readonly Passage[] {
  const base = { field: field.id, section, label: field.label[words.lang] };
  if (field.type !== "list") return [{ ...base, text: textOf(field, value, words) }];
  return itemsIn(value).map((item) => ({
    ...base,
    item: item.id,
    text: itemText(field, item, words),
  }));
}

/** An item by what somebody wrote in it, else by its answers; its area first. */
function itemText(list: Field, item: AnswerItem, words: Words): string {
  const fields = (list.items ?? []).filter((field) => isGiven(item[field.id]));
  const area = words.pack.areas.find(({ id }) => id === item["area"])?.name[words.lang];
  const written = fields.filter(
    ({ type, choiceOf }) => type === "longtext" || (type === "text" && choiceOf === undefined),
  );
  const shown = written.length > 0 ? written : fields.filter(({ id }) => id !== "area");
  const text = shown.map((field) => textOf(field, item[field.id], words)).join(", ");
  return area === undefined ? text : `${area}: ${text}`;
}

function textOf(field: Field, value: unknown, words: Words): string {
  if (Array.isArray(value))
    return value.map((each) => wordsOf(field, String(each), words)).join(", ");
  if (typeof value === "string") return wordsOf(field, value, words);
  return typeof value === "number" ? String(value) : "";
}
