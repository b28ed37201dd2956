import type { AnswerItem, AnswerValue } from "../domain/event.ts";
import { codesOf, itemsOf, textOf } from "../domain/read.ts";
import { parsePlainDate } from "../kernel/plain-date.ts";
import type { Wording } from "./build-context.ts";
import type { SpecField } from "./print-spec.ts";
import { capital, dayInWords, localInWords, say } from "./print-texts.ts";

/**
 * An answer in words, by the type of its field; undefined where nothing was answered. Lists are not
 * answers in words: they have blocks of their own.
 */
export function valueInWords(
  ctx: Wording,
  field: SpecField,
  value: AnswerValue | undefined,
): string | undefined {
  if (value === undefined) return undefined;
  const missing = missingReason(value);
  if (missing !== undefined) return codeLabel(ctx, "missing", missing);
  switch (field.type) {
    case "code":
    case "codes":
      return inRow(
        codesOf(value).map((code) => ctx.facts.spec.code(field.codelist ?? "", code) ?? code),
      );
    case "person":
    case "persons":
      return codesOf(value)
        .map((person) => nameWithRole(ctx, person))
        .join("\n");
    case "yesno":
      return typeof value === "boolean" ? say(value ? "print.yes" : "print.no") : undefined;
    case "date":
      return dateInWords(textOf(value));
    case "datetime":
      return momentAnswer(textOf(value));
    default:
      return typeof value === "number" ? String(value) : textOf(value);
  }
}

/** More words than this stand better under each other. */
const longestRow = 100;

/** The label of a code with a capital; the code itself where the specification has no label. */
export function codeLabel(ctx: Wording, codelist: string, code: string): string {
  return capital(ctx.facts.spec.code(codelist, code) ?? code);
}

/** Name of a person the content refers to by id. Ids are never printed. */
export function nameOf(ctx: Wording, person: string): string {
  return ctx.facts.people.get(person)?.name ?? say("print.unknown-person");
}

export function roleOf(ctx: Wording, person: string): string | undefined {
  return ctx.facts.people.get(person)?.role;
}

export function nameWithRole(ctx: Wording, person: string): string {
  const role = roleOf(ctx, person);
  return role === undefined ? nameOf(ctx, person) : `${nameOf(ctx, person)}, ${role}`;
}

/** Answers of an item that have no place of their own, each as "label: answer", so that none is lost. */
export function otherAnswers(
  ctx: Wording,
  fields: readonly SpecField[],
  item: AnswerItem,
  shown: readonly string[],
): readonly string[] {
  return fields
    .filter((field) => field.print && !shown.includes(field.id))
    .flatMap((field) => {
      const text = valueInWords(ctx, field, item[field.id]);
      return text === undefined ? [] : [detail(field.label, text)];
    });
}

/** A label and its answer in one small line; a label that asks needs no colon. */
export function detail(label: string, text: string): string {
  return label.endsWith("?") ? `${label} ${text}` : say("print.detail", { label, text });
}

export function dateInWords(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const date = parsePlainDate(text);
  return date === undefined ? text : dayInWords(date);
}

/** True where there is nothing to print. */
export function isEmptyAnswer(value: AnswerValue | undefined): boolean {
  if (value === undefined || value === "") return true;
  return Array.isArray(value) && codesOf(value).length === 0 && itemsOf(value).length === 0;
}

function momentAnswer(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) ? localInWords(text) : dateInWords(text);
}

function missingReason(value: AnswerValue): string | undefined {
  return typeof value === "object" && "missing" in value ? value.missing : undefined;
}

/** Short words in a row, long ones under each other. */
function inRow(words: readonly string[]): string | undefined {
  if (words.length === 0) return undefined;
  const row = words.join(", ");
  const short = row.length <= longestRow && words.every((word) => !word.includes(","));
  return short ? capital(row) : words.map(capital).join("\n");
}
