import type { PurposeId } from "../contract/route.ts";
import type { Uuid } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import { accessHash } from "./access-hash.ts";
import type { Tx } from "./in-tenant.ts";
import { LOG_GUARD } from "./log/guard.ts";
import { manyGuardedRows } from "./many-rows.ts";
import { statement } from "./statement.ts";

/** What a request did, for the access log: ids only, never what was seen or written. */
export interface AccessEntry {
  readonly staff: Uuid;
  /** Id of the route (`views.child-page`). */
  readonly action: string;
  readonly purpose: PurposeId;
  readonly akt?: Uuid;
  readonly matter?: Uuid;
  /** The persons shown or written about. */
  readonly persons: readonly Uuid[];
  /** The opening by breaking the glass that let somebody see it. */
  readonly glass?: Uuid;
}

export type AccessKind = "view" | "command" | "refused" | "denied";

const INSERT = manyGuardedRows(
  statement(
    "access_log_insert",
    `with ${LOG_GUARD}
   insert into access_log (tenant, at, staff, kind, action, purpose, akt, matter, persons, rule,
     glass, hash)
   select $1::int, $2::timestamptz, $3::uuid, $4, $5, $6, $7::uuid, $8::uuid, $9::uuid[], $10,
     $11::uuid, $12::bytea
   from log_guard`,
  ),
);

/**
 * Writes one row of the access log in the transaction of the read or write it tells about: when it
 * can't be written there is no answer either. `rule` names what refused or denied.
 */
export function logAccess(
  tx: Tx,
  kind: AccessKind,
  entry: AccessEntry,
  at: Instant,
  rule?: string,
): void {
  const row = {
    at,
    staff: entry.staff,
    kind,
    action: entry.action,
    purpose: entry.purpose,
    akt: entry.akt ?? null,
    matter: entry.matter ?? null,
    persons: entry.persons,
    rule: rule ?? null,
    glass: entry.glass ?? null,
  };
  tx.write(INSERT, [
    tx.tenant,
    at,
    row.staff,
    row.kind,
    row.action,
    row.purpose,
    row.akt,
    row.matter,
    row.persons,
    row.rule,
    row.glass,
    accessHash(tx.tenant, row),
  ]);
}

/** {@link logAccess} of what is only read. */
export function logView(tx: Tx, entry: AccessEntry, at: Instant): void {
  logAccess(tx, "view", entry, at);
}
