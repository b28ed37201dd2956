import { setTimeout as wait } from "node:timers/promises";

import type { Result } from "../../kernel/result.ts";

/** A server of ours that runs now. */
export interface Launched {
  readonly version: string;
  /** Fulfilled when its process has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Shuts it down cleanly and waits for it. */
  stop(): Promise<void>;
}

export interface Kept {
  /** Shuts down cleanly, and for good. May be called more than once. */
  stop(): Promise<void>;
}

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2000;

/**
 * Starts a server again whenever it ended without being asked: killed by the system for want of memory, by
 * somebody's mistake, by a fault of its own. The first tries often fail, as long as processes of the old one
 * are still leaving; so it is tried until it runs or is asked to stop. What was committed is there again,
 * by the database's own recovery.
 */
export function keepRunning(
  first: Launched,
  again: () => Promise<Result<Launched> | undefined>,
  log: (line: string) => void,
): Kept {
  let current = first;
  let stopping = false;

  async function restart(): Promise<void> {
    log("postgres: ended without being asked; starting it again");
    for (let pause = FIRST_PAUSE_MS; !stopping; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      const started = await again();
      if (started?.ok === true) {
        current = started.value;
        log("postgres: runs again");
        return;
      }
      await wait(pause);
    }
  }
  async function watch(): Promise<void> {
    while (!stopping) {
      await current.ended;
      // Asked meanwhile or not is known only now.
      if (!isStopping()) await restart();
    }
    await current.stop();
  }
  const isStopping = (): boolean => stopping;
  const watching = watch();
  return {
    stop: async () => {
      stopping = true;
      await current.stop();
      await watching;
    },
  };
}
