import type { ProblemShape } from "../../src/contract/shapes.ts";

let notices: readonly ProblemShape[] = [];
const listeners = new Set<() => void>();

function set(next: readonly ProblemShape[]): void {
  if (next.length === 0 && notices.length === 0) return;
  notices = next;
  for (const listener of listeners) listener();
}

/**
 * What the last command told: done all the same, but worth knowing (good practice, a late note). Kept until the
 * next command or until it has been read; in memory only.
 */
export const told = {
  get: (): readonly ProblemShape[] => notices,
  /** Keeps the notices among the warnings of an answer. */
  show: (warnings: readonly ProblemShape[]): void =>
    set(warnings.filter(({ severity }) => severity === "tell")),
  clear: (): void => set([]),
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
