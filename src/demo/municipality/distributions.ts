import type { PlainDate } from "../../kernel/plain-date.ts";
import type { Pack } from "../../spec/types.ts";
import type { DemoFamily } from "../demo-files.ts";
import { countFamily, type Note } from "./count-family.ts";
import type { Expected } from "./files.ts";
import type { Outline } from "./municipality.ts";

/** What a municipality came to, beside what it should come near. */
export interface Measured extends Expected {
  readonly measured: number;
  /** Of how many. */
  readonly of: number;
  readonly near: boolean;
}

/** Where fewer live, chance takes everything twice as far. */
const FEW_INHABITANTS = 20_000;

/** Counts families one after the other, and tells what they came to. */
export interface Distributions {
  add(family: DemoFamily): void;
  measured(expected: readonly Expected[]): readonly Measured[];
}

/** Counts what {@link Expected} tells of, in a municipality with such a staff over so many years. */
export function countDistributions(
  { board, years, inhabitants, children }: Omit<Outline, "lives" | "absences">,
  pack: Pack,
  today: PlainDate,
): Distributions {
  const yearNow = Number(today.slice(0, 4)) + (Number(today.slice(5, 7)) - 1) / 12;
  const seen = new Map<string, number[]>();
  const note: Note = (id, value) => {
    const values = seen.get(id) ?? [];
    values.push(Number(value));
    seen.set(id, values);
  };
  countTurnover(board, years, note);
  const wider = inhabitants < FEW_INHABITANTS ? 2 : 1;
  const of = (id: string) => seen.get(id) ?? [];
  const sum = (id: string) => of(id).reduce((all, each) => all + each, 0);
  /** What is a rate of all who live there, rather than of what was told. */
  const rates: Readonly<Record<string, () => number>> = {
    "rate.reports": () => (1000 * sum("again")) / (children * years),
    "rate.children": () => (1000 * of("again").length) / (children * years),
    "rate.running": () => (1000 * sum("running")) / inhabitants,
    "rate.measures": () => (1000 * sum("measures")) / inhabitants,
    "entries.measure": () => sum("entries.measure") / sum("years.measure"),
  };
  return {
    add: (family) => countFamily(family, pack, yearNow, note),
    measured: (expected) =>
      expected.map((each) => {
        const rate = rates[each.id];
        const limits = { ...each, tolerance: wider * each.tolerance };
        return rate === undefined ? measuredOf(limits, of(each.id)) : nearOf(limits, rate(), 1);
      }),
  };
}

function countTurnover({ staff }: Outline["board"], years: number, note: Note): void {
  // A desk is named by a letter and a number; whoever takes it over has one more letter.
  const keys = staff.flatMap(({ key, role }) => (role === "caseworker" ? [key] : []));
  const desks = new Set(keys.map((key) => key.replace(/[a-z]$/u, ""))).size;
  note("turnover", (keys.length - desks) / (desks * years));
}

function measuredOf(expected: Expected, values: readonly number[]): Measured {
  const sum = values.reduce((all, each) => all + each, 0);
  const middle = values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  const measured = expected.unit === "days" ? middle : sum / Math.max(values.length, 1);
  return nearOf(expected, measured, values.length);
}

function nearOf(expected: Expected, measured: number, of: number): Measured {
  const near = Math.abs(measured - expected.expected) <= expected.tolerance;
  return { ...expected, measured, of, near };
}

const UNITS = {
  share: (value: number) => `${(100 * value).toFixed(1)} %`,
  days: (value: number) => `${value} d`,
  number: (value: number) => `${value.toFixed(2)}  `,
};

/** What was measured as lines for people; an exclamation mark where it is not near. */
export function distributionLines(measured: readonly Measured[]): readonly string[] {
  return measured.map(({ label, expected, tolerance, unit, source, measured: found, of, near }) => {
    const written = (value: number) => UNITS[unit](value).padStart(8);
    const limits = `${written(expected)} ± ${written(tolerance).trim().padEnd(6)}`;
    return `${near ? " " : "!"} ${written(found)} of ${String(of).padEnd(5)} ${limits} ${source.padEnd(8)}  ${label}`;
  });
}
