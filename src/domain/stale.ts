import { problem, type Problem } from "../kernel/problem.ts";
import type { CommandSubject } from "./command-definition.ts";

/**
 * Compares what the client showed with what there is, thing by thing: `basisVersion`, `decisions` (count),
 * `reports` (count). A difference means that somebody else was first; nothing is overwritten.
 */
export function staleProblems({ matter, command }: CommandSubject): Problem[] {
  const actual: Readonly<Record<string, number>> = {
    basisVersion: matter?.basis?.version ?? 0,
    decisions: matter?.decisions.length ?? 0,
    reports: matter?.reports.length ?? 0,
  };
  return Object.entries(command.expect ?? {}).flatMap(([thing, shown]) => {
    const now = actual[thing];
    if (now === shown) return [];
    return [
      problem("command.stale", {
        status: 409,
        pointer: `/expect/${thing}`,
        params: { shown, now: now ?? 0 },
      }),
    ];
  });
}
