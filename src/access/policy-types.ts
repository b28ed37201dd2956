import type { ActionId, PurposeId } from "../contract/route.ts";
import type { Role } from "../domain/command.ts";
import type { Uuid } from "../kernel/ids.ts";
import type { FieldClass } from "../spec/types.ts";

export type { FieldClass } from "../spec/types.ts";

/** Who asks: a signed-in member of staff of one board. */
export interface Actor {
  readonly staff: Uuid;
  readonly role: Role;
  /** More roles that are in force today; absent when there is none. */
  readonly also?: readonly Role[];
  readonly qualified: boolean;
  readonly unit?: Uuid;
  /** Absent when nobody is away whom the actor stands in for. */
  readonly standIn?: StandingIn;
  /** Absent for nearly everybody. */
  readonly exceptions?: Exceptions;
}

/** What holds for one member of staff today beside role, unit and task. */
export interface Exceptions {
  /** The matters that a manager has opened for reading by name. */
  readonly lent: readonly Uuid[];
  /** The matters with a measure that somebody outside the board carries out; absent for nearly everybody. */
  readonly performs?: readonly Uuid[];
  /** The akter that somebody is kept out of for a conflict of interest (FL 16-17 §§). */
  readonly barred: readonly Uuid[];
}

/** Those whose matters somebody looks after today, and the units of managers among them. */
export interface StandingIn {
  readonly staff: readonly Uuid[];
  readonly units: readonly Uuid[];
}

/**
 * How the one who asks is tied to the matter. `substitute`: stands in today for its worker or co-worker, or for
 * the manager of its unit.
 */
export type MatterRelation = "worker" | "co-worker" | "substitute" | "unit" | "none";

/**
 * `new`: nobody has been given the matter yet, neither a unit nor a worker; or a person without a matter.
 * `unplaced`: it has been worked on, and no unit has been given it.
 */
export type MatterStage = "new" | "unplaced" | "running" | "closed";

/** What is asked about. `protected` is true for every level of protected personal data. */
export interface Subject {
  readonly sameBoard: boolean;
  readonly relation: MatterRelation;
  readonly stage: MatterStage;
  /** Handed over to the unit of the one who asks, and not received yet. */
  readonly offered: boolean;
  /** A manager has opened the matter for the one who asks, by name and until a day that has not passed. */
  readonly lent: boolean;
  /** The one who asks carries out a measure of the matter, linked by name until a day that has not passed. */
  readonly performs: boolean;
  /** The one who asks has a conflict of interest: nothing is opened, by whatever way. */
  readonly barred: boolean;
  readonly protected: boolean;
}

/** The ways in which somebody may reach a matter. `board`: the action is not about a matter. */
export type Reach =
  | Exclude<MatterRelation, "none">
  | "new"
  | "unplaced"
  | "offered"
  | "lent"
  | "performs"
  | "board";

/** Why the policy says no. Each has a text of its own in the specification. */
export type DenyRule =
  | "access.other-board"
  | "access.role"
  | "access.purpose"
  | "access.not-qualified"
  | "access.not-yours"
  | "access.barred"
  | "access.protected";

export type Verdict = { readonly allow: readonly FieldClass[] } | { readonly deny: DenyRule };

/** What a role may do with an action: along which ways, and which classes of fields it then sees. */
export interface Grant {
  readonly reach: readonly Reach[];
  readonly qualified?: true;
  readonly classes: readonly FieldClass[];
}

export interface RolePolicy {
  readonly role: Role;
  /** The ways that remain when the child has protected personal data. */
  readonly protectedReach: readonly Reach[];
  readonly grants: Readonly<Partial<Record<ActionId, Grant>>>;
}

/** The purposes an action may be used for (SoLPuF 12 §). */
export type ActionPurposes = Readonly<Record<ActionId, readonly PurposeId[]>>;
