import type { ProblemShape } from "../../src/contract/shapes.ts";
import { externalStore } from "./external-store.ts";

const nothing: readonly ProblemShape[] = [];
const store = externalStore(nothing);

/**
 * What the last command told: done all the same, but worth knowing (good practice, a late note). Kept until the
 * next command or until it has been read; in memory only.
 */
export const told = {
  get: store.get,
  /** Keeps the notices among the warnings of an answer. */
  show: (warnings: readonly ProblemShape[]): void => {
    const notices = warnings.filter(({ severity }) => severity === "tell");
    store.set(notices.length === 0 ? nothing : notices);
  },
  clear: (): void => store.set(nothing),
  subscribe: store.subscribe,
};
