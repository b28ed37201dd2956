import type { Problem } from "./problem.ts";

/** The answer of everything that may refuse: a value, or the reasons why there is none. */
export type Result<T, E = Problem[]> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: E };

/** Wraps a value that was reached. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** Wraps the reasons why there is no value; takes one problem, several, or a list of them. */
export function fail(...problems: readonly (Problem | readonly Problem[])[]): {
  readonly ok: false;
  readonly problems: Problem[];
} {
  return { ok: false, problems: problems.flat() };
}

/**
 * The value of a step that nothing should refuse: one of the program's own (founding a board, the demo, a replay).
 * Throws, with the ids of the problems and where they are, when it was refused; never with what was in it.
 */
export function carriedOut<T>(step: string, result: Result<T>): T {
  if (result.ok) return result.value;
  const reasons = result.problems.map((each) => `${each.id} ${each.pointer ?? ""}`.trim());
  throw new Error(`${step} was refused: ${reasons.join(", ")}`);
}
