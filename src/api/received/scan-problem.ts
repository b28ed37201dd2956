import { problem, type Problem } from "../../kernel/problem.ts";
import type { RequestContext } from "../http/handler.ts";

/** What the virus scanner has against a file; undefined where it passes, and where no scanner is set. */
export async function scanProblem(
  ctx: RequestContext,
  bytes: Buffer,
): Promise<Problem | undefined> {
  const verdict = await ctx.app.scanner?.(bytes);
  if (verdict === undefined || verdict === "clean") return undefined;
  return verdict === "harmful"
    ? problem("file.harmful", { status: 422 })
    : problem("file.scan-unavailable", { status: 503 });
}
