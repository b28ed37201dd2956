import type { Text } from "../../spec/types.ts";
import type { RowKind } from "../derive/rows.ts";

/**
 * Something that is true of a row or not. A variable that is missing is in no list of codes: `in` finds codes,
 * `yes` and `no`, numbers (`0`, `0-14`, `15-`, `law:A-04` for the days of a deadline), `group:took-part` of the codelist, `answered`, or why it is missing.
 */
export type Condition =
  | { readonly variable: string; readonly in: readonly string[] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly within: TimeFrom; readonly to: string }
  | { readonly over: TimeFrom };

/** A length of time from a day of the row (`day` is the row's own): that of a deadline of the law, or months. */
export interface TimeFrom {
  readonly from: string;
  readonly law?: string;
  readonly months?: number;
}

/** What a bar stands for: what is asked for, its opposite, no answer, or beside the count. */
export type Role = "yes" | "no" | "missing" | "apart";

/** One bar: the rows that no bar before it has taken and of which this is true. */
export interface Bar {
  readonly id: string;
  readonly label: Text;
  readonly role: Role;
  readonly when: Condition;
}

/** Bars made from the codes of a variable: all, those of a group, or why it is missing. */
export interface BarsOf {
  readonly codesOf: string;
  readonly role: Role;
  /** Only codes of this group of the codelist. */
  readonly group?: string;
  readonly only?: readonly string[];
}

/** Whom a step of a waterfall counts: another kind of row, by a day of its own. */
export interface Step {
  readonly id: string;
  readonly label: Text;
  readonly row: RowKind;
  /** The day the period is asked of, where not the row's own. */
  readonly day?: string;
  readonly where: Condition;
}

/** An indicator as its file in `spec/followup/indicators/` says it. */
export interface Indicator {
  readonly id: string;
  readonly title: Text;
  readonly question: Text;
  readonly definition: Text;
  readonly source: Text;
  /** What is counted, in the plural: investigations. */
  readonly counted: Text;
  /** The result in a sentence, with {yes}, {n}, {percent} and, where a number is measured, {median}. */
  readonly sentence: Text;
  readonly row: RowKind;
  /** Counts the guardians of the rows. */
  readonly per?: "guardian";
  /** Which rows are asked at all; the others are not in the table. */
  readonly where?: Condition;
  readonly bars: readonly (Bar | BarsOf)[];
  readonly steps?: readonly Step[];
  /** A number of the row whose middle and quartiles are told. */
  readonly measured?: { readonly variable: string; readonly unit: Text };
  /** The deadline whose section stands beside it. */
  readonly law?: string;
  readonly example: Example;
}

/** Rows made up for the definition, and what must come of them. */
export interface Example {
  readonly today?: string;
  readonly rows: readonly ExampleRow[];
  readonly answer: {
    readonly yes: number;
    readonly n: number;
    readonly missing: number;
    readonly median?: number;
  };
}

export interface ExampleRow {
  /** How many such rows there are; one unless said. */
  readonly times?: number;
  readonly row?: RowKind;
  readonly on?: string;
  readonly values: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

/** The first page of follow-up: sections with the indicators they show, in the order people need them. */
export interface OverviewSection {
  readonly id: string;
  readonly title: Text;
  readonly lead: Text;
  readonly picture: "ladder" | "shares" | "waterfall";
  readonly indicators: readonly string[];
}
