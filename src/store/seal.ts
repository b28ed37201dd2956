import { createHash } from "node:crypto";

import type { Instant } from "../kernel/instant.ts";
import { canonicalJson, type Json } from "../kernel/canonical-json.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import { stockholmDate } from "../kernel/instant.ts";
import type { Store } from "./deps.ts";
import { inTenant, type Tx } from "./in-tenant.ts";
import { FIRST_HASH } from "./log/envelope.ts";
import { LOG_LOCK } from "./log/guard.ts";
import { statement, type Statement } from "./statement.ts";
import type { Tenant } from "./tenant.ts";

/** What is sealed: the access log, and the links of every stream. */
export const SEALED = ["access", "head"] as const;
export type SealedSource = (typeof SEALED)[number];

interface SealRow {
  readonly seal: number;
  readonly from_no: number;
  readonly to_no: number;
  readonly row_count: number;
  readonly prev_hash: Buffer;
  readonly hash: Buffer;
}

const LOCK = statement("seal_lock", "select pg_advisory_xact_lock($1::int, $2::int)");

const LAST_SEAL = statement(
  "seal_last",
  `select seal, from_no, to_no, row_count, prev_hash, hash from log_seal
   where tenant = $1 and source = $2 order by seal desc limit 1`,
);

const ALL_SEALS = statement(
  "seal_all",
  `select seal, from_no, to_no, row_count, prev_hash, hash from log_seal
   where tenant = $1 and source = $2 order by seal`,
);

const INSERT = statement(
  "seal_insert",
  `insert into log_seal (tenant, source, seal, from_no, to_no, row_count, prev_hash, hash, sealed_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);

const END: Readonly<Record<SealedSource, Statement>> = {
  access: statement(
    "seal_end_access",
    "select coalesce(max(no), 0) as no from access_log where tenant = $1",
  ),
  head: statement(
    "seal_end_head",
    "select coalesce(max(no), 0) as no from event_head where tenant = $1",
  ),
};

/** The rows of a batch as JSON arrays, in the order of their numbers. */
const ROWS: Readonly<Record<SealedSource, Statement>> = {
  access: statement(
    "seal_rows_access",
    `select no, jsonb_build_array(no, (extract(epoch from at) * 1000)::bigint, staff, kind, action,
       purpose, akt, matter, persons, rule) as row
     from access_log where tenant = $1 and no > $2 and no <= $3 order by no limit $4`,
  ),
  head: statement(
    "seal_rows_head",
    `select no, jsonb_build_array(no, stream, seq, encode(hash, 'hex')) as row
     from event_head where tenant = $1 and no > $2 and no <= $3 order by no limit $4`,
  ),
};

/** So few that nobody who asks meanwhile waits for longer than some milliseconds. */
const PAGE = 500;
const BATCH = 100_000;

/**
 * Seals what has been added to the access log and the heads of a board since the last seal, in batches;
 * gives the number of rows sealed. Writers are kept out only while the ends are read.
 */
export async function sealLogs(store: Store, tenant: Tenant): Promise<number> {
  const pool = store.pools.app;
  const ends = await inTenant(pool, tenant, readEnds);
  let sealed = 0;
  for (const source of SEALED) {
    for (;;) {
      const rows = await inTenant(pool, tenant, (tx) =>
        sealBatch(tx, source, ends[source], store.clock.now()),
      );
      sealed += rows;
      if (rows < BATCH) break;
    }
  }
  return sealed;
}

/** The last numbers that will ever be given at or below themselves: no writer holds an earlier one. */
async function readEnds(tx: Tx): Promise<Record<SealedSource, number>> {
  await tx.rows(LOCK, [LOG_LOCK, tx.tenant]);
  const [access, head] = await Promise.all([
    tx.rows<{ no: number }>(END.access, [tx.tenant]),
    tx.rows<{ no: number }>(END.head, [tx.tenant]),
  ]);
  return { access: access[0]?.no ?? 0, head: head[0]?.no ?? 0 };
}

async function sealBatch(tx: Tx, source: SealedSource, end: number, at: Instant): Promise<number> {
  const [last] = await tx.rows<SealRow>(LAST_SEAL, [tx.tenant, source]);
  const prevHash = last?.hash ?? FIRST_HASH;
  const batch = await hashRows(tx, source, prevHash, last?.to_no ?? 0, end);
  if (batch.rows === 0) return 0;
  await tx.run(INSERT, [
    tx.tenant,
    source,
    (last?.seal ?? 0) + 1,
    batch.from,
    batch.to,
    batch.rows,
    prevHash,
    batch.hash,
    at,
  ]);
  return batch.rows;
}

interface HashedRows {
  readonly from: number;
  readonly to: number;
  readonly rows: number;
  readonly hash: Buffer;
}

async function hashRows(
  tx: Tx,
  source: SealedSource,
  prevHash: Buffer,
  after: number,
  end: number,
): Promise<HashedRows> {
  const hash = createHash("sha256").update(prevHash);
  let [from, to, count] = [0, after, 0];
  while (count < BATCH) {
    const limit = Math.min(PAGE, BATCH - count);
    const rows = await tx.rows<{ no: number; row: Json }>(ROWS[source], [
      tx.tenant,
      to,
      end,
      limit,
    ]);
    for (const row of rows) {
      hash.update(`${canonicalJson(row.row)}\n`, "utf8");
      if (from === 0) from = row.no;
      to = row.no;
    }
    count += rows.length;
    if (rows.length < limit) break;
  }
  return { from, to, rows: count, hash: hash.digest() };
}

const INSERT_ANCHOR = statement(
  "anchor_insert",
  `insert into log_anchor (tenant, day, access_seal, head_seal, prev_hash, hash, made_at)
   values ($1, $2, $3, $4, $5, $6, $7) on conflict (tenant, day) do nothing`,
);

const LAST_ANCHOR = statement(
  "anchor_last",
  `select day, access_seal, head_seal, prev_hash, hash from log_anchor
   where tenant = $1 order by day desc limit 1`,
);

const ALL_ANCHORS = statement(
  "anchor_all",
  `select day, access_seal, head_seal, prev_hash, hash from log_anchor
   where tenant = $1 order by day`,
);

interface AnchorRow {
  readonly day: PlainDate;
  readonly access_seal: number;
  readonly head_seal: number;
  readonly prev_hash: Buffer;
  readonly hash: Buffer;
}

/**
 * Makes the anchor of today over the seals so far; gives its hash in hex, or that of the one already made.
 * Whoever keeps it outside the system can show that nothing before it was changed.
 */
export async function makeAnchor(store: Store, tenant: Tenant): Promise<string> {
  const now = store.clock.now();
  const day = stockholmDate(now);
  return inTenant(store.pools.app, tenant, async (tx) => {
    const [[before], [access], [head]] = await Promise.all([
      tx.rows<AnchorRow>(LAST_ANCHOR, [tx.tenant]),
      tx.rows<SealRow>(LAST_SEAL, [tx.tenant, "access"]),
      tx.rows<SealRow>(LAST_SEAL, [tx.tenant, "head"]),
    ]);
    if (before !== undefined && before.day >= day) return before.hash.toString("hex");
    const prevHash = before?.hash ?? FIRST_HASH;
    const hash = anchorHash(prevHash, day, access?.hash ?? FIRST_HASH, head?.hash ?? FIRST_HASH);
    const seals = [access?.seal ?? 0, head?.seal ?? 0];
    await tx.run(INSERT_ANCHOR, [tx.tenant, day, ...seals, prevHash, hash, now]);
    return hash.toString("hex");
  });
}

function anchorHash(prevHash: Buffer, day: PlainDate, access: Buffer, head: Buffer): Buffer {
  return createHash("sha256")
    .update(prevHash)
    .update(day, "utf8")
    .update(access)
    .update(head)
    .digest();
}

/** The first seal and anchor that no longer fit what is there; undefined where all do. */
export interface SealReport {
  readonly seals: number;
  readonly anchors: number;
  readonly brokenSeal: { readonly source: SealedSource; readonly seal: number } | undefined;
  readonly brokenAnchor: PlainDate | undefined;
}

/** Recomputes every seal and anchor of a board. */
export async function verifySeals(tx: Tx): Promise<SealReport> {
  const hashes: Record<SealedSource, Map<number, Buffer>> = { access: new Map(), head: new Map() };
  let seals = 0;
  let brokenSeal: SealReport["brokenSeal"];
  for (const source of SEALED) {
    const rows = await tx.rows<SealRow>(ALL_SEALS, [tx.tenant, source]);
    let before: SealRow | undefined;
    for (const row of rows) {
      seals += 1;
      hashes[source].set(row.seal, row.hash);
      if (!(await sealHolds(tx, source, row, before))) brokenSeal ??= { source, seal: row.seal };
      before = row;
    }
  }
  const anchors = await tx.rows<AnchorRow>(ALL_ANCHORS, [tx.tenant]);
  let prevHash: Buffer = FIRST_HASH;
  const broken = anchors.find((anchor) => {
    const access = hashes.access.get(anchor.access_seal) ?? FIRST_HASH;
    const head = hashes.head.get(anchor.head_seal) ?? FIRST_HASH;
    const holds =
      anchor.prev_hash.equals(prevHash) &&
      anchor.hash.equals(anchorHash(prevHash, anchor.day, access, head));
    prevHash = anchor.hash;
    return !holds;
  });
  return { seals, anchors: anchors.length, brokenSeal, brokenAnchor: broken?.day };
}

async function sealHolds(
  tx: Tx,
  source: SealedSource,
  row: SealRow,
  before: SealRow | undefined,
): Promise<boolean> {
  if (row.seal !== (before?.seal ?? 0) + 1) return false;
  if (!row.prev_hash.equals(before?.hash ?? FIRST_HASH)) return false;
  const found = await hashRows(tx, source, row.prev_hash, before?.to_no ?? 0, row.to_no);
  return (
    found.rows === row.row_count &&
    found.from === row.from_no &&
    found.to === row.to_no &&
    found.hash.equals(row.hash)
  );
}
