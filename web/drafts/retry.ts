/** Without an answer within this time there is no contact. */
export const answerWithinMs = 10_000;

const firstMs = 1000;
const longestMs = 15_000;

/**
 * How long to wait before trying again, in milliseconds: longer after each failure, and spread by chance
 * (0 to 1), so that a server that comes back is not met by everybody at once.
 */
export function retryAfter(failures: number, chance: number): number {
  const wait = Math.min(longestMs, firstMs * 2 ** failures);
  return wait * (0.5 + chance);
}

/** Typing rests this long before it is saved; with the request it stays under the promised two seconds. */
export const restMs = 700;
/** Longest time from a keystroke to its save, also for one who never pauses. */
const longestUnsavedMs = 1500;

/** How long a save waits after a key, when the first key that is not saved was so many milliseconds ago. */
export function saveIn(sinceFirst: number): number {
  return Math.max(0, Math.min(restMs, longestUnsavedMs - sinceFirst));
}
