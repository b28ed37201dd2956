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
