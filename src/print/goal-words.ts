import type { AnswerItem } from "../domain/event.ts";
import { textOf } from "../domain/read.ts";

/** The words of a goal, and the field they stand in: one that is known already, or one that is added. */
export function goalWords(item: AnswerItem): readonly ["goal" | "words", string] {
  const known = textOf(item["goal"]);
  return known === undefined ? ["words", textOf(item["words"]) ?? ""] : ["goal", known];
}
