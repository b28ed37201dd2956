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
}

/** How the one who asks is tied to the matter. */
export type MatterRelation = "worker" | "co-worker" | "unit" | "none";

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
  readonly protected: boolean;
}

/** The ways in which somebody may reach a matter. `board`: the action is not about a matter. */
export type Reach = Exclude<MatterRelation, "none"> | "new" | "unplaced" | "board";

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
