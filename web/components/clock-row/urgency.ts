import type { ClockShape } from "../../../src/contract/shapes.ts";
import { daysBetween } from "../../text/dates.ts";

export type Urgency = "late" | "soon" | "calm";

/** Days before a day is near: today and tomorrow. */
const nearDays = 1;

type Days = Pick<ClockShape, "daysLeft" | "target" | "legalLatest">;

/**
 * The days a duty is told by: to the day to work to, and once that has passed to the last day of the law.
 * The two differ where the last day falls on a rest day.
 */
export function daysToldOf(clock: Days): number {
  const toTarget = clock.daysLeft - daysBetween(clock.target, clock.legalLatest);
  return toTarget >= 0 ? toTarget : clock.daysLeft;
}

/** Whether the days are told to an earlier day than the last of the law: then both days are said. */
export function toldToTarget(clock: Days): boolean {
  return daysToldOf(clock) !== clock.daysLeft;
}

/** How a running duty is to be read: late by the law, near, or with time left. */
export function urgencyOf(clock: Days): Urgency {
  if (clock.daysLeft < 0) return "late";
  return daysToldOf(clock) <= nearDays ? "soon" : "calm";
}

/** The key of the words for a class of the law. */
export const severityKey = { A: "severityA", B: "severityB", C: "severityC" } as const;
