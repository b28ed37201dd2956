import { createHash } from "node:crypto";

import { canonicalJson } from "../kernel/canonical-json.ts";
import { stockholmDate, type Instant } from "../kernel/instant.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import type { Store } from "./deps.ts";
import { inTenant, type Tx } from "./in-tenant.ts";
import { FIRST_HASH } from "./log/envelope.ts";
import { findLastSeal, setLogEnd } from "./seal.ts";
import { statement } from "./statement.ts";
import type { Tenant } from "./tenant.ts";

/** The anchor of a day as its row says it. */
export interface AnchorRow {
  readonly day: PlainDate;
  readonly access_seal: number;
  readonly head_seal: number;
  readonly prev_hash: Buffer;
  readonly hash: Buffer;
  readonly made_at: Instant;
  /** False where the moment has parts that no anchor was ever made with. */
  readonly whole: boolean;
}

const INSERT = statement(
  "anchor_insert",
  `insert into log_anchor (tenant, day, access_seal, head_seal, prev_hash, hash, made_at)
   values ($1, $2, $3, $4, $5, $6, $7) on conflict (tenant, day) do nothing`,
);

const ANCHORS = `select day, access_seal, head_seal, prev_hash, hash, made_at,
     date_trunc('milliseconds', made_at) = made_at as whole
   from log_anchor where tenant = $1 order by day`;
const LAST = statement("anchor_last", `${ANCHORS} desc limit 1`);
const ALL = statement("anchor_all", ANCHORS);

/** Every anchor of a board, in order. */
export async function listAnchors(tx: Tx): Promise<readonly AnchorRow[]> {
  return tx.rows<AnchorRow>(ALL, [tx.tenant]);
}

/**
 * Makes the anchor of today over the seals so far; gives its hash in hex, or that of the one already made.
 * Whoever keeps it outside the system can show that nothing before it was changed.
 */
export async function makeAnchor(store: Store, tenant: Tenant): Promise<string> {
  const made_at = store.clock.now();
  const day = stockholmDate(made_at);
  return inTenant(store.pools.app, tenant, async (tx) => {
    const [[before], access, head] = await Promise.all([
      tx.rows<AnchorRow>(LAST, [tx.tenant]),
      findLastSeal(tx, "access"),
      findLastSeal(tx, "head"),
    ]);
    if (before !== undefined && before.day >= day) return before.hash.toString("hex");
    const anchor = {
      day,
      access_seal: access?.seal ?? 0,
      head_seal: head?.seal ?? 0,
      prev_hash: before?.hash ?? FIRST_HASH,
      made_at,
    };
    const hash = anchorHash(tx.tenant, anchor, access?.hash, head?.hash);
    const values = [day, anchor.access_seal, anchor.head_seal, anchor.prev_hash, hash, made_at];
    const made = await tx.run(INSERT, [tx.tenant, ...values]);
    if (made > 0) await setLogEnd(tx, "anchor", hash);
    return hash.toString("hex");
  });
}

/** SHA-256 of the anchor before and the canonical JSON of all an anchor says, with the hashes of its seals. */
export function anchorHash(
  tenant: Tenant,
  { prev_hash, day, access_seal, head_seal, made_at }: Omit<AnchorRow, "hash" | "whole">,
  access: Buffer = FIRST_HASH,
  head: Buffer = FIRST_HASH,
): Buffer {
  const seals = [access_seal, access.toString("hex"), head_seal, head.toString("hex")];
  const said = canonicalJson([tenant, day, ...seals, made_at]);
  return createHash("sha256").update(prev_hash).update(said, "utf8").digest();
}
