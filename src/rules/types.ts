import type { Expression } from "../kernel/expression/types.ts";
import type { PlainDate } from "../kernel/plain-date.ts";

/** A text in both languages of the program. */
export interface Text {
  readonly sv: string;
  readonly en: string;
}

/** The days an entry is in force, both included; `validTo` null = no end known. */
export interface Validity {
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

/**
 * Where a rule stands: `section` within its act, `short` with the short name of the act, which files and tests
 * know it by, and `cited` as people write it ("20 kap. 2 § SoL").
 */
export interface SectionReference {
  readonly act: string;
  readonly section: string;
  readonly short: string;
  readonly cited: string;
}

export interface Act extends Validity {
  readonly id: string;
  readonly short: string;
  /** What people write behind a section; empty where there is no act. */
  readonly cited: string;
  readonly name: Text;
  readonly sfs: string;
  readonly source: string;
}

export type PeriodUnit = "hour" | "day" | "workday" | "week" | "month" | "year";

/** A number of units, a day set by a decision (named data field), or a given day of a later year. */
export type Period =
  | { readonly n: number; readonly unit: PeriodUnit }
  | { readonly fixed: string }
  | { readonly monthDay: string; readonly addYears: number };

/**
 * Whether the end moves to the next workday: `yes` an act, `no` a state that ends by itself,
 * `cautious` an act whose omission ends a taking into care: may roll, but alarms follow `target`.
 */
export type Roll = "yes" | "no" | "cautious";

/** What a fact must have in common with the start of a clock to concern it. */
export type LinkKey =
  | "child"
  | "matter"
  | "report"
  | "investigation"
  | "decision"
  | "party"
  | "measure"
  | "placement";

/** A kind of fact, only those that fulfil `when`, linked by `by` where the rule's `per` does not fit. */
export interface FactRef {
  readonly fact: string;
  readonly when?: Expression;
  readonly by?: LinkKey;
}

/** A fact that starts a clock, provided that each of `requires` is on record too. */
export interface StartRef extends FactRef {
  readonly requires?: readonly FactRef[];
}

export type Severity = "A" | "B" | "C";
export type Certainty = "certain" | "interpretation";

/** One version of a deadline rule: rows with the same id are its versions over time. */
export interface DeadlineRow extends Validity, SectionReference {
  readonly id: string;
  readonly name: Text;
  readonly period: Period;
  readonly start: readonly StartRef[];
  /** Data field of the start fact that holds the day to count from instead of the fact's own day. */
  readonly startDay?: string;
  readonly per: LinkKey;
  readonly roll: Roll;
  /** The clock runs only where this is yes. */
  readonly when?: Expression;
  /** The clock is kept but does not run where this is yes. */
  readonly unless?: Expression;
  /** The day after nominal is accepted too where this is yes of the fact that met the clock. */
  readonly graceNextDayWhen?: Expression;
  /** Any of these meets the clock. */
  readonly metBy: readonly FactRef[];
  /** All of these are needed; the clock is met on the day of the last one. */
  readonly metByAll?: readonly FactRef[];
  /** Facts after this one no longer count for `metByAll`. */
  readonly countsUntil?: FactRef;
  /** Rule whose start, in time, replaces this clock. */
  readonly extendedBy?: string;
  /** The state the clock belongs to is over. */
  readonly endsWith?: readonly FactRef[];
  readonly warnDaysBefore: readonly number[];
  readonly severity: Severity;
  readonly owner: "authority" | "party" | "court";
  /** What a passed day means; `missed` where nothing is said. */
  readonly whenPassed?: "missed" | "expired" | "lapsed" | "reached";
  readonly onMiss?: string;
  /** Good practice only: shown while it runs, and no breach when its day has passed. */
  readonly reminder?: true;
  /** Repeats with this period, counted from the last one. */
  readonly every?: Period;
  readonly maxTotal?: Period;
  /** Also for what began before the section was in force (no transitional rule). */
  readonly appliesToRunning?: true;
  /** False: known to `law check` only; its facts come with a later part of the system. */
  readonly runs: boolean;
  readonly certainty: Certainty;
  /** True where the statute itself moves the last day (a party's act), so rolling is no interpretation. */
  readonly rollCertain?: true;
  readonly source: string;
}

/**
 * A condition that stops (`block`, the law), makes somebody give a reason (`warn`, good practice) or is only
 * told together with the answer (`tell`).
 */
export interface Guard extends Validity, SectionReference {
  readonly id: string;
  /** Tells the guards of one rule apart; the problem id is `law.<id>.<key>`. */
  readonly key: string;
  readonly on: readonly string[];
  readonly effect: "block" | "warn" | "tell";
  readonly violatedWhen: Expression;
  readonly pointer?: string;
  readonly message: Text;
  readonly reasonAllowed?: true;
  readonly certainty: Certainty;
  readonly source: string;
}

export type DecisionLevel = "delegate" | "committee" | "board" | "chair" | "court";

/** How far down a kind of decision may be delegated by law. */
export interface Ceiling extends Validity, SectionReference {
  readonly id: string;
  readonly decision: string;
  readonly levels: readonly DecisionLevel[];
  readonly chairUrgent?: true;
  readonly message: Text;
  readonly certainty: Certainty;
  readonly source: string;
}

/** What one board has delegated: which roles may take a kind of decision. */
export interface DelegationEntry {
  readonly decision: string;
  readonly roles: readonly string[];
  /** The decider must have the degree that chapter 25 asks for. */
  readonly qualified?: true;
  /** The row in words, as the order has it: what is decided, and by whom. */
  readonly row?: Text;
}

export interface DelegationOrder extends Validity {
  readonly id: string;
  readonly name: Text;
  readonly entries: readonly DelegationEntry[];
  readonly source: string;
}

export interface AppealRow extends Validity {
  readonly decision: string;
  readonly appealable: "appeal" | "not" | "legality-review";
  readonly section: string;
  readonly short: string;
  readonly act: string;
  /** Id of the law text that a print of the decision carries. */
  readonly text: string;
}

/**
 * What a rule of keeping is about: a report that led to no investigation, an investigation, what neither of these
 * rules is about, a row of follow-up, what is connected with something (a placement), or the research sample.
 */
export type RetentionScope =
  | { readonly to: "not-opened" | "investigation" | "other" | "follow-up-row" }
  | {
      readonly to: "connected";
      /** Facts and granted decisions of a matter, any of which makes the rule apply. */
      readonly facts: readonly string[];
      readonly decisions: readonly string[];
    }
  | {
      readonly to: "sample";
      /** Where everything is kept: codes of counties (the first two digits) and of municipalities. */
      readonly counties: readonly string[];
      readonly municipalities: readonly string[];
      /** Elsewhere: whoever is born on one of these days of a month. */
      readonly birthDays: readonly number[];
    };

/** How long a class of documents is kept; a `period` that is null is for ever. */
export interface RetentionRow extends Validity, SectionReference {
  readonly id: string;
  readonly name: Text;
  /** `lawOf`: the law of today decides, or that of the day the investigation was closed. */
  readonly applies: RetentionScope & { readonly lawOf: "today" | "closed" };
  readonly start: string;
  readonly period: Period | null;
  /** The destruction is done at the latest on this day of the year after. */
  readonly doneBy?: Period;
  readonly certainty: Certainty;
  readonly source: string;
}

/** Everything the loaded law says, indexed for look-up. Lists are in order of `validFrom`. */
export interface Law {
  readonly acts: ReadonlyMap<string, Act>;
  readonly deadlines: ReadonlyMap<string, readonly DeadlineRow[]>;
  /** By command. */
  readonly guards: ReadonlyMap<string, readonly Guard[]>;
  /** By decision. */
  readonly ceilings: ReadonlyMap<string, readonly Ceiling[]>;
  readonly orders: readonly DelegationOrder[];
  /** By decision. */
  readonly appeals: ReadonlyMap<string, readonly AppealRow[]>;
  readonly retention: readonly RetentionRow[];
  readonly texts: ReadonlyMap<string, Text>;
}
