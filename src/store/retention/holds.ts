import type { Instant } from "../../kernel/instant.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Tx } from "../in-tenant.ts";
import { statement } from "../statement.ts";

/** A legal hold that stands. */
export interface Hold {
  readonly hold: Uuid;
  readonly akt: Uuid;
  /** The numbers of the akt's matters. */
  readonly numbers: readonly string[];
  readonly reason: string;
  readonly setBy: Uuid;
  readonly setAt: Instant;
}

const LIST = statement(
  "retention_holds",
  `select h.hold, h.akt, h.reason, h.set_by as "setBy", h.set_at as "setAt",
     array(select m.number from matter m where m.tenant = h.tenant and m.akt = h.akt
       and m.number is not null order by m.number) as numbers
   from retention_hold h where h.tenant = $1 and h.lifted_at is null order by h.set_at`,
);
const FIND_AKT = statement(
  "retention_hold_find_akt",
  `select akt from matter where tenant = $1 and number = $2`,
);
const SET = statement(
  "retention_hold_set",
  `insert into retention_hold (tenant, hold, akt, reason, set_by, set_at)
   values ($1, $2, $3, $4, $5, $6)
   on conflict do nothing`,
);
/** Whether the hold of an id is what is asked for now, and stands. */
const IS_THE_SAME = statement(
  "retention_hold_is_the_same",
  `select (akt = $3 and reason = $4 and set_by = $5 and lifted_at is null) as same
   from retention_hold where tenant = $1 and hold = $2`,
);
const LIFT = statement(
  "retention_hold_lift",
  `update retention_hold set lifted_by = $3, lifted_at = $4, lifted_reason = $5
   where tenant = $1 and hold = $2 and lifted_at is null`,
);
/** Who holds back or lets go, when and why. */
export interface HoldChange {
  readonly staff: Uuid;
  readonly at: Instant;
  readonly reason: string;
}

/** The legal holds that stand, oldest first. */
export function listHolds(tx: Tx): Promise<Hold[]> {
  return tx.rows<Hold>(LIST, [tx.tenant]);
}

/**
 * Holds back the akt that a matter belongs to, by the number of the matter; the same hold sent again is made once.
 * Refuses `retention.no-matter`, `retention.held-already` where it is held back already, and `command.id-taken`.
 */
export async function setHold(
  tx: Tx,
  hold: Uuid,
  number: string,
  { staff, at, reason }: HoldChange,
): Promise<Result<{ readonly akt: Uuid }>> {
  const [row] = await tx.rows<{ akt: Uuid }>(FIND_AKT, [tx.tenant, number]);
  if (row === undefined) {
    return fail(problem("retention.no-matter", { status: 404, pointer: "/number" }));
  }
  const set = await tx.run(SET, [tx.tenant, hold, row.akt, reason, staff, at]);
  if (set > 0) return ok(row);
  const asked = [tx.tenant, hold, row.akt, reason, staff];
  const [had] = await tx.rows<{ same: boolean }>(IS_THE_SAME, asked);
  if (had?.same === true) return ok(row);
  if (had !== undefined) return fail(problem("command.id-taken", { status: 409 }));
  return fail(problem("retention.held-already", { status: 409, pointer: "/number" }));
}

/** Lets an akt go again. Refuses `retention.no-hold`. */
export async function liftHold(
  tx: Tx,
  hold: Uuid,
  { staff, at, reason }: HoldChange,
): Promise<Result<void>> {
  const lifted = await tx.run(LIFT, [tx.tenant, hold, staff, at, reason]);
  return lifted > 0 ? ok(undefined) : fail(problem("retention.no-hold", { status: 404 }));
}
