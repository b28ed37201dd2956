import { createHash } from "node:crypto";

import type { Instant } from "../kernel/instant.ts";
import { canonicalJson, type Json } from "../kernel/canonical-json.ts";
import type { Store } from "./deps.ts";
import { inTenant, type Tx } from "./in-tenant.ts";
import { FIRST_HASH } from "./log/envelope.ts";
import { LOG_LOCK } from "./log/guard.ts";
import { statement, type Statement } from "./statement.ts";
import type { Tenant } from "./tenant.ts";

/** What is sealed: the access log, and the links of every stream. */
export const SEALED = ["access", "head"] as const;
export type SealedSource = (typeof SEALED)[number];

/** A closed batch as its row says it. */
export interface SealRow {
  readonly seal: number;
  readonly from_no: number;
  readonly to_no: number;
  readonly row_count: number;
  readonly rows_hash: Buffer;
  readonly prev_hash: Buffer;
  readonly hash: Buffer;
  readonly sealed_at: Instant;
  /** False where the moment has parts that no seal was ever made with. */
  readonly whole: boolean;
}

const LOCK = statement("seal_lock", "select pg_advisory_xact_lock($1::int, $2::int)");

const SEALS = `select seal, from_no, to_no, row_count, rows_hash, prev_hash, hash, sealed_at,
     date_trunc('milliseconds', sealed_at) = sealed_at as whole
   from log_seal where tenant = $1 and source = $2 order by seal`;
const LAST_SEAL = statement("seal_last", `${SEALS} desc limit 1`);
const ALL_SEALS = statement("seal_all", SEALS);

const INSERT = statement(
  "seal_insert",
  `insert into log_seal (tenant, source, seal, from_no, to_no, row_count, rows_hash, prev_hash, hash,
     sealed_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);

const SET_END = statement(
  "seal_set_end",
  `insert into log_end (tenant, source, hash) values ($1, $2, $3)
   on conflict (tenant, source) do update set hash = excluded.hash`,
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
    `select no, jsonb_build_array(no, encode(hash, 'hex')) as row
     from access_log where tenant = $1 and no > $2 and no <= $3 order by no limit $4`,
  ),
  head: statement(
    "seal_rows_head",
    `select no, jsonb_build_array(no, stream, seq, recorded_on, encode(hash, 'hex')) as row
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
  const last = await findLastSeal(tx, source);
  const batch = await hashRows(tx, source, last?.to_no ?? 0, end);
  if (batch.row_count === 0) return 0;
  const prev_hash = last?.hash ?? FIRST_HASH;
  const sealed = { ...batch, seal: (last?.seal ?? 0) + 1, prev_hash, sealed_at: at };
  const hash = sealHash(tx.tenant, source, sealed);
  const { seal, from_no, to_no, row_count, rows_hash } = sealed;
  const values = [seal, from_no, to_no, row_count, rows_hash, prev_hash, hash, at];
  await tx.run(INSERT, [tx.tenant, source, ...values]);
  await setLogEnd(tx, source, hash);
  return row_count;
}

/** The last seal there is; undefined before the first. */
export async function findLastSeal(tx: Tx, source: SealedSource): Promise<SealRow | undefined> {
  return (await tx.rows<SealRow>(LAST_SEAL, [tx.tenant, source]))[0];
}

/** Every seal of a kind, in order. */
export async function listSeals(tx: Tx, source: SealedSource): Promise<readonly SealRow[]> {
  return tx.rows<SealRow>(ALL_SEALS, [tx.tenant, source]);
}

/** Notes what the seals of a kind, or the anchors, end with. */
export async function setLogEnd(
  tx: Tx,
  source: SealedSource | "anchor",
  hash: Buffer,
): Promise<void> {
  await tx.run(SET_END, [tx.tenant, source, hash]);
}

/** SHA-256 of the seal before and the canonical JSON of all a seal says. */
export function sealHash(
  tenant: Tenant,
  source: SealedSource,
  sealed: Omit<SealRow, "hash" | "whole">,
): Buffer {
  const { seal, from_no, to_no, row_count, rows_hash, prev_hash, sealed_at } = sealed;
  const numbers = [tenant, source, seal, from_no, to_no, row_count];
  const said = canonicalJson([...numbers, sealed_at, rows_hash.toString("hex")]);
  return createHash("sha256").update(prev_hash).update(said, "utf8").digest();
}

type HashedRows = Pick<SealRow, "from_no" | "to_no" | "row_count" | "rows_hash">;

/** Hashes the rows after a number, up to another: as many as a seal closes. */
export async function hashRows(
  tx: Tx,
  source: SealedSource,
  after: number,
  end: number,
): Promise<HashedRows> {
  const hash = createHash("sha256");
  let [from, to, count] = [0, after, 0];
  while (count < BATCH) {
    const limit = Math.min(PAGE, BATCH - count);
    const values = [tx.tenant, to, end, limit];
    const rows = await tx.rows<{ no: number; row: Json }>(ROWS[source], values);
    for (const row of rows) {
      hash.update(`${canonicalJson(row.row)}\n`, "utf8");
      if (from === 0) from = row.no;
      to = row.no;
    }
    count += rows.length;
    if (rows.length < limit) break;
  }
  return { from_no: from, to_no: to, row_count: count, rows_hash: hash.digest() };
}
