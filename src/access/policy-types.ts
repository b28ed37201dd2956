import type { ActionId, PurposeId } from "../contract/route.ts";
import type { Role } from "../domain/command.ts";
import type { Uuid } from "../kernel/ids.ts";
import type { FieldClass } from "../spec/types.ts";

export type { FieldClass } from "../spec/types.ts";

/** Who asks: a signed-in member of staff of one board. */
export interface Actor {
  readonly staff: Uuid;
  readonly role: Role;
  readonly qualified: boolean;
  readonly unit?: Uuid;
  /** Absent when nobody is away whom the actor stands in for. */
  readonly standIn?: StandingIn;
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
  readonly protected: boolean;
}

/** The ways in which somebody may reach a matter. `board`: the action is not about a matter. */
export type Reach = Exclude<MatterRelation, "none"> | "new" | "unplaced" | "offered" | "board";

/** Why the policy says no. Each has a text of its own in the specification. */
export type DenyRule =
  | "access.other-board"
  | "access.role"
  | "access.purpose"
  | "access.not-qualified"
  | "access.not-yours"
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
