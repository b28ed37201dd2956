import type { ActionId, PurposeId } from "../contract/route.ts";
import { grantOf, refusedByRole, waysOpen } from "./policy.ts";
import type { Actor, Reach } from "./policy-types.ts";

/** The columns of a list's rows that the policy asks about, as SQL names them (`m.unit`). */
export interface PolicyColumns {
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
}

/**
 * The policy of one action as a condition on the rows of a list: true for exactly the rows for which `may`
 * allows (a property test holds them equal). Nothing of a request is ever part of the text.
 */
export function policyCondition(
  actor: Pick<Actor, "role" | "qualified" | "standIn">,
  action: ActionId,
  purpose: PurposeId,
  columns: PolicyColumns,
  parameters: PolicyParameters,
): string {
  const grant = grantOf(actor.role, action);
  if (grant === undefined || refusedByRole(actor, action, purpose) !== undefined) return "false";
  const places = { columns, parameters, standsIn: actor.standIn !== undefined };
  const open = reached(waysOpen(actor.role, grant, false), places);
  const whenProtected = reached(waysOpen(actor.role, grant, true), places);
  if (open === whenProtected) return open;
  // The ways to a protected child are some of those to any: only who has none of them is asked about protection.
  return `(${whenProtected} or (not ${columns.protected} and ${open}))`;
}

interface Places {
  readonly columns: PolicyColumns;
  readonly parameters: PolicyParameters;
  readonly standsIn: boolean;
}

function reached(ways: readonly Reach[], places: Places): string {
  if (ways.includes("board")) return "true";
  if (ways.length === 0) return "false";
  return `(${ways.map((way) => conditionOf(way, places)).join(" or ")})`;
}

/** Each condition is true or false, never unknown: a missing worker or unit is no tie. */
function conditionOf(way: Reach, { columns, parameters, standsIn }: Places): string {
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
