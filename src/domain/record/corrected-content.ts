import type { AnswerItem, Answers, AnswerValue } from "../event.ts";
import { itemsOf } from "../read.ts";

/**
 * What an entry shall say: what it said with the corrected answers in their places. What is not mentioned stays, in
 * the items of a list too, so that nothing is lost that the writer could not see; an empty text takes an answer out.
 */
export function correctedContent(before: Answers, given: Answers): Answers {
  const merged = new Map<string, AnswerValue>(Object.entries(before));
  for (const [field, value] of Object.entries(given)) {
    const items = isList(value) ? mergedItems(itemsOf(merged.get(field)), itemsOf(value)) : value;
    merged.set(field, items);
  }
  return withoutEmpty(Object.fromEntries(merged));
}

function mergedItems(before: readonly AnswerItem[], given: readonly AnswerItem[]) {
  const known = new Map(before.map((item) => [item.id, item]));
  return given.map((item) => {
    const { id, ...answers } = { ...known.get(item.id), ...item };
    return { id, ...withoutEmpty(answers) };
  });
}

function isList(value: AnswerValue): boolean {
  return Array.isArray(value) && value.some((each) => typeof each === "object");
}

function withoutEmpty(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== ""));
}
