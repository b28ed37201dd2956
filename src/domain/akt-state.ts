import type { PlainDate } from "../kernel/plain-date.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Uuid } from "../kernel/ids.ts";
import type { ClockFact } from "../rules/clock-facts.ts";
import type { AnswerItem, Answers } from "./event.ts";
import type { DisclosureState } from "./disclosure/disclosure-state.ts";
import type { GlassState } from "./glass/glass.ts";
import type { GoalState, MeasureState, ProviderReportState } from "./measure/measure-state.ts";
import type { FollowUp23State } from "./follow-up-23/follow-up-state.ts";
import type { LetterState } from "./letters/letter-state.ts";
import type { AppointmentState, BarState, LoanState } from "./reach/reach-state.ts";
import type { ReceivedState } from "./received/received-state.ts";

/**
 * What is known of one child at one board: the fold of its stream, some kB a matter.
 * Narrative is never kept here; it lives in the documents and the chronology.
 */
export interface AktState {
  readonly akt: Uuid;
  readonly person: Uuid;
  readonly createdOn: PlainDate;
  readonly lastEntryOn: PlainDate;
  readonly matters: Readonly<Record<string, MatterState>>;
  /** Other akter about the same child, whose records were joined; absent where there is none. */
  readonly linked?: readonly { readonly akt: Uuid; readonly joining: Uuid }[];
  /** Openings by those without a task in it; absent where there was none. */
  readonly glass?: readonly GlassState[];
}

/** One process for one child, from report or application to closing. */
export interface MatterState {
  readonly matter: Uuid;
  /** The readable number; absent where it was started before matters had one. */
  readonly number?: string;
  readonly startedOn: PlainDate;
  readonly unit?: Uuid;
  readonly worker?: Uuid;
  readonly coWorker?: Uuid;
  /** Handed over to another unit and not received yet. */
  readonly handOver?: HandOverState;
  /** The days the matter got another caseworker. */
  readonly workerChanges?: readonly PlainDate[];
  readonly reports: readonly ReportState[];
  readonly preliminary: readonly PreliminaryState[];
  readonly investigation?: InvestigationState;
  readonly talks: TalkSummary;
  readonly plan?: PlanState;
  readonly basis?: BasisState;
  readonly decisions: readonly DecisionState[];
  /** Goals for the child, by id; absent until there is one. */
  readonly goals?: readonly GoalState[];
  /** Open measures that were granted; absent until there is one. */
  readonly measures?: readonly MeasureState[];
  /** What those who carry them out have told, in the order it came; absent until there is one. */
  readonly providerReports?: readonly ProviderReportState[];
  readonly acts: readonly ActState[];
  readonly facts: readonly ClockFact[];
  /** Absent until there is one. */
  readonly consents?: readonly ConsentState[];
  /** Absent until there is one. */
  readonly instruments?: readonly InstrumentResultState[];
  /** Absent until there is one. */
  readonly objections?: readonly ObjectionState[];
  /** Entries that were corrected or undone; absent where none was. */
  readonly marks?: readonly MarkState[];
  readonly followUp23?: FollowUp23State;
  /** Letters that were sent, in the order they were; absent where none was. */
  readonly letters?: readonly LetterState[];
  /** Requests for documents of the akt, in the order they came; absent where none did. */
  readonly disclosures?: readonly DisclosureState[];
  /** Documents that came in, in the order they were taken in; absent where none did. */
  readonly received?: readonly ReceivedState[];
  /** Who reads the matter by name; absent where nobody ever did. */
  readonly loans?: readonly LoanState[];
  /** Who outside the board carries out which measure; absent where nobody ever did. */
  readonly appointments?: readonly AppointmentState[];
  /** Who is kept out of the akt for a conflict of interest; absent where nobody ever was. */
  readonly bars?: readonly BarState[];
  readonly closedOn?: PlainDate;
}

/** To which unit a matter is handed over, by whom; what is missing is written in the event. */
export interface HandOverState {
  readonly to: Uuid;
  readonly on: PlainDate;
  readonly by: Uuid;
  readonly seq: number;
}

/** A consent: to what and by whom, and until when it holds. Its words stay in the log. */
export interface ConsentState {
  readonly consent: Uuid;
  readonly on: PlainDate;
  readonly by: readonly Uuid[];
  readonly kind?: string;
  /** The bodies that may be contacted; none named = every one. */
  readonly bodies: readonly string[];
  readonly form?: string;
  readonly until?: PlainDate;
  readonly withdrawnOn?: PlainDate;
}

/** An objection: by whom and to what. Its words stay in the log. */
export interface ObjectionState {
  readonly objection: Uuid;
  readonly seq: number;
  readonly on: PlainDate;
  readonly by: readonly Uuid[];
  /** The number of the entry it is about. */
  readonly entry?: number;
  readonly document?: Uuid;
  /** The statement or other item it is about. */
  readonly item?: Uuid;
  /** The field it is about, where that is no list. */
  readonly field?: string;
  /** Those whose copies it is left out of. */
  readonly hiddenFrom?: readonly Uuid[];
}

/**
 * An entry that no longer counts as it was written, or that stood in another akt before (`moved-here`): since
 * when, by whom, and the event that says so.
 */
export interface MarkState {
  readonly entry: number;
  readonly kind: "corrected" | "undone" | "moved" | "moved-here";
  readonly seq: number;
  readonly on: PlainDate;
  readonly by: Uuid;
  /** The received document that was moved away: what cites it is about another child. */
  readonly received?: Uuid;
}

/** A result of an instrument: its codes and values. The interpretation stays in the log. */
export interface InstrumentResultState {
  readonly result: Uuid;
  readonly seq: number;
  readonly instrument: string;
  readonly on: PlainDate;
  readonly respondent?: string;
  readonly occasion?: string;
  readonly total?: number;
}

export interface ReportState {
  readonly report: Uuid;
  readonly receivedAt: Instant;
  readonly arrivedOn: PlainDate;
  readonly seq: number;
  /** Coded answers only (channel, reporterKind, reasons ...). */
  readonly coded: Answers;
  readonly shielded: boolean;
  readonly moreChildren: boolean;
  readonly protection?: ProtectionState;
  readonly extendedUntil?: PlainDate;
  readonly extensionReason?: string;
  readonly outcome?: "open" | "not-open" | "link" | "transfer";
  readonly outcomeOn?: PlainDate;
  readonly outcomeCoded?: Answers;
}

export interface ProtectionState {
  readonly assessedAt: Instant;
  readonly assessedOn: PlainDate;
  readonly outcome: string;
  readonly lateArrival: boolean;
}

export interface PreliminaryState {
  readonly on: PlainDate;
  /** The report it was noted on; where absent every report that waited for its decision that day. */
  readonly report?: Uuid;
  readonly childParticipation?: string;
  /** Whether the note says in words why the child did not take part. */
  readonly hasReason: boolean;
  readonly guardiansHeard: readonly AnswerItem[];
  readonly reportMeeting?: string;
}

export interface InvestigationState {
  readonly investigation: Uuid;
  readonly openedOn: PlainDate;
  readonly byApplication: boolean;
  readonly extendedUntil?: PlainDate;
  readonly extensions: number;
  readonly informed: readonly { readonly who: Uuid; readonly on: PlainDate }[];
  readonly postponed: readonly Uuid[];
  readonly worker?: Uuid;
  readonly childInformed?: { readonly way: string; readonly understood?: string };
  /** Every way the child was informed in, in the order they came; only the last is in `childInformed`. */
  readonly childInformedWays?: readonly string[];
  /** Code of the reason of the latest extension. */
  readonly extensionReason?: string;
  readonly closedOn?: PlainDate;
  readonly result?: string;
}

/** Counts of talks and meetings during the investigation, from which participation is derived. */
export interface TalkSummary {
  readonly withChild: number;
  readonly alone: number;
  readonly homeVisits: number;
  /** Per adult: talks with, and home visits and meetings where present. */
  readonly adults: readonly {
    readonly person: Uuid;
    readonly talks: number;
    readonly visits: number;
  }[];
  readonly lastOn?: PlainDate;
  /** Participation codes given in notes and acts during the investigation, in the order they came. */
  readonly participation: readonly string[];
  /**
   * The numbers of the entries, made while the investigation ran, that tell how the child took part or why it did
   * not: what the basis lists. Absent where there is none.
   */
  readonly occasions?: readonly number[];
}

/** The investigation plan: which version holds, and what follow-up and the basis ask of it. */
export interface PlanState {
  readonly madeOn: PlainDate;
  /** The event of the version that holds; its text is read from there. */
  readonly seq: number;
  readonly version: number;
  readonly revisedOn?: PlainDate;
  readonly targetOn?: PlainDate;
  readonly questions: readonly { readonly id: string; readonly areas: readonly string[] }[];
  readonly instruments: readonly string[];
  /** Participation codes of every version, in the order they came. */
  readonly participation: readonly string[];
}

/** The decision basis: draft content never reaches the state, only what was fixed or signed. */
export interface BasisState {
  readonly document: Uuid;
  readonly version: number;
  /** The latest version the parties were to read; signing may make a later one. */
  readonly fixedVersion: number;
  readonly status: "fixed" | "signed";
  readonly seq: number;
  readonly reviewedOn?: PlainDate;
  readonly returned?: boolean;
  readonly communicated: readonly CommunicationState[];
  readonly signedOn?: PlainDate;
  readonly signedAt?: Instant;
  readonly author?: Uuid;
  /** Coded answers (exposure, measureNeed ...) and lists without their narrative. */
  readonly coded: Answers;
  readonly needs: readonly { readonly id: string; readonly area?: string }[];
  readonly factors: readonly {
    readonly area: string;
    readonly kind: string;
    readonly factor: string;
  }[];
  /** Levels of areas, of each parent where the area is about parents; only where the board asks for them. */
  readonly levels?: readonly {
    readonly area: string;
    readonly level: string;
    readonly parent?: string;
  }[];
  /** Guardians whose view the basis holds, with the coded involvement when it was asked. */
  readonly guardianViews: readonly { readonly guardian: string; readonly involved?: string }[];
  readonly hasChildView: boolean;
  readonly hasBestInterests: boolean;
}

export interface CommunicationState {
  readonly party: Uuid;
  readonly on: PlainDate;
  readonly answerBy: PlainDate;
  readonly version: number;
  readonly answeredOn?: PlainDate;
  readonly position?: string;
}

export interface DecisionState {
  readonly decision: Uuid;
  readonly on: PlainDate;
  readonly seq: number;
  readonly type: string;
  readonly level: string;
  readonly favourable: boolean;
  readonly appealable: string;
  readonly coded: Answers;
  readonly notified: readonly { readonly party: Uuid; readonly receivedOn: PlainDate }[];
  readonly appealed?: { readonly by: Uuid; readonly on: PlainDate; readonly outcome?: string };
}

/** A small act (police report considered, consent, consultation ...): its kind, day and codes only. */
export interface ActState {
  readonly act: Uuid;
  readonly kind: string;
  readonly on: PlainDate;
  readonly coded: Answers;
}
