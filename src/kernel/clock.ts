import type { Instant } from "./instant.ts";

/** The only source of time. Everything that needs now takes one of these. */
export interface Clock {
  now(): Instant;
}

/** A clock that stands still, for tests, demo and replay. */
export function fixedClock(instant: Instant): Clock {
  return { now: () => instant };
}
