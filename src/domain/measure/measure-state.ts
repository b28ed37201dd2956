import type { Uuid } from "../../kernel/ids.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import type { AnswerItem, Answers } from "../event.ts";

/**
 * A goal for the child: of the decision basis, or added when a plan was made. Known by its id through the
 * whole chain; its words stand in the document that set it.
 */
export interface GoalState {
  readonly goal: string;
  /** The central need of the basis it is for. */
  readonly need?: string;
  /** The area of its need, or of another need. */
  readonly area?: string;
  readonly measurable?: boolean;
  /** The number of the event whose document has its words. */
  readonly seq: number;
  /** The measure whose plan added it; absent = the decision basis. */
  readonly addedBy?: Uuid;
}

/** An open measure, from the decision that granted it to its end. Ids, days and codes only. */
export interface MeasureState {
  readonly measure: Uuid;
  readonly decision: Uuid;
  readonly grantedOn: PlainDate;
  /** Codes of codelist `measure-type`. */
  readonly types: readonly string[];
  readonly from?: PlainDate;
  readonly to?: PlainDate;
  readonly providerKind?: string;
  readonly orderedOn?: PlainDate;
  readonly startedOn?: PlainDate;
  /** The goals it is for: those of the assignment, then those of the plan. */
  readonly goals: readonly string[];
  readonly sessionsPlanned?: number;
  readonly sessionsGiven?: number;
  readonly plan?: MeasurePlanState;
  readonly nextFollowUp?: PlainDate;
  readonly followUps: readonly MeasureFollowUpState[];
  /** The assignment, the plans and the follow-ups, as they can be printed; absent until there is one. */
  readonly documents?: readonly MeasureDocumentState[];
  /** What has been done with the child since the last follow-up. */
  readonly since?: ContactCount;
  /** Who has withdrawn the consent, since the decision. */
  readonly withdrawn?: readonly string[];
  readonly end?: MeasureEndState;
}

/** An entry that holds a document of a measure. */
export interface MeasureDocumentState {
  readonly seq: number;
  readonly type: string;
  readonly on: PlainDate;
}

export interface MeasurePlanState {
  readonly madeOn: PlainDate;
  readonly revisedOn?: PlainDate;
  readonly childParticipation?: string;
  readonly guardians: readonly { readonly guardian: string; readonly involved?: string }[];
}

/** What somebody outside the board told of a measure in the own name. Its words stay in the log. */
export interface ProviderReportState {
  readonly report: Uuid;
  readonly measure: Uuid;
  /** The number of the event that has its words. */
  readonly seq: number;
  readonly on: PlainDate;
  /** Somebody who has the matter noted that it was read; absent until then. */
  readonly readOn?: PlainDate;
}

/** Talks with the child, those of them alone, and visits where it lives. */
export interface ContactCount {
  readonly talks: number;
  readonly alone: number;
  readonly visits: number;
}

export interface MeasureFollowUpState extends ContactCount {
  readonly followUp: Uuid;
  readonly on: PlainDate;
  /** Coded answers: kind, participation, risk, ratings ... */
  readonly coded: Answers;
  readonly goals: readonly GoalRating[];
  readonly guardians: readonly { readonly guardian: string; readonly rating: number }[];
}

/** How far a goal had come at a follow-up: as judged, and as the child and the guardians judge it. */
export interface GoalRating {
  /** The id of the rating itself. */
  readonly id: string;
  readonly goal: string;
  readonly attainment?: string;
  readonly child?: string;
  readonly guardian?: string;
}

export interface MeasureEndState {
  readonly on: PlainDate;
  readonly reason: string;
  /** Coded answers: ratings, where the child lives ... */
  readonly coded: Answers;
  /** Each with the guardian and the rating, or the reason why there is none. */
  readonly guardians: readonly AnswerItem[];
}
