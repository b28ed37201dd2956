import type { z } from "zod";
import { pointerTo } from "../kernel/expression/pointer.ts";
import { problem } from "../kernel/problem.ts";
import type { Problem } from "../kernel/problem.ts";
import { fail, ok } from "../kernel/result.ts";
import type { Result } from "../kernel/result.ts";

/**
 * Reads one file of a pack. Refuses a key that is not known (`spec.unknown-key`), a condition that is not
 * of the language (`expression.*`) and any other shape (`spec.shape`), with file and pointer.
 */
export function readShape<T>(shape: z.ZodType<T>, file: string, json: unknown): Result<T> {
  const read = shape.safeParse(json);
  return read.success
    ? ok(read.data)
    : fail(read.error.issues.flatMap((issue) => problemsOf(issue, file)));
}

function problemsOf(issue: z.core.$ZodIssue, file: string): Problem[] {
  const pointer = issue.path.map(String).reduce(pointerTo, "");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) =>
      problem("spec.unknown-key", { pointer: pointerTo(pointer, key), params: { file, key } }),
    );
  }
  const id = issue.message.startsWith("expression.") ? issue.message : "spec.shape";
  return [problem(id, { pointer, params: { file } })];
}
