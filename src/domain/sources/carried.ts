import type { AnswerItem, Answers } from "../event.ts";
import { itemsOf, numberOf, textOf, truthOf } from "../read.ts";
import { CARRIED } from "./citations.ts";

/** A text that was brought from an earlier document, as it was when it was brought. */
export interface CarriedText {
  readonly id: string;
  /** Path of the field it was brought to: `field`, or `list/<item>/field`. */
  readonly field: string;
  readonly text: string;
  /** Number of the entry it comes from, the document of the specification, and its day. */
  readonly entry?: number;
  readonly document?: string;
  readonly on?: string;
  readonly confirmed: boolean;
}

/** `waiting` until the writer has said that it still holds, or has changed it; `gone` with its field. */
export type CarriedState = "waiting" | "confirmed" | "changed" | "gone";

/** The texts of a document that were brought from earlier ones. */
export function carriedOf(content: Answers): readonly CarriedText[] {
  return itemsOf(content[CARRIED]).flatMap((item) => carriedIn(item) ?? []);
}

function carriedIn(item: AnswerItem): CarriedText | undefined {
  const [field, text] = [textOf(item["field"]), textOf(item["text"])];
  if (field === undefined || text === undefined) return undefined;
  const entry = numberOf(item["entry"]);
  const [document, on] = [textOf(item["document"]), textOf(item["on"])];
  return {
    id: item.id,
    field,
    text,
    ...(entry === undefined ? {} : { entry }),
    ...(document === undefined ? {} : { document }),
    ...(on === undefined ? {} : { on }),
    confirmed: truthOf(item["confirmed"]) === true,
  };
}

/** How far the writer has come with a text that was brought over. */
export function carriedState(content: Answers, carried: CarriedText): CarriedState {
  const now = textAt(content, carried.field)?.text;
  if (now === undefined) return "gone";
  if (!now.includes(carried.text.trim())) return "changed";
  return carried.confirmed ? "confirmed" : "waiting";
}

/** The text at a path of a document, with its JSON pointer; undefined where nothing stands. */
export function textAt(
  content: Answers,
  path: string,
): { readonly text: string; readonly pointer: string } | undefined {
  const [field = "", item, inner] = path.split("/");
  if (item === undefined) return found(textOf(content[field]), `/${field}`);
  const items = itemsOf(content[field]);
  const index = items.findIndex(({ id }) => id === item);
  return found(textOf(items[index]?.[inner ?? ""]), `/${field}/${index}/${inner ?? ""}`);
}

function found(text: string | undefined, pointer: string) {
  return text === undefined ? undefined : { text, pointer };
}
