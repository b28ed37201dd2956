import type { Calendar } from "../kernel/calendar.ts";
import type { Uuid } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import type { Problem } from "../kernel/problem.ts";
import type { DelegationOrder, Law } from "../rules/types.ts";
import type { Pack } from "../spec/types.ts";
import type { AktState } from "./akt-state.ts";
import type { Answers, DomainEvent, RecordedEvent } from "./event.ts";
import type { PersonState } from "./person/person-state.ts";

/** What somebody wants to happen. `ids` are chosen by the client, so a repeat is the same thing. */
export interface Command {
  readonly type: string;
  readonly matter?: Uuid;
  readonly ids: Readonly<Record<string, Uuid>>;
  readonly data: Answers;
  /** Answers the store computed (more children named in the report); they are not the client's to give. */
  readonly computed?: Answers;
  /** The number of the matter, should the command start it (drawn by the store). */
  readonly matterNumber?: string;
  /** The document content for commands that fix or sign a version (the store reads it from the draft). */
  readonly content?: Answers;
  /** The entry the command names, as the store has read it; absent where there is none. */
  readonly entry?: RecordedEvent;
  /** Every event of the akt so far, for a command that changes how an earlier one counts. */
  readonly history?: readonly RecordedEvent[];
  /** When it happened; absent = now. Later than now is refused. */
  readonly occurredAt?: Instant;
  /** Reasons given to good-practice warnings: rule id to text. A warned rule without a reason stops. */
  readonly reasons?: Readonly<Record<string, string>>;
  /** The version of the thing the client showed (document version, decision count), checked before deciding. */
  readonly expect?: Readonly<Record<string, number>>;
}

/** Every role; a deciding body (utskott, nämnd) is a row of the staff too. */
export const roles = [
  "caseworker",
  "assistant",
  "unit-manager",
  "registrator",
  "reception",
  "first-social-worker",
  "out-of-hours",
  "committee",
  "board",
  "chair",
  "board-member",
  "secretary",
  "analyst",
  "log-reviewer",
  "user-administrator",
  "system-administrator",
  "trainer",
  "inspector",
  "provider",
] as const;

export type Role = (typeof roles)[number];

/** Reads a role; the least powerful one for any other text. */
export function parseRole(text: string): Role {
  return roles.find((role) => role === text) ?? "provider";
}

/** A member of staff or a deciding body, as of now. */
export interface StaffFacts {
  readonly staff: Uuid;
  readonly name: string;
  readonly role: Role;
  readonly qualified: boolean;
  readonly unit?: Uuid;
  /** The days of the role, both included, where it is for a time. */
  readonly from?: PlainDate;
  readonly to?: PlainDate;
  /** More roles on the day it was asked for; absent when there is none. */
  readonly also?: readonly Role[];
}

/** A party of the matter: the child, a guardian, from the relations as of the day. */
export interface PartyFacts {
  readonly person: Uuid;
  readonly kind: "child" | "guardian" | "other";
  readonly from?: PlainDate;
  readonly to?: PlainDate;
  /** Has protected personal data on the day, own or through whom it lives with. */
  readonly protected?: true;
}

/** Everything `decide` may look at besides the state: injected, never read from a clock or a database. */
export interface DecideContext {
  readonly now: Instant;
  readonly today: PlainDate;
  readonly actor: StaffFacts;
  readonly staff: (id: string) => StaffFacts | undefined;
  /** Whether the board has the unit. */
  readonly isUnit: (id: string) => boolean;
  readonly child: PersonState;
  readonly parties: readonly PartyFacts[];
  readonly pack: Pack;
  readonly law: Law;
  readonly order: DelegationOrder;
  readonly calendar: Calendar;
  readonly newId: () => Uuid;
  /** The other akter about the same child, where a command asks for them. */
  readonly linked?: readonly AktState[];
  /** Variables of follow-up that the board has switched on (see `UnitState.asked`). */
  readonly asked?: readonly string[];
}

export type Decision =
  | {
      readonly ok: true;
      readonly events: readonly DomainEvent[];
      readonly warnings: readonly Problem[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };
