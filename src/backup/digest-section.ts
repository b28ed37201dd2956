import { createHash } from "node:crypto";
import type { ClientBase } from "pg";

import { copyOut } from "./copy-protocol.ts";
import { countRows } from "./count-rows.ts";
import { copyOutSql, type Table } from "./tables.ts";

/** Number and digest of the rows of a table as they stand in the database, of one board or shared. */
export async function digestOfSection(
  client: ClientBase,
  table: Table,
  tenant: number | null,
): Promise<{ readonly rows: number; readonly sha256: string }> {
  const digest = createHash("sha256");
  let rows = 0;
  for await (const piece of copyOut(client, copyOutSql(table, tenant ?? undefined))) {
    digest.update(piece);
    rows += countRows(piece);
  }
  return { rows, sha256: digest.digest("hex") };
}
