import type { ProblemShape } from "../../contract/shapes.ts";
import type { Problem } from "../../kernel/problem.ts";

/** The words and the usual status of a problem, by its id. */
export interface ProblemText {
  readonly status: number;
  readonly sv: string;
  readonly en: string;
}
export type ProblemTexts = ReadonlyMap<string, ProblemText>;

/** A refusal as RFC 9457 has it, with every problem in both languages. */
export interface ProblemAnswer {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly problems: readonly ProblemShape[];
}

const UNPROCESSABLE = 422;
export const PROBLEM_TYPE = "application/problem+json; charset=utf-8";

/** Makes the answer of a refused request. The first problem that stops gives status and title. */
export function problemAnswer(problems: readonly Problem[], texts: ProblemTexts): ProblemAnswer {
  const first = problems.find((each) => each.severity === "block") ?? problems[0];
  const shapes = problems.map((each) => problemShapeOf(each, texts));
  const id = first?.id ?? "request.refused";
  const shown = first === undefined ? undefined : problemShapeOf(first, texts);
  return {
    type: `urn:mittpunkt:problem:${id}`,
    title: shown?.sv ?? id,
    status: first?.status ?? texts.get(id)?.status ?? UNPROCESSABLE,
    detail: shown?.en ?? id,
    problems: shapes,
  };
}

/** One problem or warning with its words. A text with `{name}` gets the parameter of that name. */
export function problemShapeOf(problem: Problem, texts: ProblemTexts): ProblemShape {
  const words = problem.text ?? texts.get(problem.id);
  return {
    id: problem.id,
    severity: problem.severity,
    sv: filled(words?.sv ?? problem.id, problem.params),
    en: filled(words?.en ?? problem.id, problem.params),
    ...(problem.ruleId === undefined ? {} : { ruleId: problem.ruleId }),
    ...(problem.section === undefined ? {} : { section: problem.section }),
    ...(problem.pointer === undefined ? {} : { pointer: problem.pointer }),
  };
}

function filled(text: string, params: Problem["params"] = {}): string {
  return text.replace(/\{([A-Za-z]+)\}/gu, (whole, name: string) => String(params[name] ?? whole));
}
