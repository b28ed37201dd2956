import type { AnswerItem, Answers } from "../../../src/domain/event.ts";

/** Audience of what concerns every child of a report. */
export const commonAudience = "common";

/** The parts of a report's text. */
export function partsOf(answers: Answers): readonly AnswerItem[] {
  const parts = answers["parts"];
  return Array.isArray(parts)
    ? parts.filter(
        (part): part is AnswerItem => typeof part === "object" && part !== null && "id" in part,
      )
    : [];
}

/** A child chosen for the report: every child has a part of its own, perhaps still empty. */
export function childrenOf(answers: Answers): readonly string[] {
  const audiences = partsOf(answers).map((part) => part["audience"]);
  return [
    ...new Set(
      audiences.filter(
        (audience): audience is string =>
          typeof audience === "string" && audience !== commonAudience,
      ),
    ),
  ];
}

/** The answers to send: empty parts are left out, nothing else is changed. */
export function reportToSend(answers: Answers): Answers {
  const written = partsOf(answers).filter(
    (part) => typeof part["text"] === "string" && part["text"].trim() !== "",
  );
  return { ...answers, parts: written };
}
