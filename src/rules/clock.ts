import type { LocalDateTime } from "../kernel/instant.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import type { DeadlineRow, Severity, Text } from "./types.ts";

/** How sure the days are: whether a rest day moves them is often a reading of the law. */
export type ClockCertainty =
  | "certain"
  | "interpretation"
  | "roll-over-interpretation"
  | "no-roll-over-interpretation";

/** A duty that runs, has been met or has been replaced. A function of the facts, without today. */
export interface Clock {
  /** Stable: rule, matter, start fact and subject. */
  readonly id: string;
  readonly ruleId: string;
  readonly name: Text;
  readonly matter: string;
  readonly subject?: string;
  readonly report?: string;
  readonly investigation?: string;
  readonly decision?: string;
  /** Id of the fact that started it. */
  readonly startFact: string;
  readonly from: PlainDate;
  readonly nominal: PlainDate;
  readonly legalLatest: PlainDate;
  readonly target: PlainDate;
  /** The day after nominal is accepted because the report came late in the day. */
  readonly grace: boolean;
  readonly severity: Severity;
  readonly owner: DeadlineRow["owner"];
  readonly warnDaysBefore: readonly number[];
  /** The section on the day the clock started, as people write it, and its short form. */
  readonly section: string;
  readonly lawShort: string;
  readonly certainty: ClockCertainty;
  /** Only where hours count: from when, until when, and when it was met, by the clock on the wall. */
  readonly hours?: ClockHours;
  /** Good practice only: no breach when its day has passed. */
  readonly reminder?: true;
  readonly whenPassed: "missed" | "expired" | "lapsed" | "reached";
  readonly status: "open" | "met" | "extended" | "superseded" | "not-applicable";
  readonly metOn?: PlainDate;
  readonly metFact?: string;
  /** The day an extension was decided or the state it belongs to ended. */
  readonly endedOn?: PlainDate;
}

export interface ClockHours {
  readonly from: LocalDateTime;
  readonly due: LocalDateTime;
  readonly metAt?: LocalDateTime;
}

export type ClockStatus =
  | "met"
  | "metByRollover"
  | "metWithinGrace"
  | "late"
  | "missed"
  | "open"
  | "extended"
  | "superseded"
  | "notApplicable"
  | "lapsed"
  | "expired"
  | "reached";

/**
 * The status of a clock on a day, as the law sees it. What has not happened by that day counts as
 * not done, so an earlier day can be asked about too.
 */
export function clockStatusOn(clock: Clock, today: PlainDate): ClockStatus {
  if (clock.status === "not-applicable") return "notApplicable";
  const { metOn, endedOn } = clock;
  if (metOn !== undefined && metOn <= today) {
    if (metOn > clock.legalLatest || isHoursLate(clock)) return "late";
    if (metOn <= clock.nominal) return "met";
    return clock.grace ? "metWithinGrace" : "metByRollover";
  }
  // A state that ended after its last day had already been missed.
  if (endedOn !== undefined && endedOn <= today && endedOn <= clock.legalLatest) {
    if (clock.status === "extended") return "extended";
    if (clock.status === "superseded") return "superseded";
  }
  return today > clock.legalLatest ? clock.whenPassed : "open";
}

/**
 * Whether a clock still asks somebody for something: not what is done, however late, nor what ended with its
 * investigation, nor a time of somebody else's that has run out, such as that to appeal.
 */
export function stillAsks(clock: Clock, today: PlainDate): boolean {
  if (clock.status !== "open") return false;
  return clock.owner === "authority" || clock.legalLatest >= today;
}

/** Met on the last day, but after the hour. */
function isHoursLate({ hours }: Clock): boolean {
  return hours?.metAt !== undefined && hours.metAt > hours.due;
}
