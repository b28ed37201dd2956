import { createHash } from "node:crypto";

import type { Instant } from "../kernel/instant.ts";
import type { Uuid } from "../kernel/ids.ts";
import { problem } from "../kernel/problem.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import type { Tx } from "./in-tenant.ts";
import { statement } from "./statement.ts";

/** A stored file, without its bytes. */
export interface StoredFile {
  readonly file: Uuid;
  readonly akt: Uuid | null;
  readonly matter: Uuid | null;
  readonly kind: "received" | "print" | "logotype";
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  /** Hex. */
  readonly sha256: string;
  /** What a print shows: document or decision, version and recipient. */
  readonly subject: string | null;
  readonly madeBy: Uuid;
  readonly madeAt: Instant;
}

export interface NewFile {
  readonly file: Uuid;
  readonly akt?: Uuid;
  readonly matter?: Uuid;
  readonly kind: StoredFile["kind"];
  readonly name: string;
  readonly mediaType: string;
  readonly subject?: string;
  readonly madeBy: Uuid;
  readonly madeAt: Instant;
  readonly bytes: Uint8Array;
}

/** Largest file (25 MB) and the part of it that is one row (1 MB). */
export const MAX_FILE_BYTES: number = 25 * 1024 * 1024;
const CHUNK_BYTES = 1024 * 1024;

const COLUMNS = `file, akt, matter, kind, name, media_type as "mediaType", size,
     encode(sha256, 'hex') as sha256, subject, made_by as "madeBy", made_at as "madeAt"`;

const INSERT = statement(
  "file_insert",
  `insert into file (tenant, file, akt, matter, kind, name, media_type, size, sha256, subject,
     made_by, made_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing`,
);
const INSERT_CHUNK = statement(
  "file_chunk_insert",
  "insert into file_chunk (tenant, file, no, bytes) values ($1, $2, $3, $4)",
);
const FIND = statement("file_find", `select ${COLUMNS} from file where tenant = $1 and file = $2`);
const FIND_PRINT = statement(
  "file_find_print",
  `select ${COLUMNS} from file where tenant = $1 and subject = $2`,
);
const FIND_SAME = statement(
  "file_find_same",
  `select ${COLUMNS} from file
   where tenant = $1 and matter = $2 and sha256 = $3 and kind = 'received'`,
);
const CHUNKS = statement(
  "file_chunks",
  "select bytes from file_chunk where tenant = $1 and file = $2 order by no",
);

/**
 * Stores a file in parts. The same bytes received twice in a matter are one file, and a print of the
 * same subject is made once: then the file that is there already is given. Refuses with `file.empty`,
 * `file.too-large` and `file.id-taken`.
 */
export async function saveFile(tx: Tx, wanted: NewFile): Promise<Result<StoredFile>> {
  const { bytes, file } = wanted;
  if (bytes.length === 0) return fail(problem("file.empty", { status: 422 }));
  if (bytes.length > MAX_FILE_BYTES) return fail(problem("file.too-large", { status: 413 }));
  const sha256 = createHash("sha256").update(bytes).digest();
  const written = await tx.run(INSERT, [
    tx.tenant,
    file,
    wanted.akt ?? null,
    wanted.matter ?? null,
    wanted.kind,
    wanted.name,
    wanted.mediaType,
    bytes.length,
    sha256,
    wanted.subject ?? null,
    wanted.madeBy,
    wanted.madeAt,
  ]);
  if (written > 0) await saveChunks(tx, file, bytes);
  const stored = written > 0 ? await findFile(tx, file) : await findSame(tx, wanted, sha256);
  return stored === undefined ? fail(problem("file.id-taken", { status: 409 })) : ok(stored);
}

/** A file without its bytes; undefined when there is none. */
export async function findFile(tx: Tx, file: Uuid): Promise<StoredFile | undefined> {
  const [row] = await tx.rows<StoredFile>(FIND, [tx.tenant, file]);
  return row;
}

/** The print of a subject, when it has been made. */
export async function findPrint(tx: Tx, subject: string): Promise<StoredFile | undefined> {
  const [row] = await tx.rows<StoredFile>(FIND_PRINT, [tx.tenant, subject]);
  return row;
}

/** The bytes of a file. Throws when they are not those that were stored. */
export async function readFileBytes(tx: Tx, file: StoredFile): Promise<Buffer> {
  const rows = await tx.rows<{ bytes: Buffer }>(CHUNKS, [tx.tenant, file.file]);
  const bytes = Buffer.concat(rows.map((row) => row.bytes));
  if (createHash("sha256").update(bytes).digest("hex") !== file.sha256) {
    throw new Error(`The bytes of file ${file.file} are not those that were stored`);
  }
  return bytes;
}

async function saveChunks(tx: Tx, file: Uuid, bytes: Uint8Array): Promise<void> {
  const chunks = Array.from({ length: Math.ceil(bytes.length / CHUNK_BYTES) }, (_, no) =>
    bytes.subarray(no * CHUNK_BYTES, (no + 1) * CHUNK_BYTES),
  );
  await Promise.all(chunks.map((chunk, no) => tx.run(INSERT_CHUNK, [tx.tenant, file, no, chunk])));
}

async function findSame(tx: Tx, wanted: NewFile, sha256: Buffer): Promise<StoredFile | undefined> {
  if (wanted.subject !== undefined) return findPrint(tx, wanted.subject);
  if (wanted.matter === undefined) return undefined;
  const [row] = await tx.rows<StoredFile>(FIND_SAME, [tx.tenant, wanted.matter, sha256]);
  return row;
}
