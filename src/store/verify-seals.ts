import data from "../../spec/access/log-review.json" with { type: "json" };
import { stockholmDate, type Instant } from "../kernel/instant.ts";
import { addYears } from "../kernel/plain-date.ts";
import { accessHash, type AccessRow } from "./access-hash.ts";
import { anchorHash, listAnchors } from "./anchor.ts";
import type { Tx } from "./in-tenant.ts";
import { FIRST_HASH } from "./log/envelope.ts";
import { hashRows, listSeals, SEALED, sealHash, type SealedSource, type SealRow } from "./seal.ts";
import { statement } from "./statement.ts";

/** One place that does not hold, in words that are stable: `access row 17`, `seal access 3`, `anchor 2026-03-02`. */
export interface SealFault {
  readonly place: string;
  readonly reason:
    | "row-changed"
    | "number-missing"
    | "seal-changed"
    | "chain-broken"
    | "rows-missing"
    | "rows-added"
    | "rows-differ"
    | "removed-too-early"
    | "anchor-changed"
    | "seal-of-anchor-missing"
    | "end-differs";
}

/** What a check of seals and anchors found. */
export interface SealReport {
  readonly seals: number;
  readonly anchors: number;
  readonly accessRows: number;
  /** The last seal whose rows were removed when their time was over; 0 where none were. */
  readonly removedTo: number;
  readonly faults: readonly SealFault[];
}

const ACCESS_ROWS = statement(
  "verify_access_rows",
  `select no, at, staff, kind, action, purpose, akt, matter, persons, rule, glass, hash,
     date_trunc('milliseconds', at) = at as whole,
     destroyed_by is not null as "saysDestroyed",
     exists (select from retention_run r
       where r.tenant = a.tenant and r.run = a.destroyed_by and r.approved_by is not null) as unnamed
   from access_log a where tenant = $1 and no > $2 order by no limit $3`,
);

const REMOVED = statement(
  "verify_log_removed",
  "select coalesce(max(to_seal), 0) as seal from log_removal where tenant = $1",
);

const ENDS = statement("verify_log_ends", "select source, hash from log_end where tenant = $1");

const PAGE = 1000;

interface HashedAccessRow extends AccessRow {
  readonly no: number;
  readonly at: Instant;
  readonly hash: Buffer;
  readonly whole: boolean;
  /** It says that a destruction run took away whom it was about; its hash stays for the seal. */
  readonly saysDestroyed: boolean;
  /** There is such a run, and two persons have agreed on it. */
  readonly unnamed: boolean;
}

/**
 * Recomputes every row of the access log, every seal and every anchor of a board, and names each that does not hold.
 * Rows that are not sealed yet are compared with their own hash. Give it a transaction that sees one moment
 * (repeatable read) on a board in use.
 */
export async function verifySeals(tx: Tx): Promise<SealReport> {
  const rows = await verifyRows(tx);
  const ends = new Map(
    (await tx.rows<{ source: string; hash: Buffer }>(ENDS, [tx.tenant])).map((end) => [
      end.source,
      end.hash,
    ]),
  );
  const faults = [...rows.faults];
  const hashes: Record<SealedSource, Map<number, Buffer>> = { access: new Map(), head: new Map() };
  const removedTo = await lastRemoved(tx);
  let count = 0;
  for (const source of SEALED) {
    const seals = await listSeals(tx, source);
    count += seals.length;
    if (source === "access") faults.push(...earlyRemoval(seals, removedTo));
    let before: SealRow | undefined;
    for (const seal of seals) {
      hashes[source].set(seal.seal, seal.hash);
      const reason = await faultOfSeal(tx, source, seal, {
        before,
        isRemoved: source === "access" && seal.seal <= removedTo,
      });
      if (reason !== undefined) faults.push({ place: `seal ${source} ${seal.seal}`, reason });
      before = seal;
    }
    faults.push(...endFault(source, before?.hash, ends));
  }
  const anchors = await verifyAnchors(tx, hashes, ends);
  faults.push(...anchors.faults);
  return { seals: count, anchors: anchors.count, accessRows: rows.count, removedTo, faults };
}

async function lastRemoved(tx: Tx): Promise<number> {
  const [row] = await tx.rows<{ seal: number }>(REMOVED, [tx.tenant]);
  return row?.seal ?? 0;
}

/** Rows are kept for some years at least; by the seals, which can't be made older than they are. */
function earlyRemoval(seals: readonly SealRow[], removedTo: number): readonly SealFault[] {
  const removed = seals.find(({ seal }) => seal === removedTo);
  const last = seals.at(-1);
  if (removedTo === 0 || last === undefined) return [];
  const kept = addYears(stockholmDate(last.sealed_at), -data.keepYearsLeast);
  const isOld = removed !== undefined && stockholmDate(removed.sealed_at) < kept;
  return isOld ? [] : [{ place: `seal access ${removedTo}`, reason: "removed-too-early" }];
}

type Found = Pick<SealReport, "faults"> & { readonly count: number };

async function verifyRows(tx: Tx): Promise<Found> {
  const faults: SealFault[] = [];
  let [after, count] = [0, 0];
  for (;;) {
    const rows = await tx.rows<HashedAccessRow>(ACCESS_ROWS, [tx.tenant, after, PAGE]);
    for (const row of rows) {
      after = row.no;
      if (holds(tx, row)) continue;
      faults.push({ place: `access row ${row.no}`, reason: "row-changed" });
    }
    count += rows.length;
    if (rows.length < PAGE) return { count, faults };
  }
}

/** What a run has destroyed can't be hashed again; a row that says so must have a run that did it. */
function holds(tx: Tx, row: HashedAccessRow): boolean {
  if (row.saysDestroyed) return row.unnamed;
  return row.whole && accessHash(tx.tenant, row).equals(row.hash);
}

async function faultOfSeal(
  tx: Tx,
  source: SealedSource,
  row: SealRow,
  { before, isRemoved }: { readonly before: SealRow | undefined; readonly isRemoved: boolean },
): Promise<SealFault["reason"] | undefined> {
  if (row.seal !== (before?.seal ?? 0) + 1) return "number-missing";
  if (!row.whole || !sealHash(tx.tenant, source, row).equals(row.hash)) return "seal-changed";
  if (!row.prev_hash.equals(before?.hash ?? FIRST_HASH)) return "chain-broken";
  const found = await hashRows(tx, source, before?.to_no ?? 0, row.to_no);
  if (isRemoved) return found.row_count === 0 ? undefined : "rows-added";
  if (found.row_count < row.row_count) return "rows-missing";
  if (found.row_count > row.row_count) return "rows-added";
  return found.rows_hash.equals(row.rows_hash) ? undefined : "rows-differ";
}

async function verifyAnchors(
  tx: Tx,
  hashes: Readonly<Record<SealedSource, ReadonlyMap<number, Buffer>>>,
  ends: ReadonlyMap<string, Buffer>,
): Promise<Found> {
  const anchors = await listAnchors(tx);
  const faults: SealFault[] = [];
  let last: Buffer | undefined;
  for (const anchor of anchors) {
    const place = `anchor ${anchor.day}`;
    const access = hashes.access.get(anchor.access_seal);
    const head = hashes.head.get(anchor.head_seal);
    const missing =
      (access === undefined && anchor.access_seal > 0) ||
      (head === undefined && anchor.head_seal > 0);
    const hash = anchorHash(tx.tenant, anchor, access, head);
    if (!anchor.prev_hash.equals(last ?? FIRST_HASH))
      faults.push({ place, reason: "chain-broken" });
    else if (missing) faults.push({ place, reason: "seal-of-anchor-missing" });
    else if (!anchor.whole || !hash.equals(anchor.hash))
      faults.push({ place, reason: "anchor-changed" });
    last = anchor.hash;
  }
  faults.push(...endFault("anchor", last, ends));
  return { count: anchors.length, faults };
}

/** The last of a kind has to be what was noted as its end: one that was taken off the end is missed there. */
function endFault(
  source: SealedSource | "anchor",
  last: Buffer | undefined,
  ends: ReadonlyMap<string, Buffer>,
): readonly SealFault[] {
  const end = ends.get(source);
  const same = last === undefined ? end === undefined : end?.equals(last) === true;
  return same ? [] : [{ place: `end of ${source}`, reason: "end-differs" }];
}
