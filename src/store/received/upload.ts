import { createHash } from "node:crypto";
import type { Uuid } from "../../kernel/ids.ts";
import { instantOfMillis, millisOf, type Instant } from "../../kernel/instant.ts";
import type { Tx } from "../in-tenant.ts";
import { statement } from "../statement.ts";
import type { Inspected } from "./inspect-file.ts";

/** A file that was chosen and is not taken in yet. */
export interface Upload {
  readonly upload: Uuid;
  readonly akt: Uuid;
  readonly matter: Uuid;
  readonly mediaType: string;
  readonly size: number;
  /** Hex. */
  readonly sha256: string;
  readonly pages: number | null;
  /** The kind of PDF/A that it says it is. */
  readonly archive: string | null;
  /** The virus scanner has let it through. */
  readonly scanned: boolean;
  readonly madeBy: Uuid;
}

export interface NewUpload {
  readonly upload: Uuid;
  readonly akt: Uuid;
  readonly matter: Uuid;
  readonly inspected: Inspected;
  readonly scanned: boolean;
  readonly madeBy: Uuid;
  readonly madeAt: Instant;
  readonly bytes: Buffer;
}

const CHUNK_BYTES = 1024 * 1024;
const DAY_MS = 24 * 3600 * 1000;

const INSERT = statement(
  "upload_insert",
  `insert into upload (tenant, upload, akt, matter, media_type, size, sha256, pages, archive,
     scanned, made_by, made_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
);
const INSERT_CHUNK = statement(
  "upload_chunk_insert",
  "insert into upload_chunk (tenant, upload, no, bytes) values ($1, $2, $3, $4)",
);
const FIND = statement(
  "upload_find",
  `select upload, akt, matter, media_type as "mediaType", size, encode(sha256, 'hex') as sha256,
     pages, archive, scanned, made_by as "madeBy"
   from upload where tenant = $1 and upload = $2`,
);
const ERASE = statement("upload_erase", "delete from upload where tenant = $1 and upload = $2");
const ERASE_OLD = statement(
  "upload_erase_old",
  "delete from upload where tenant = $1 and made_at < $2",
);

/** Keeps a file until it is taken in; gives its hash in hex. */
export async function saveUpload(tx: Tx, wanted: NewUpload): Promise<string> {
  const { bytes, upload, inspected } = wanted;
  const sha256 = createHash("sha256").update(bytes).digest();
  await tx.run(INSERT, [
    tx.tenant,
    upload,
    wanted.akt,
    wanted.matter,
    inspected.mediaType,
    bytes.length,
    sha256,
    inspected.pages ?? null,
    inspected.archive ?? null,
    wanted.scanned,
    wanted.madeBy,
    wanted.madeAt,
  ]);
  // One at a time: they are copied to be sent, and all at once would be the file over again.
  for (let no = 0; no * CHUNK_BYTES < bytes.length; no += 1) {
    const chunk = bytes.subarray(no * CHUNK_BYTES, (no + 1) * CHUNK_BYTES);
    await tx.run(INSERT_CHUNK, [tx.tenant, upload, no, chunk]);
  }
  return sha256.toString("hex");
}

/** An upload by its id; undefined when it is gone. */
export async function findUpload(tx: Tx, upload: Uuid): Promise<Upload | undefined> {
  const [row] = await tx.rows<Upload>(FIND, [tx.tenant, upload]);
  return row;
}

/** Erases an upload that was taken in. */
export async function eraseUpload(tx: Tx, upload: Uuid): Promise<void> {
  await tx.run(ERASE, [tx.tenant, upload]);
}

/** Erases what was chosen more than a day ago and never taken in. */
export async function eraseOldUploads(tx: Tx, now: Instant): Promise<void> {
  await tx.run(ERASE_OLD, [tx.tenant, instantOfMillis(millisOf(now) - DAY_MS)]);
}
