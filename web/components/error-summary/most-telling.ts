import type { ProblemShape } from "../../../src/contract/shapes.ts";

/**
 * The problems worth saying: where the law and the form ask for the same field, only the law's words with
 * their section, and nothing twice.
 */
export function mostTelling(problems: readonly ProblemShape[]): readonly ProblemShape[] {
  return problems.filter((found, index) => {
    const same = problems.filter((other) => other.pointer === found.pointer);
    const byLaw = same.some((other) => other.section !== undefined);
    if (found.pointer !== undefined && byLaw && found.section === undefined) return false;
    return problems.findIndex((other) => isSame(other, found)) === index;
  });
}

function isSame(a: ProblemShape, b: ProblemShape): boolean {
  return a.pointer === b.pointer && a.sv === b.sv && a.section === b.section;
}
