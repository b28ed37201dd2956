import lists from "../../spec/texts/print-lists.json" with { type: "json" };
import papers from "../../spec/texts/print.json" with { type: "json" };
import { stockholmLocal, type Instant } from "../kernel/instant.ts";
import { datePartsOf, type PlainDate, plainDate } from "../kernel/plain-date.ts";

const texts = { ...papers, ...lists };

/** Id of a text in spec/texts/print.json or print-lists.json; a text that is not there does not compile. */
export type PrintTextId = keyof typeof texts;

/**
 * A text of the print in Swedish, the language of every print, with `{name}` replaced by `params.name`.
 * A placeholder without a value stays as it is, so that a forgotten one is seen.
 */
export function say(
  id: PrintTextId,
  params: Readonly<Record<string, string | number>> = {},
): string {
  return fill(texts[id].sv, params);
}

/** Replaces `{name}` by the value of that name, once: a value is never searched for placeholders. */
export function fill(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** A day in words: 25 juni 2026. */
export function dayInWords(date: PlainDate): string {
  const { year, month, day } = datePartsOf(date);
  return say("print.date", { day, month: monthName(month), year });
}

/** A moment in words by Swedish time: 25 juni 2026 kl. 09.30. */
export function momentInWords(instant: Instant): string {
  return localInWords(stockholmLocal(instant));
}

/** A local time YYYY-MM-DDTHH:mm in words. */
export function localInWords(local: string): string {
  return say("print.date-time", {
    date: dayInWords(plainDate(local.slice(0, 10))),
    hour: local.slice(11, 13),
    minute: local.slice(14, 16),
  });
}

/** First letter as a capital: labels of codes are written for the middle of a sentence. */
export function capital(text: string): string {
  const first = Array.from(text)[0] ?? "";
  return first.toLocaleUpperCase("sv") + text.slice(first.length);
}

/** Text in paragraphs: an empty line parts them, a single line break is kept inside. */
export function paragraphsOf(text: string): readonly string[] {
  return text
    .replace(/\r\n?/g, "\n")
    .split(/\n[ \t]*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");
}

function monthName(month: number): string {
  const id = monthIds[month - 1];
  return id === undefined ? String(month) : say(id);
}

const monthIds: readonly PrintTextId[] = [
  "print.month.1",
  "print.month.2",
  "print.month.3",
  "print.month.4",
  "print.month.5",
  "print.month.6",
  "print.month.7",
  "print.month.8",
  "print.month.9",
  "print.month.10",
  "print.month.11",
  "print.month.12",
];
