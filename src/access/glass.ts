import data from "../../spec/access/glass.json" with { type: "json" };
import type { ActionId } from "../contract/route.ts";
import type { Uuid } from "../kernel/ids.ts";
import { addDays, type PlainDate } from "../kernel/plain-date.ts";
import { instantOfMillis, millisOf, stockholmDate, type Instant } from "../kernel/instant.ts";
import { grantOf, rolesOf } from "./policy.ts";
import type { Actor, DenyRule, FieldClass } from "./policy-types.ts";

interface Choice {
  readonly id: string;
  readonly sv: string;
  readonly en: string;
}

/** Why somebody may open an akt without a task in it, what a follow-up may find, and the rule behind both. */
export const glassKinds: readonly Choice[] = data.kinds;
export const glassOutcomes: readonly Choice[] = data.outcomes;
export const glassLaw: { readonly sv: string; readonly en: string } = data.law;
/** How long it is open, in hours. */
export const glassHours: number = data.hours;
/** Days within which it is to be followed up. */
export const glassFollowUpDays: number = data.followUpDays;
export const glassReason: { readonly shortest: number; readonly longest: number } = {
  shortest: data.shortestReason,
  longest: data.longestReason,
};
/** How many days back an opening that was followed up is shown. */
export const glassShownDays: number = data.shownDays;
/** Levels of protection of a child whose akt is never opened so. */
export const neverByGlass: readonly string[] = data.neverFor;

const MS_PER_HOUR = 3_600_000;
const actions: readonly string[] = data.actions;

/** Until when an opening made now lets somebody look. */
export function glassUntil(now: Instant): Instant {
  return instantOfMillis(millisOf(now) + glassHours * MS_PER_HOUR);
}

/** The last day to follow an opening up. */
export function glassFollowUpBy(openedAt: Instant): PlainDate {
  return addDays(stockholmDate(openedAt), glassFollowUpDays);
}

/**
 * What somebody sees through an opening who was refused for not having the matter: reading only, the classes of
 * the own role. Undefined where no opening helps: another refusal (a conflict of interest), another action, a role
 * that never needs it.
 */
export function seenThroughGlass(
  actor: Pick<Actor, "role" | "also">,
  action: ActionId,
  refused: DenyRule,
): readonly FieldClass[] | undefined {
  if (refused !== "access.not-yours" && refused !== "access.protected") return undefined;
  if (!actions.includes(action)) return undefined;
  const roles = rolesOf(actor).filter((role) => grantOf(role, "glass.open") !== undefined);
  const [role] = roles.filter((each) => grantOf(each, action) !== undefined);
  return role === undefined ? undefined : grantOf(role, action)?.classes;
}

/** Who follows openings up, as far as it decides which ones. */
export interface GlassReviewer extends Pick<Actor, "standIn"> {
  readonly staff: Uuid;
  readonly unit?: Uuid | undefined;
}

/** Whose opening it is: that one's unit, or undefined for somebody without one or a manager. */
export interface GlassOpener {
  readonly staff: Uuid;
  readonly unit: Uuid | undefined;
  readonly isManager: boolean;
}

/**
 * Whether an opening is somebody's to follow up: never one's own. The manager of the unit of who opened it, or of a
 * unit that has the matter, and whoever stands in for that one today; when a manager opened it, or somebody of no
 * unit, every other manager.
 */
export function isToFollowUp(
  { staff, unit, standIn }: GlassReviewer,
  opener: GlassOpener,
  units: readonly Uuid[],
): boolean {
  if (opener.staff === staff) return false;
  if (opener.isManager || opener.unit === undefined || unit === undefined) return true;
  const own = [unit, ...(standIn?.units ?? [])];
  return own.some((each) => opener.unit === each || units.includes(each));
}
