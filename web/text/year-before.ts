import { addYears, parsePlainDate } from "../../src/kernel/plain-date.ts";

/** The same day a year before; 28 February for the 29th. What is no day, or has none before it, stays as it is. */
export function yearBefore(day: string): string {
  const date = parsePlainDate(day);
  return date === undefined || day < "0002" ? day : addYears(date, -1);
}
