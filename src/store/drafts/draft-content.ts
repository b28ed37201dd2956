import type { Uuid } from "../../kernel/ids.ts";
import type { Tx } from "../in-tenant.ts";
import { statement } from "../statement.ts";
import type { WrittenField } from "./assemble-draft.ts";

/** One JSON array for the whole draft, put together of values that are JSON already: a hundred rows cost more. */
const CONTENT = statement(
  "draft_content",
  `select '[' || string_agg('[' || to_json(path)::text || ',' || value
     || coalesce(',' || others[cardinality(others)], '') || ']', ',') || ']' as fields
   from draft_field where tenant = $1 and draft = $2`,
);
/** The same for several drafts. */
const CONTENTS = statement(
  "draft_contents",
  `select draft, '[' || string_agg('[' || to_json(path)::text || ',' || value
     || coalesce(',' || others[cardinality(others)], '') || ']', ',') || ']' as fields
   from draft_field where tenant = $1 and draft = any($2::uuid[]) group by draft`,
);
/** What is written in every field of a draft, without who wrote it: for fixing and signing. */
export async function readContent(tx: Tx, draft: Uuid): Promise<WrittenField[]> {
  const [row] = await tx.rows<{ fields: string | null }>(CONTENT, [tx.tenant, draft]);
  return writtenFields(row?.fields ?? "[]");
}

/** As {@link readContent} for several drafts, by draft. */
export async function readContents(
  tx: Tx,
  drafts: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, WrittenField[]>> {
  const rows = await tx.rows<{ draft: Uuid; fields: string }>(CONTENTS, [tx.tenant, drafts]);
  return new Map(rows.map(({ draft, fields }) => [draft, writtenFields(fields)]));
}

function writtenFields(content: string): WrittenField[] {
  return parseContent(content).map(([path, value, ...others]) =>
    others.length === 0 ? { path, value } : { path, value, other: others[0] },
  );
}

function parseContent(
  text: string,
): readonly [path: string, value: unknown, ...others: unknown[]][] {
  return JSON.parse(text) as [string, unknown, ...unknown[]][];
}
