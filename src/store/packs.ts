import type { Pool } from "pg";

import { canonicalJson, type Json } from "../kernel/canonical-json.ts";
import type { Instant } from "../kernel/instant.ts";

/** A pack or the law as it is kept for ever, by digest. */
export interface Installable {
  readonly digest: string;
  readonly kind: "pack" | "law";
  readonly id: string;
  readonly version: string;
  readonly content: Json;
}

/**
 * Keeps packs and law in the database by digest, those it does not have yet; gives how many were new. What
 * is kept is never changed: documents are rendered by the digest they carry.
 */
export async function installPacks(
  pool: Pool,
  packs: readonly Installable[],
  at: Instant,
): Promise<number> {
  let added = 0;
  for (const { digest, kind, id, version, content } of packs) {
    const answer = await pool.query(
      `insert into installed_pack (digest, kind, id, version, content, installed_at)
       values ($1, $2, $3, $4, $5, $6) on conflict (digest) do nothing`,
      [digest, kind, id, version, canonicalJson(content), at],
    );
    added += answer.rowCount ?? 0;
  }
  return added;
}

/** Every pack or law kept, oldest first. */
export async function readInstalled(
  pool: Pool,
  kind: Installable["kind"],
): Promise<readonly Installable[]> {
  const answer = await pool.query<Omit<Installable, "content"> & { content: string }>(
    `select digest, kind, id, version, content from installed_pack
     where kind = $1 order by installed_at, id, version`,
    [kind],
  );
  return answer.rows.map((row) => ({ ...row, content: parseContent(row.content) }));
}

function parseContent(text: string): Json {
  return JSON.parse(text) as Json;
}
