import type { AnswerItem } from "../../src/domain/event.ts";

/** The items of a list as they were answered. */
export function itemsIn(value: unknown): readonly AnswerItem[] {
  return Array.isArray(value) ? (value as readonly AnswerItem[]) : [];
}
