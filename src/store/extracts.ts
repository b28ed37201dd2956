import { parseUuid, type Uuid } from "../kernel/ids.ts";
import type { Json } from "../kernel/canonical-json.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Tx } from "./in-tenant.ts";
import { statement } from "./statement.ts";

/** Rows of follow-up that were taken out: by which definition, what for, and what they were. */
export interface StoredExtract {
  readonly extract: Uuid;
  readonly definition: Json;
  readonly statedPurpose: string;
  readonly specDigest: string;
  /** Random, 32 letters: gives the rows their order and their numbers. */
  readonly seed: string;
  readonly rowCount: number;
  /** A sum over the rows. */
  readonly fingerprint: string;
  /** Absent when it was made in the terminal of the server. */
  readonly madeBy?: Uuid;
  readonly madeAt: Instant;
}

const addSql = statement(
  "followup-extract-add",
  `insert into followup_extract (tenant, extract, definition, stated_purpose, spec_digest, seed,
     row_count, fingerprint, made_by, made_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);
const findSql = statement(
  "followup-extract-find",
  `select definition, stated_purpose, spec_digest, seed, row_count, fingerprint, made_by, made_at
   from followup_extract where tenant = $1 and extract = $2`,
);

interface ExtractRow {
  readonly definition: Json;
  readonly stated_purpose: string;
  readonly spec_digest: string;
  readonly seed: string;
  readonly row_count: number;
  readonly fingerprint: string;
  readonly made_by: string | null;
  readonly made_at: Instant;
}

/** Keeps what was taken out; its rows are not kept. */
export function addExtract(tx: Tx, made: StoredExtract): void {
  tx.write(addSql, [
    tx.tenant,
    made.extract,
    JSON.stringify(made.definition),
    made.statedPurpose,
    made.specDigest,
    made.seed,
    made.rowCount,
    made.fingerprint,
    made.madeBy ?? null,
    made.madeAt,
  ]);
}

/** An extract of the board; undefined where there is none of the id. */
export async function findExtract(tx: Tx, extract: Uuid): Promise<StoredExtract | undefined> {
  const [row] = await tx.rows<ExtractRow>(findSql, [tx.tenant, extract]);
  if (row === undefined) return undefined;
  const madeBy = row.made_by === null ? undefined : parseUuid(row.made_by);
  return {
    extract,
    definition: row.definition,
    statedPurpose: row.stated_purpose,
    specDigest: row.spec_digest,
    seed: row.seed,
    rowCount: row.row_count,
    fingerprint: row.fingerprint,
    ...(madeBy === undefined ? {} : { madeBy }),
    madeAt: row.made_at,
  };
}
