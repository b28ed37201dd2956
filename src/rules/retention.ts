import {
  addYears,
  datePartsOf,
  maxDate,
  plainDateOf,
  type PlainDate,
} from "../kernel/plain-date.ts";
import { inForce } from "./look-up.ts";
import type { Law, Period, RetentionRow } from "./types.ts";

/** What the rules of keeping ask about one matter. */
export interface RetentionFacts {
  readonly today: PlainDate;
  /** Code of the municipality (four digits); absent where the board has not said. */
  readonly municipality?: string;
  /** Where it is absent neither the thirty years nor the research sample can be known. */
  readonly birthDate?: PlainDate;
  /** The last entry in the akt of the child, whatever matter it was about. */
  readonly lastEntryOn: PlainDate;
  /** Something about the child is still going on, so that another entry will come. */
  readonly open: boolean;
  readonly kind: "not-opened" | "investigation" | "other";
  /** The day the investigation was closed, else the matter; absent while it runs. */
  readonly closedOn?: PlainDate;
  /** Names of the facts of the matter, and the kinds of its decisions that granted something. */
  readonly facts: readonly string[];
  readonly granted: readonly string[];
}

/** A rule that applies to a matter, with the days it gives. */
export interface AppliedRule {
  readonly row: RetentionRow;
  readonly decision: "keep" | "destroy";
  /** The first day it may be destroyed by this rule; absent where no day can be known yet. */
  readonly earliest?: PlainDate;
  /** The day by which it must be done. */
  readonly latest?: PlainDate;
}

/** What is missing before it can be said how long something is kept. */
export type RetentionLack = "birth-date" | "municipality" | "rule";

/** How long a matter is kept: the rule that decides, all that apply, and what is not known. */
export interface Retention {
  readonly decision: "keep" | "destroy";
  readonly rule: AppliedRule | undefined;
  readonly rules: readonly AppliedRule[];
  /** The first day on which every rule lets it be destroyed; never for what is kept. */
  readonly earliest?: PlainDate;
  readonly latest?: PlainDate;
  /** Something about the child is going on: nothing is destroyed, whatever the day. */
  readonly open: boolean;
  readonly lacks: readonly RetentionLack[];
}

/** The start of a period that runs from the last entry; nobody knows it while another entry will come. */
const LAST_ENTRY = "akt.last-entry";
const BORN = "child.born";

/**
 * How long the documents of a matter are kept (SoL 16 kap.), derived from the record and the law as data and
 * never set by hand. Keeping goes before destroying; of several periods the longest decides, and the main
 * rule of five years after the last entry holds beside every longer one.
 */
export function retentionOf(law: Law, facts: RetentionFacts): Retention {
  const rows = law.retention.filter((row) => governs(row, facts));
  const own = rows.filter((row) => row.applies.to === facts.kind);
  const main = rows.filter((row) => row.applies.to === "other");
  const others = rows.filter((row) => speaksOf(row, facts));
  const rules = [...others, ...(own.length > 0 ? own : main)].map((row) => applied(row, facts));
  const lacks = lacksOf(rows, facts, rules.length === 0);
  const { open } = facts;
  const kept = rules.find(({ decision }) => decision === "keep");
  if (kept !== undefined) return { decision: "keep", rule: kept, rules, open, lacks };
  const floor = open ? [] : main.map((row) => applied(row, facts));
  const days = [...rules, ...floor].map(({ earliest }) => earliest);
  const rule = rules.at(-1);
  const earliest = latestOf(days);
  return {
    decision: "destroy",
    rule,
    rules,
    ...(earliest === undefined ? {} : { earliest }),
    ...(rule?.latest === undefined ? {} : { latest: rule.latest }),
    open,
    lacks,
  };
}

/** Whether something is to be destroyed on a day: every rule lets it, nothing is going on and all is known. */
export function isDue({ decision, earliest, open, lacks }: Retention, today: PlainDate): boolean {
  const reached = earliest !== undefined && earliest <= today;
  return decision === "destroy" && reached && !open && lacks.length === 0;
}

/** The first day a row of follow-up is destroyed, counted from when what it tells of had ended, and the last. */
export function followupRetention(
  law: Law,
  today: PlainDate,
  endedOn: PlainDate,
): AppliedRule | undefined {
  const row = law.retention.find(
    (each) => each.applies.to === "follow-up-row" && inForce(each, today),
  );
  return row === undefined ? undefined : { row, decision: "destroy", ...daysOf(row, endedOn) };
}

/** Whether everything of the board, or of whoever is born that day, belongs to the research sample. */
export function inResearchSample(
  law: Law,
  facts: Pick<RetentionFacts, "today" | "municipality" | "birthDate">,
): boolean {
  return law.retention.some((row) => inForce(row, facts.today) && inSample(row, facts));
}

function governs(row: RetentionRow, { today, closedOn }: RetentionFacts): boolean {
  return inForce(row, row.applies.lawOf === "today" ? today : (closedOn ?? today));
}

function speaksOf(row: RetentionRow, facts: RetentionFacts): boolean {
  const { applies } = row;
  if (applies.to === "sample") return inSample(row, facts);
  if (applies.to !== "connected") return false;
  return (
    applies.facts.some((name) => facts.facts.includes(name)) ||
    applies.decisions.some((kind) => facts.granted.includes(kind))
  );
}

function inSample(
  { applies }: RetentionRow,
  { municipality, birthDate }: Pick<RetentionFacts, "municipality" | "birthDate">,
): boolean {
  if (applies.to !== "sample") return false;
  if (municipality !== undefined && keepsAll(applies, municipality)) return true;
  return birthDate !== undefined && applies.birthDays.includes(datePartsOf(birthDate).day);
}

function keepsAll(
  {
    counties,
    municipalities,
  }: { readonly counties: readonly string[]; readonly municipalities: readonly string[] },
  code: string,
): boolean {
  return municipalities.includes(code) || counties.some((county) => code.startsWith(county));
}

function applied(row: RetentionRow, facts: RetentionFacts): AppliedRule {
  if (row.period === null) return { row, decision: "keep" };
  const start = startOf(row, facts);
  return { row, decision: "destroy", ...(start === undefined ? {} : daysOf(row, start)) };
}

function startOf(row: RetentionRow, facts: RetentionFacts): PlainDate | undefined {
  if (row.start === BORN) return facts.birthDate;
  return row.start === LAST_ENTRY && !facts.open ? facts.lastEntryOn : undefined;
}

function daysOf(row: RetentionRow, start: PlainDate): Pick<AppliedRule, "earliest" | "latest"> {
  if (row.period === null || !("unit" in row.period)) return {};
  const earliest = addYears(start, row.period.n);
  const latest = row.doneBy === undefined ? undefined : dayOfYear(earliest, row.doneBy);
  return { earliest, ...(latest === undefined ? {} : { latest }) };
}

function dayOfYear(from: PlainDate, period: Period): PlainDate | undefined {
  if (!("monthDay" in period)) return undefined;
  const [month, day] = period.monthDay.split("-").map(Number);
  return plainDateOf(datePartsOf(from).year + period.addYears, month ?? 12, day ?? 31);
}

/** The latest of some days; undefined where one of them is not known. */
function latestOf(days: readonly (PlainDate | undefined)[]): PlainDate | undefined {
  const [first, ...rest] = days.filter((day) => day !== undefined);
  if (first === undefined || rest.length + 1 < days.length) return undefined;
  return maxDate(first, ...rest);
}

function lacksOf(
  rows: readonly RetentionRow[],
  { birthDate, municipality }: RetentionFacts,
  none: boolean,
): readonly RetentionLack[] {
  const sampled = rows.some(({ applies }) => applies.to === "sample");
  return [
    ...(birthDate === undefined ? ["birth-date" as const] : []),
    ...(municipality === undefined && sampled ? ["municipality" as const] : []),
    ...(none ? ["rule" as const] : []),
  ];
}
