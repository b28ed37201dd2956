import type { z } from "zod";
import { problem } from "../../kernel/problem.ts";
import type { Problem } from "../../kernel/problem.ts";

/** Refusals of the request itself, before any rule of law or specification was asked. */
export const requestProblem = {
  notFound: () => problem("request.not-found", { status: 404 }),
  notJson: () => problem("request.not-json", { status: 415 }),
  malformed: () => problem("request.malformed", { status: 400 }),
  noSuchDay: () => problem("request.no-such-day", { status: 400 }),
  tooLarge: (limit: number) => problem("request.too-large", { status: 413, params: { limit } }),
  tooMany: () => problem("request.too-many", { status: 429 }),
  foreignOrigin: () => problem("request.foreign-origin", { status: 403 }),
  internal: (requestId: string) =>
    problem("request.internal", { status: 500, params: { requestId } }),
  databaseAway: () => problem("request.database-away", { status: 503 }),
  diskFull: () => problem("request.disk-full", { status: 507 }),
  notReady: () => problem("request.not-ready", { status: 503 }),
  notSignedIn: () => problem("session.not-signed-in", { status: 401 }),
};

/** One problem for each thing the shape of the contract does not take; no value is repeated. */
export function shapeProblems(part: "params" | "query" | "body", error: z.ZodError): Problem[] {
  return error.issues.map((issue) =>
    problem(part === "body" ? idOf(issue) : "request.shape", {
      status: 400,
      pointer: pointerOf(part, issue.path),
      params: { expected: expectedBy(issue), ...(issue.code === "too_big" ? mostOf(issue) : {}) },
    }),
  );
}

/** What somebody typed into a form and can mend has words of its own. */
function idOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "too_small" && issue.minimum === 1 && WRITTEN.has(issue.origin)) {
    return "request.missing";
  }
  if (issue.code === "too_big" && issue.origin === "string") return "request.too-long";
  return issue.code === "invalid_format" && issue.format === "regex"
    ? "request.characters"
    : "request.shape";
}

const WRITTEN: ReadonlySet<string> = new Set(["string", "array"]);

function mostOf({ maximum }: z.core.$ZodIssueTooBig): { readonly most: number } {
  return { most: Number(maximum) };
}

/** JSON pointer (RFC 6901) into the body; parameters and query have their own first step. */
function pointerOf(part: string, path: readonly PropertyKey[]): string {
  const steps = part === "body" ? path : [part, ...path];
  return steps
    .map((step) => `/${String(step).replace(/~/gu, "~0").replace(/\//gu, "~1")}`)
    .join("");
}

/** The code of the issue, never its message, which may repeat what was sent. */
function expectedBy(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_type") return issue.expected;
  return issue.code === "invalid_format" ? issue.format : issue.code;
}
