import type { Answers } from "../../src/domain/event.ts";
import type { Written } from "../drafts/written.ts";

/**
 * What is written in a form at this moment, as the body of a command takes it: the same shapes, and mutable in type
 * only. `change` says what else is sent than what is written, or what less.
 */
export function answersToSend(
  written: Written,
  change: (answers: Answers) => Answers = (answers) => answers,
): Record<string, never> {
  return structuredClone(change(written.answers())) as Record<string, never>;
}
