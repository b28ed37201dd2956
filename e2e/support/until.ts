import { setTimeout as wait } from "node:timers/promises";

const LOOK_EVERY_MS = 50;

/** Waits until it is so, and gives how long that took in milliseconds. Throws, saying what, when it never is. */
export async function until(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  withinMs: number,
): Promise<number> {
  const began = performance.now();
  for (;;) {
    if (await isSo()) return performance.now() - began;
    if (performance.now() - began > withinMs) throw new Error(`${what}: not within ${withinMs} ms`);
    await wait(LOOK_EVERY_MS);
  }
}
