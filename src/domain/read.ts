import type { AnswerItem, Answers, AnswerValue } from "./event.ts";

/** Readers of answers by type; an answer of another type, or a missing one, reads as undefined. */
export function textOf(value: AnswerValue | undefined): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

export function truthOf(value: AnswerValue | undefined): boolean | undefined {
  return typeof value === "boolean" ? value : undefined;
}

export function numberOf(value: AnswerValue | undefined): number | undefined {
  return typeof value === "number" ? value : undefined;
}

/** The chosen codes of a set answer; a single code counts as a set of one. */
export function codesOf(value: AnswerValue | undefined): readonly string[] {
  if (typeof value === "string") return value === "" ? [] : [value];
  if (!Array.isArray(value)) return [];
  return value.filter((entry): entry is string => typeof entry === "string");
}

/** The items of a list answer. */
export function itemsOf(value: AnswerValue | undefined): readonly AnswerItem[] {
  if (!Array.isArray(value)) return [];
  return value.every(isItem) ? value : value.filter(isItem);
}

function isItem(entry: unknown): entry is AnswerItem {
  return typeof entry === "object" && entry !== null && "id" in entry;
}

/** Only the named answers, as they are: what the state keeps of an event. */
export function pick(answers: Answers, ids: readonly string[]): Answers {
  const picked: Record<string, AnswerValue> = {};
  for (const id of ids) {
    const value = answers[id];
    if (value !== undefined) picked[id] = value;
  }
  return picked;
}
