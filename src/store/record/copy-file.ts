import type { Uuid } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { Tx } from "../in-tenant.ts";
import { statement } from "../statement.ts";

/** Where a copy of a received file is kept, as whose act. */
export interface CopyPlace {
  readonly akt: Uuid;
  readonly matter: Uuid;
  /** The id the copy gets, unless the matter has the same bytes already. */
  readonly file: Uuid;
  readonly madeBy: Uuid;
  readonly madeAt: Instant;
}

const COPY = statement(
  "file_copy_received",
  `insert into file (tenant, file, akt, matter, kind, name, media_type, size, sha256, made_by, made_at)
   select tenant, $3::uuid, $4::uuid, $5::uuid, kind,
     'handling-' || right($3::uuid::text, 8) || substring(name from '[.][a-z]+$'),
     media_type, size, sha256, $6::uuid, $7::timestamptz
   from file where tenant = $1 and file = $2 and kind = 'received'
   on conflict do nothing`,
);
const COPY_CHUNKS = statement(
  "file_chunk_copy",
  `insert into file_chunk (tenant, file, no, bytes)
   select tenant, $3::uuid, no, bytes from file_chunk where tenant = $1 and file = $2`,
);
const COPY_SCAN = statement(
  "file_scan_copy",
  `insert into file_scan (tenant, file, scanned_at)
   select tenant, $3::uuid, scanned_at from file_scan where tenant = $1 and file = $2
   on conflict do nothing`,
);
const SAME = statement(
  "file_copy_same",
  `select there.file from file there
   join file here on here.tenant = there.tenant and here.sha256 = there.sha256
   where here.tenant = $1 and here.file = $2 and there.matter = $3 and there.kind = 'received'`,
);

/**
 * Copies a received file to another matter, inside the database: each matter has a copy of its own, since each is
 * destroyed by itself. The same bytes twice in one matter are one file. Gives the id of the file that stands there.
 */
export async function copyFile(tx: Tx, from: Uuid, place: CopyPlace): Promise<Uuid> {
  const { akt, matter, file, madeBy, madeAt } = place;
  const [same] = await tx.rows<{ file: Uuid }>(SAME, [tx.tenant, from, matter]);
  if (same !== undefined) return same.file;
  await tx.run(COPY, [tx.tenant, from, file, akt, matter, madeBy, madeAt]);
  await tx.run(COPY_CHUNKS, [tx.tenant, from, file]);
  await tx.run(COPY_SCAN, [tx.tenant, from, file]);
  return file;
}
