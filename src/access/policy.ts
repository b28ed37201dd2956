import type { ActionId, PurposeId } from "../contract/route.ts";
import type { Role } from "../domain/command.ts";
import type { Uuid } from "../kernel/ids.ts";
import { actionPurposes, rolePolicies } from "./policy-table.ts";
import type {
  Actor,
  DenyRule,
  Grant,
  MatterRelation,
  MatterStage,
  Reach,
  Subject,
  Verdict,
} from "./policy-types.ts";

/** What the policy needs to know of a matter. */
export interface MatterFacts {
  /** Its akt; absent for a person without a matter. */
  readonly akt?: Uuid;
  /** Absent for one that is not there yet. */
  readonly matter?: Uuid;
  readonly unit?: Uuid | undefined;
  readonly worker?: Uuid | undefined;
  readonly coWorker?: Uuid | undefined;
  /** The unit that a matter is handed over to, until it is received. */
  readonly offeredTo?: Uuid | undefined;
  readonly closed: boolean;
  readonly protected: boolean;
}

/** An action that concerns no matter: the board itself, or a person nobody has a matter about. */
export const boardSubject: Subject = {
  sameBoard: true,
  relation: "none",
  stage: "running",
  offered: false,
  lent: false,
  performs: false,
  barred: false,
  protected: false,
};

/** The subject that a matter is to somebody. */
export function subjectOf(actor: Actor, matter: MatterFacts): Subject {
  return {
    sameBoard: true,
    relation: relationTo(actor, matter),
    stage: stageOf(matter),
    offered: isOfferedTo(actor, matter),
    lent: matter.matter !== undefined && actor.exceptions?.lent.includes(matter.matter) === true,
    performs:
      matter.matter !== undefined && actor.exceptions?.performs?.includes(matter.matter) === true,
    barred: matter.akt !== undefined && isBarred(actor, matter.akt),
    protected: matter.protected,
  };
}

/** Whether somebody is kept out of an akt for a conflict of interest. */
export function isBarred({ exceptions }: Actor, akt: Uuid): boolean {
  return exceptions?.barred.includes(akt) === true;
}

/** The roles of somebody that are in force. */
export function rolesOf({ role, also = [] }: RolesOfActor): readonly Role[] {
  return [role, ...also];
}

type RolesOfActor = Pick<Actor, "role" | "also">;
type Asking = Pick<Actor, "role" | "also" | "qualified">;

/** The strongest tie of somebody to a matter. */
export function relationTo(actor: Actor, matter: MatterFacts): MatterRelation {
  if (matter.worker === actor.staff) return "worker";
  if (matter.coWorker === actor.staff) return "co-worker";
  if (standsIn(actor, matter)) return "substitute";
  return actor.unit !== undefined && matter.unit === actor.unit ? "unit" : "none";
}

function standsIn({ standIn }: Actor, { worker, coWorker, unit }: MatterFacts): boolean {
  if (standIn === undefined) return false;
  const isFor = (staff: Uuid | undefined) => staff !== undefined && standIn.staff.includes(staff);
  return isFor(worker) || isFor(coWorker) || (unit !== undefined && standIn.units.includes(unit));
}

/** A matter that its unit has handed over is looked at by the unit that is to receive it. */
function isOfferedTo(actor: Actor, { offeredTo, closed }: MatterFacts): boolean {
  if (offeredTo === undefined || closed) return false;
  return offeredTo === actor.unit || actor.standIn?.units.includes(offeredTo) === true;
}

/** A matter is new until it has been given to a unit or a worker; without a unit the managers look after it. */
export function stageOf(matter: MatterFacts): MatterStage {
  if (matter.unit !== undefined) return matter.closed ? "closed" : "running";
  return matter.closed || matter.worker !== undefined ? "unplaced" : "new";
}

/**
 * May somebody do this, to this, for this purpose? Gives the classes of fields that are then seen, or the
 * rule that refuses. Pure: who asks and what is asked about are facts the caller has read (OSL 26 kap. 1 §,
 * SoLPuL 10 §: access is limited to what the work needs).
 */
export function may(actor: Actor, action: ActionId, subject: Subject, purpose: PurposeId): Verdict {
  if (!subject.sameBoard) return { deny: "access.other-board" };
  if (subject.barred) return { deny: "access.barred" };
  const { qualified } = actor;
  const verdicts = rolesOf(actor).map((role) =>
    mayAs({ role, qualified }, action, subject, purpose),
  );
  const classes = verdicts.flatMap((verdict) => ("allow" in verdict ? verdict.allow : []));
  const denials = verdicts.flatMap((verdict) => ("deny" in verdict ? [verdict.deny] : []));
  // Each role is asked alone: what one lets is not taken away by another.
  return denials.length < verdicts.length
    ? { allow: [...new Set(classes)] }
    : { deny: nearest(denials) };
}

function mayAs(asking: Asking, action: ActionId, subject: Subject, purpose: PurposeId): Verdict {
  const grant = grantOf(asking.role, action);
  if (grant === undefined) return { deny: "access.role" };
  const refusal = refusedAs(asking, action, purpose);
  if (refusal !== undefined) return { deny: refusal };
  const ways = waysOpen(asking.role, grant, subject.protected);
  if (ways.some((way) => isWayTo(way, subject))) return { allow: grant.classes };
  const reachedIfOpen = grant.reach.some((way) => isWayTo(way, subject));
  return { deny: subject.protected && reachedIfOpen ? "access.protected" : "access.not-yours" };
}

/** From the refusal that is farthest from a yes to the nearest. */
const nearer: readonly DenyRule[] = [
  "access.role",
  "access.purpose",
  "access.not-qualified",
  "access.not-yours",
  "access.protected",
];

function nearest(denials: readonly DenyRule[]): DenyRule {
  return nearer.findLast((rule) => denials.includes(rule)) ?? "access.role";
}

/** The first refusal that does not depend on what is asked about; undefined when some role may do such things. */
export function refusedByRole(
  { role, also, qualified }: Asking,
  action: ActionId,
  purpose: PurposeId,
): DenyRule | undefined {
  const refusals = rolesOf(also === undefined ? { role } : { role, also }).map((each) =>
    refusedAs({ role: each, qualified }, action, purpose),
  );
  const denials = refusals.flatMap((rule) => rule ?? []);
  return denials.length < refusals.length ? undefined : nearest(denials);
}

function refusedAs(
  { role, qualified }: Asking,
  action: ActionId,
  purpose: PurposeId,
): DenyRule | undefined {
  const grant = grantOf(role, action);
  if (grant === undefined) return "access.role";
  if (!actionPurposes[action].includes(purpose)) return "access.purpose";
  return grant.qualified === true && !qualified ? "access.not-qualified" : undefined;
}

/** The actions somebody may do at all; each answer is still checked. */
export function actionsOf(asking: Asking): readonly ActionId[] {
  return actionIds.filter((action) =>
    rolesOf(asking).some((role) => {
      const grant = grantOf(role, action);
      return grant !== undefined && (grant.qualified !== true || asking.qualified);
    }),
  );
}

/** Every action there is, in the order of the register of purposes. */
export const actionIds: readonly ActionId[] = Object.keys(actionPurposes).filter(isActionId);

/** The grant of a role for an action, when there is one. */
export function grantOf(role: Role, action: ActionId): Grant | undefined {
  return rolePolicies[role].grants[action];
}

/** The ways of a grant that are open for an ordinary or a protected child. */
export function waysOpen(role: Role, grant: Grant, isProtected: boolean): readonly Reach[] {
  if (!isProtected) return grant.reach;
  return grant.reach.filter((way) => rolePolicies[role].protectedReach.includes(way));
}

function isWayTo(way: Reach, subject: Subject): boolean {
  if (way === "board") return true;
  if (way === "new" || way === "unplaced") return subject.stage === way;
  if (way === "offered") return subject.offered;
  if (way === "lent") return subject.lent;
  if (way === "performs") return subject.performs;
  return subject.relation === way;
}

function isActionId(key: string): key is ActionId {
  return key in actionPurposes;
}
