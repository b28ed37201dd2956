import type { Uuid } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import { findFile, type StoredFile } from "../files.ts";
import type { Tx } from "../in-tenant.ts";
import { statement } from "../statement.ts";
import { mediaTypes, type MediaType } from "./inspect-file.ts";
import type { Upload } from "./upload.ts";

/** Where an uploaded file is kept, as whose act. */
export interface Keeping {
  readonly akt: Uuid;
  readonly matter: Uuid;
  /** The id the file gets, unless the matter has the same bytes already. */
  readonly file: Uuid;
  readonly madeBy: Uuid;
  readonly madeAt: Instant;
}

const KEEP = statement(
  "file_keep_upload",
  `insert into file (tenant, file, akt, matter, kind, name, media_type, size, sha256, made_by, made_at)
   select tenant, $3, $4, $5, 'received', $6, media_type, size, sha256, $7, $8
   from upload where tenant = $1 and upload = $2
   on conflict do nothing`,
);
const KEEP_CHUNKS = statement(
  "file_chunk_keep_upload",
  `insert into file_chunk (tenant, file, no, bytes)
   select tenant, $3, no, bytes from upload_chunk where tenant = $1 and upload = $2`,
);
const SAME = statement(
  "file_received_same",
  `select file from file
   where tenant = $1 and matter = $2 and sha256 = decode($3, 'hex') and kind = 'received'`,
);
const SCANNED = statement(
  "file_scan_insert",
  `insert into file_scan (tenant, file, scanned_at) values ($1, $2, $3) on conflict do nothing`,
);
const FIND_SCAN = statement(
  "file_scan_find",
  "select 1 as found from file_scan where tenant = $1 and file = $2",
);

/**
 * Copies an uploaded file to a matter, inside the database. Each matter has a copy of its own, since each is
 * destroyed by itself; the same bytes twice in one matter are one file. Gives the file that stands there.
 *
 * @throws Error when neither the new nor the same file can be found: the id belongs to something else.
 */
export async function keepUpload(tx: Tx, upload: Upload, keeping: Keeping): Promise<StoredFile> {
  const { akt, matter, file, madeBy, madeAt } = keeping;
  const [same] = await tx.rows<{ file: Uuid }>(SAME, [tx.tenant, matter, upload.sha256]);
  if (same === undefined) {
    const values = [upload.upload, file, akt, matter, nameOf(upload, file), madeBy, madeAt];
    if ((await tx.run(KEEP, [tx.tenant, ...values])) > 0) {
      await tx.run(KEEP_CHUNKS, [tx.tenant, upload.upload, file]);
    }
  }
  const stored = await findFile(tx, same?.file ?? file);
  if (stored?.sha256 !== upload.sha256) throw new Error(`The file ${file} is another one`);
  if (upload.scanned) await noteScanned(tx, stored.file, madeAt);
  return stored;
}

/** Notes that the virus scanner has let a file through. */
export async function noteScanned(tx: Tx, file: Uuid, at: Instant): Promise<void> {
  await tx.run(SCANNED, [tx.tenant, file, at]);
}

/** Whether the virus scanner has let a file through. */
export async function isScanned(tx: Tx, file: Uuid): Promise<boolean> {
  return (await tx.rows(FIND_SCAN, [tx.tenant, file])).length > 0;
}

/** A name that tells nothing: what a file was called often names a child. */
function nameOf({ mediaType }: Upload, file: Uuid): string {
  const ending = isMediaType(mediaType) ? mediaTypes[mediaType] : "bin";
  return `handling-${file.slice(-8)}.${ending}`;
}

function isMediaType(text: string): text is MediaType {
  return Object.hasOwn(mediaTypes, text);
}
