import type { ActionId, PurposeId } from "../contract/route.ts";
import type { Role } from "../domain/command.ts";
import { grantOf, refusedByRole, rolesOf, waysOpen } from "./policy.ts";
import type { Actor, Reach } from "./policy-types.ts";

/** The columns of a list's rows that the policy asks about, as SQL names them (`m.unit`). */
export interface PolicyColumns {
  readonly akt: string;
  readonly matter: string;
  readonly unit: string;
  readonly worker: string;
  readonly coWorker: string;
  /** The unit that the matter is handed over to and that has not received it. */
  readonly offeredTo: string;
  /** True when the matter is closed. */
  readonly closed: string;
  /** True when the child has protected personal data. */
  readonly protected: string;
}

/** The parameters a condition uses: who asks, that person's unit, and for whom, as `$n` of the statement. */
export interface PolicyParameters {
  readonly staff: string;
  readonly unit: string;
  /** Arrays: those the one who asks stands in for, and units. Not in the text when there are none. */
  readonly standInStaff: string;
  readonly standInUnits: string;
  /** Arrays: the akter the one who asks is kept out of, and the matters opened by name. As those. */
  readonly barred: string;
  readonly lent: string;
  /** An array of the matters whose measures the one who asks carries out, for the lists that are theirs. */
  readonly performs?: string;
}

/**
 * The policy of one action as a condition on the rows of a list: true for exactly the rows for which `may`
 * allows (a property test holds them equal). Nothing of a request is ever part of the text.
 */
export function policyCondition(
  actor: Pick<Actor, "role" | "also" | "qualified" | "standIn" | "exceptions">,
  action: ActionId,
  purpose: PurposeId,
  columns: PolicyColumns,
  parameters: PolicyParameters,
): string {
  const { qualified, standIn, exceptions } = actor;
  const places: Places = {
    columns,
    parameters,
    standsIn: standIn !== undefined,
    lends: exceptions !== undefined && exceptions.lent.length > 0,
    performs: exceptions?.performs !== undefined,
  };
  const open = rolesOf(actor)
    .filter((role) => refusedByRole({ role, qualified }, action, purpose) === undefined)
    .map((role) => conditionAs(role, action, places));
  const any = open.length > 1 ? `(${open.join(" or ")})` : (open[0] ?? "false");
  if (exceptions === undefined || exceptions.barred.length === 0) return any;
  return `(${any} and not (${columns.akt} = any(${parameters.barred})))`;
}

/** As {@link policyCondition}, for one role. */
function conditionAs(role: Role, action: ActionId, places: Places): string {
  const grant = grantOf(role, action);
  if (grant === undefined) return "false";
  const open = reached(waysOpen(role, grant, false), places);
  const whenProtected = reached(waysOpen(role, grant, true), places);
  if (open === whenProtected) return open;
  // The ways to a protected child are some of those to any: only who has none of them is asked about protection.
  return `(${whenProtected} or (not ${places.columns.protected} and ${open}))`;
}

interface Places {
  readonly columns: PolicyColumns;
  readonly parameters: PolicyParameters;
  readonly standsIn: boolean;
  readonly lends: boolean;
  readonly performs: boolean;
}

function reached(ways: readonly Reach[], places: Places): string {
  if (ways.includes("board")) return "true";
  if (ways.length === 0) return "false";
  return `(${ways.map((way) => conditionOf(way, places)).join(" or ")})`;
}

/** Each condition is true or false, never unknown: a missing worker or unit is no tie. */
function conditionOf(way: Reach, places: Places): string {
  const { columns, parameters, standsIn, lends, performs } = places;
  const { unit, worker, coWorker, closed, offeredTo } = columns;
  const isWorker = `${worker} is not distinct from ${parameters.staff}`;
  const isCoWorker = `${coWorker} is not distinct from ${parameters.staff}`;
  const isSubstitute = standsIn ? substitute(columns, parameters) : "false";
  const isOwn = `${isWorker} or ${isCoWorker}${standsIn ? ` or ${isSubstitute}` : ""}`;
  switch (way) {
    case "worker":
      return isWorker;
    case "co-worker":
      return `(${isCoWorker} and not ${isWorker})`;
    case "substitute":
      return standsIn ? `(${isSubstitute} and not (${isWorker} or ${isCoWorker}))` : "false";
    case "unit":
      return `(${unit} is not null and ${unit} is not distinct from ${parameters.unit} and not (${isOwn}))`;
    case "new":
      return `(${unit} is null and ${worker} is null and not ${closed})`;
    case "unplaced":
      return `(${unit} is null and (${worker} is not null or ${closed}))`;
    case "offered":
      return `(${offeredTo} is not null and not ${closed} and (${offeredTo} is not distinct from ${
        parameters.unit
      }${standsIn ? ` or ${offeredTo} = any(${parameters.standInUnits})` : ""}))`;
    case "lent":
      return lends ? `(${columns.matter} = any(${parameters.lent}))` : "false";
    case "performs":
      return performs && parameters.performs !== undefined
        ? `(${columns.matter} = any(${parameters.performs}))`
        : "false";
    case "board":
      return "true";
  }
}

function substitute(columns: PolicyColumns, parameters: PolicyParameters): string {
  const isFor = (column: string, those: string) => `coalesce(${column} = any(${those}), false)`;
  return `(${isFor(columns.worker, parameters.standInStaff)} or ${isFor(
    columns.coWorker,
    parameters.standInStaff,
  )} or ${isFor(columns.unit, parameters.standInUnits)})`;
}
