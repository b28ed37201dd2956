import { z } from "zod";
import type { Problem } from "../kernel/problem.ts";
import type { Result } from "../kernel/result.ts";
import { fillText } from "./lookup.ts";
import { readShape } from "./read-shape.ts";
import type { Lang } from "./types.ts";

/** The words of a problem id, and the HTTP status it has where the problem does not say. */
export interface ProblemText {
  readonly status?: number;
  readonly sv: string;
  readonly en: string;
}

export type ProblemCatalogue = Readonly<Record<string, ProblemText>>;

const catalogue: z.ZodType<ProblemCatalogue> = z.record(
  z.string(),
  z.strictObject({
    status: z.int().min(400).max(599).exactOptional(),
    sv: z.string().trim().min(1),
    en: z.string().trim().min(1),
  }),
);

/** What is said of a problem that has no words of its own. The catalogue must have it. */
const UNKNOWN = "problem.unknown";

/** Reads the catalogue of problem texts; refuses as `readShape` does, and one without `problem.unknown`. */
export function parseCatalogue(json: unknown): Result<ProblemCatalogue> {
  return readShape(
    catalogue.refine((entries) => Object.hasOwn(entries, UNKNOWN)),
    "texts/problems.json",
    json,
  );
}

/**
 * The words of a problem: its own, else those of the catalogue with `{params}` filled in. A problem nobody has
 * written words for is said to be unknown, with its id, so that it can be found.
 */
export function textOfProblem(problem: Problem, entries: ProblemCatalogue, lang: Lang): string {
  if (problem.text !== undefined) return fillText(problem.text[lang], problem.params ?? {});
  const entry = Object.hasOwn(entries, problem.id) ? entries[problem.id] : entries[UNKNOWN];
  return fillText(entry?.[lang] ?? problem.id, { id: problem.id, ...problem.params });
}

/** The HTTP status of a problem: its own, else that of the catalogue, else `otherwise`. */
export function statusOfProblem(
  problem: Problem,
  entries: ProblemCatalogue,
  otherwise = 422,
): number {
  const entry = Object.hasOwn(entries, problem.id) ? entries[problem.id] : undefined;
  return problem.status ?? entry?.status ?? otherwise;
}
