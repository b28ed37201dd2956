import { problem, type Problem } from "../../kernel/problem.ts";
import type { Answers, AnswerValue } from "../event.ts";
import { itemsOf } from "../read.ts";
import { isToBeFilled } from "./phrase.ts";

/** What others wrote is kept as it is, whatever signs it has. */
const WRITTEN_ELSEWHERE: ReadonlySet<string> = new Set([
  "report",
  "application",
  "received-document",
]);

/**
 * Texts of a document in which something of a phrase has to be filled in still (`answer.to-fill-in`): nothing is
 * signed with it. `prefix` begins the pointers.
 */
export function unfilledProblems(
  document: string | undefined,
  answers: Answers,
  prefix: string,
): readonly Problem[] {
  if (document === undefined || WRITTEN_ELSEWHERE.has(document)) return [];
  return Object.entries(answers).flatMap(([field, value]) =>
    unfilledIn(value).map((place) =>
      problem("answer.to-fill-in", { pointer: `${prefix}/${field}${place}` }),
    ),
  );
}

const NOWHERE: readonly string[] = [];

/** Where below an answer something has to be filled in: put into words for what is found, of hundreds of texts. */
function unfilledIn(value: AnswerValue | undefined): readonly string[] {
  if (typeof value === "string") return isToBeFilled(value) ? [""] : NOWHERE;
  if (!Array.isArray(value)) return NOWHERE;
  const found: string[] = [];
  for (const [index, item] of itemsOf(value).entries()) {
    for (const name of Object.keys(item)) {
      for (const below of unfilledIn(item[name])) found.push(`/${index}/${name}${below}`);
    }
  }
  return found;
}
