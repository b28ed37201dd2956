import type { Answers } from "../../src/domain/event.ts";

/** Answers as the body of a command takes them: the same shapes, and mutable in type only. */
export function answersToSend(answers: Answers): Record<string, never> {
  return structuredClone(answers) as Record<string, never>;
}
