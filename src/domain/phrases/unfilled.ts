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
    pointersIn(value, `${prefix}/${field}`).map((pointer) =>
      problem("answer.to-fill-in", { pointer }),
    ),
  );
}

function pointersIn(value: AnswerValue | undefined, pointer: string): readonly string[] {
  if (typeof value === "string") return isToBeFilled(value) ? [pointer] : [];
  return itemsOf(value).flatMap((item, index) =>
    Object.keys(item).flatMap((name) => pointersIn(item[name], `${pointer}/${index}/${name}`)),
  );
}
