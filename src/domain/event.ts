import type { Instant } from "../kernel/instant.ts";
import type { Uuid } from "../kernel/ids.ts";

/** What an event or command carries: answers by stable field id, as the specification describes them. */
export type AnswerValue =
  | string
  | number
  | boolean
  | readonly string[]
  | { readonly missing: "not_asked" | "unknown" | "declined" | "not_relevant" }
  | readonly AnswerItem[];

/** One item of a list answer. Items keep the id they got in the draft, for ever. */
export interface AnswerItem {
  readonly id: string;
  readonly [field: string]: AnswerValue;
}

export type Answers = Readonly<Record<string, AnswerValue>>;

/** Every stream kind of the log (design: one akt per child and board; a person, a unit ...). */
export type StreamKind = "akt" | "person" | "unit" | "config";

/**
 * A thing that happened, as the pure domain sees it. `occurredAt` is when it happened in the world,
 * `recordedAt` when the board learnt it; both are stored.
 */
export interface DomainEvent {
  readonly type: string;
  readonly matter?: Uuid;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly actor: Uuid;
  readonly body: EventBody;
}

/** Ids that link an event to the things it concerns, the answers given, and what was computed. */
export interface EventBody {
  readonly ids: Readonly<Record<string, Uuid>>;
  readonly data: Answers;
  /** The document content of a version, only where the event carries one. */
  readonly content?: Answers;
  /** Reasons given to good-practice warnings: rule id to the text. */
  readonly reasons?: Readonly<Record<string, string>>;
  /** The readable number of the matter, only in the event that starts it and in one that takes that one away. */
  readonly matterNumber?: string;
  /** Where it was recorded first, only for an entry that stood in the wrong akt (M-03). */
  readonly origin?: EntryOrigin;
}

/** When and by whom an entry was recorded before it was moved here, and why it was. Not in which akt. */
export interface EntryOrigin {
  readonly recordedAt: Instant;
  readonly actor: Uuid;
  readonly reason: string;
}

/** An event with its place in the stream: what the fold reads. */
export interface RecordedEvent extends DomainEvent {
  readonly seq: number;
}
