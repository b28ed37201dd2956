import { yearBefore } from "../../../text/year-before.ts";

/** A period that has a name. */
export const periodNames = ["year", "this", "last", "all", "own"] as const;
export type PeriodName = (typeof periodNames)[number];

/** Days of a period, both included; without one the period is open at that end. */
export interface Period {
  readonly from?: string;
  readonly to?: string;
}

/** What the reader has chosen to see. */
export interface Chosen {
  readonly name: PeriodName;
  /** The days of an own period. */
  readonly own: Period;
  readonly unit: string;
}

/** What everybody begins with. */
export const firstChosen: Chosen = { name: "year", own: {}, unit: "" };

/** The days that a name stands for, on a day (`2026-11-22`). */
export function periodOf({ name, own }: Pick<Chosen, "name" | "own">, today: string): Period {
  const year = Number(today.slice(0, 4));
  if (name === "all") return {};
  if (name === "own") return own;
  if (name === "this") return { from: `${year}-01-01`, to: today };
  if (name === "last") return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` };
  return { from: dayAfter(yearBefore(today)), to: today };
}

/** What is asked of the server: a period, and a unit where one is chosen. */
export function queryOf(chosen: Chosen, today: string): Period & { readonly unit?: string } {
  return { ...periodOf(chosen, today), ...(chosen.unit === "" ? {} : { unit: chosen.unit }) };
}

function dayAfter(day: string): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}
