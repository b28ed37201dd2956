import type { ActionId, PurposeId } from "../contract/route.ts";
import { grantOf, refusedByRole, waysOpen } from "./policy.ts";
import type { Actor, Reach } from "./policy-types.ts";

/** The columns of a list's rows that the policy asks about, as SQL names them (`m.unit`). */
export interface PolicyColumns {
  readonly unit: string;
  readonly worker: string;
  readonly coWorker: string;
  /** True when the matter is closed. */
  readonly closed: string;
  /** True when the child has protected personal data. */
  readonly protected: string;
}

/** The parameters a condition uses: who asks and that person's unit, as `$n` of the statement. */
export interface PolicyParameters {
  readonly staff: string;
  readonly unit: string;
}

/**
 * The policy of one action as a condition on the rows of a list: true for exactly the rows for which `may`
 * allows (a property test holds them equal). Nothing of a request is ever part of the text.
 */
export function policyCondition(
  actor: Pick<Actor, "role" | "qualified">,
  action: ActionId,
  purpose: PurposeId,
  columns: PolicyColumns,
  parameters: PolicyParameters,
): string {
  const grant = grantOf(actor.role, action);
  if (grant === undefined || refusedByRole(actor, action, purpose) !== undefined) return "false";
  const open = reached(waysOpen(actor.role, grant, false), columns, parameters);
  const whenProtected = reached(waysOpen(actor.role, grant, true), columns, parameters);
  if (open === whenProtected) return open;
  return `(case when ${columns.protected} then ${whenProtected} else ${open} end)`;
}

function reached(
  ways: readonly Reach[],
  columns: PolicyColumns,
  parameters: PolicyParameters,
): string {
  if (ways.includes("board")) return "true";
  if (ways.length === 0) return "false";
  return `(${ways.map((way) => conditionOf(way, columns, parameters)).join(" or ")})`;
}

/** Each condition is true or false, never unknown: a missing worker or unit is no tie. */
function conditionOf(way: Reach, columns: PolicyColumns, parameters: PolicyParameters): string {
  const { unit, worker, coWorker, closed } = columns;
  const isWorker = `${worker} is not distinct from ${parameters.staff}`;
  const isCoWorker = `${coWorker} is not distinct from ${parameters.staff}`;
  switch (way) {
    case "worker":
      return isWorker;
    case "co-worker":
      return `(${isCoWorker} and not ${isWorker})`;
    case "unit":
      return `(${unit} is not null and ${unit} is not distinct from ${parameters.unit} and not ${isWorker} and not ${isCoWorker})`;
    case "new":
      return `(${unit} is null and ${worker} is null and not ${closed})`;
    case "unplaced":
      return `(${unit} is null and (${worker} is not null or ${closed}))`;
    case "board":
      return "true";
  }
}
