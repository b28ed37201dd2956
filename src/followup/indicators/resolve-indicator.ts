import type { PlainDate } from "../../kernel/plain-date.ts";
import { ruleOn } from "../../rules/look-up.ts";
import type { Law } from "../../rules/types.ts";
import type { Pack, Text } from "../../spec/types.ts";
import { codesOfColumn, columnsOf, isSelectable, type Column } from "../columns.ts";
import { fill, type Texts } from "../engine/words.ts";
import { missingNumbers } from "../schema.ts";
import type { Bar, BarsOf, Condition, Indicator, TimeFrom } from "./types.ts";

/** A length of time, as days or months. */
export interface Length {
  readonly n: number;
  readonly unit: "day" | "month";
}

/** Whole numbers from the first to the second, both included. */
export type Span = readonly [number, number];

/** What the conditions of an indicator speak of, looked up in a pack and the law of a day. */
export interface Lookup {
  /** The column of a variable that may be counted by. Throws where there is none. */
  column(id: string): Column;
  codesOf(column: Column): readonly { readonly id: string; readonly label: Text }[];
  /** Codes of a group of the column's codelist. */
  codesOfGroup(column: Column, group: string): readonly string[];
  length(time: TimeFrom): Length;
  /** `3`, `0-14`, `15-` or `law:<id>` (the days of a deadline) as a span; undefined for anything else. */
  span(text: string): Span | undefined;
  /** Why a value is missing, in words. */
  missingLabel(reason: string): Text;
  readonly today: PlainDate;
}

/** The reasons why a value is missing that are told as missing; what is not relevant is not asked of a row. */
export const missingReasons = ["not_asked", "unknown", "declined"] as const;

/** Before the id of a deadline, in a condition. */
const ofLaw = "law:";

/** Looks up variables in the pack and lengths in the law of the day. */
export function lookupOf(pack: Pack, law: Law, today: PlainDate, words: Texts): Lookup {
  const columns = new Map(
    columnsOf(pack)
      .filter(isSelectable)
      .map((column) => [column.id, column]),
  );
  return {
    today,
    missingLabel: (reason) => fill(words, `missing.${reason}`),
    column: (id) => {
      const found = columns.get(id);
      if (found === undefined) throw new Error(`no variable ${id} to count by`);
      return found;
    },
    codesOf: (column) => codesOfColumn(column, pack),
    codesOfGroup: (column, group) =>
      codesOfColumn(column, pack)
        .filter((code) => code.group === group)
        .map((code) => code.id),
    length: (time) => lengthOf(time, law, today),
    span: (text) => {
      if (!text.startsWith(ofLaw)) return spanOf(text);
      const { n, unit } = lengthOf({ from: ownDay, law: text.slice(ofLaw.length) }, law, today);
      return unit === "day" ? [0, n] : undefined;
    },
  };
}

function lengthOf({ law: rule, months }: TimeFrom, law: Law, today: PlainDate): Length {
  if (months !== undefined) return { n: months, unit: "month" };
  const period = rule === undefined ? undefined : ruleOn(law, rule, today)?.period;
  if (period === undefined || !("n" in period)) throw new Error(`no length of time in ${rule}`);
  const { n, unit } = period;
  if (unit === "day" || unit === "month") return { n, unit };
  throw new Error(`${rule} is counted in ${unit}`);
}

/** The bars of an indicator, those made of codes spelled out. */
export function barsOf(indicator: Indicator, lookup: Lookup): readonly Bar[] {
  return indicator.bars.flatMap((bar) => ("codesOf" in bar ? barsOfCodes(bar, lookup) : bar));
}

function barsOfCodes(bars: BarsOf, lookup: Lookup): readonly Bar[] {
  const { codesOf: variable, role, group, only } = bars;
  const column = lookup.column(variable);
  const codes =
    role === "missing"
      ? missingReasons.map((id) => ({ id, label: lookup.missingLabel(id) }))
      : lookup.codesOf(column);
  const ofGroup = group === undefined ? undefined : lookup.codesOfGroup(column, group);
  return codes
    .filter(({ id }) => only?.includes(id) ?? true)
    .filter(({ id }) => ofGroup?.includes(id) ?? true)
    .map(({ id, label }) => ({ id, label, role, when: { variable, in: [id] } }));
}

/** Why a value is missing, as its number; undefined for anything else. */
export function missingNumberOf(text: string): number | undefined {
  return Object.entries(missingNumbers).find(([code]) => code === text)?.[1];
}

const LARGEST = 2_000_000_000;

function spanOf(text: string): Span | undefined {
  const match = /^(\d{1,6})(-(\d{0,6}))?$/.exec(text);
  if (match === null) return undefined;
  const low = Number(match[1]);
  if (match[2] === undefined) return [low, low];
  return [low, match[3] === "" ? LARGEST : Number(match[3])];
}

/** The variables an indicator speaks of, each once, in the order they are met. */
export function variablesOf(indicator: Indicator): readonly string[] {
  const bars = indicator.bars.flatMap((bar) =>
    "codesOf" in bar ? [bar.codesOf] : variablesIn(bar.when),
  );
  const steps = (indicator.steps ?? []).flatMap((step) => variablesIn(step.where));
  const where = indicator.where === undefined ? [] : variablesIn(indicator.where);
  const measured = indicator.measured === undefined ? [] : [indicator.measured.variable];
  return [...new Set([...bars, ...steps, ...where, ...measured])];
}

function variablesIn(condition: Condition): readonly string[] {
  if ("variable" in condition) return [condition.variable];
  if ("all" in condition) return condition.all.flatMap(variablesIn);
  if ("any" in condition) return condition.any.flatMap(variablesIn);
  if ("not" in condition) return variablesIn(condition.not);
  const days =
    "within" in condition ? [condition.within.from, condition.to] : [condition.over.from];
  return days.filter((id) => id !== ownDay);
}

/** The row's own day, in a length of time. */
export const ownDay = "day";
