import type { Instant, LocalDateTime } from "../../kernel/instant.ts";
import type { Uuid } from "../../kernel/ids.ts";

/** Something that went wrong with data or systems, and what was done: codes and times. Its words stay in the log. */
export interface IncidentState {
  readonly incident: Uuid;
  /** The number of the event that noted it. */
  readonly seq: number;
  /** Codes of codelist `incident-concerns`. */
  readonly concerns: readonly string[];
  /** By the clock on the wall: the hours of the law are counted from here. */
  readonly knownAt: LocalDateTime;
  readonly steps: readonly IncidentStep[];
}

export interface IncidentStep {
  readonly seq: number;
  /** Code of codelist `incident-step`. */
  readonly step: string;
  readonly at: Instant;
}

/** The step that ends an incident. */
export const CLOSED = "closed";

export function isClosed({ steps }: IncidentState): boolean {
  return steps.some(({ step }) => step === CLOSED);
}
