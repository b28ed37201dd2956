import type { ProblemShape } from "../../contract/shapes.ts";
import { problem } from "../../kernel/problem.ts";
import type { Problem } from "../../kernel/problem.ts";
import { statusOfProblem, textOfProblem, type ProblemCatalogue } from "../../spec/problem-texts.ts";

/** A refusal as RFC 9457 has it, with every problem in both languages. */
export interface ProblemAnswer {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly problems: readonly ProblemShape[];
}

export const PROBLEM_TYPE = "application/problem+json; charset=utf-8";

/** Nobody reads more, and an answer must not be many times the size of its request. */
const MOST_PROBLEMS = 100;

/** Makes the answer of a refused request. The first problem that stops gives status and title. */
export function problemAnswer(found: readonly Problem[], texts: ProblemCatalogue): ProblemAnswer {
  const problems = found.map(withoutProtection);
  const stopping = problems.find((each) => each.severity === "block");
  const first = stopping ?? problems[0] ?? problem("request.refused");
  const shown = problemShapeOf(first, texts);
  return {
    type: `urn:mittpunkt:problem:${first.id}`,
    title: shown.sv,
    status: statusOfProblem(first, texts),
    detail: shown.en,
    problems: problems.slice(0, MOST_PROBLEMS).map((each) => problemShapeOf(each, texts)),
  };
}

/**
 * Whether a child's data are protected is told to nobody who is refused (OSL 21:3 a): it reads as any matter of others.
 * The access log has the rule itself.
 */
function withoutProtection(found: Problem): Problem {
  if (found.id !== "access.protected") return found;
  return { ...found, id: "access.not-yours", ruleId: "access.not-yours" };
}

/** One problem or warning with its words. */
export function problemShapeOf(found: Problem, texts: ProblemCatalogue): ProblemShape {
  return {
    id: found.id,
    severity: found.severity,
    sv: textOfProblem(found, texts, "sv"),
    en: textOfProblem(found, texts, "en"),
    ...(found.ruleId === undefined ? {} : { ruleId: found.ruleId }),
    ...(found.section === undefined ? {} : { section: found.section }),
    ...(found.pointer === undefined ? {} : { pointer: found.pointer }),
  };
}
