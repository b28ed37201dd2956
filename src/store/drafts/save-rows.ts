import type { Uuid } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { Tx } from "../in-tenant.ts";
import { statement } from "../statement.ts";
import { wireValue } from "../wire.ts";
import type { StoredField } from "./draft-rows.ts";

/** A field of a draft as it is written. */
export interface FieldOfDraft extends StoredField {
  readonly draft: Uuid;
}

/** Who saved last in a draft, and when. */
export interface Touched {
  readonly draft: Uuid;
  readonly by: Uuid;
  readonly at: Instant;
}

const TOUCH = statement(
  "draft_touch",
  `update draft d set changed_by = u.by, changed_at = u.at
   from unnest($2::uuid[], $3::uuid[], $4::timestamptz[]) as u (draft, by, at)
   where d.tenant = $1 and d.draft = u.draft`,
);

/** Lists inside of a list must be of one length, so those of a field go as the text of one. */
const UPSERT = statement(
  "draft_field_upsert",
  `insert into draft_field as f
     (tenant, draft, path, rev, value, others, change_ids, changed_by, changed_at)
   select $1, u.draft, u.path, u.rev, u.value, u.others::text[], u.change_ids::uuid[], u.by, u.at
   from unnest($2::uuid[], $3::text[], $4::int[], $5::text[], $6::text[], $7::text[], $8::uuid[],
     $9::timestamptz[]) as u (draft, path, rev, value, others, change_ids, by, at)
   on conflict (tenant, draft, path) do update
   set rev = excluded.rev, value = excluded.value, others = excluded.others,
     change_ids = excluded.change_ids, changed_by = excluded.changed_by,
     changed_at = excluded.changed_at`,
);

const KEEP = statement(
  "draft_past_keep",
  `insert into draft_past (tenant, draft, path, rev, value, changed_by, changed_at)
   select $1, u.draft, u.path, u.rev, u.value, u.by, u.at
   from unnest($2::uuid[], $3::text[], $4::int[], $5::text[], $6::uuid[], $7::timestamptz[])
     as u (draft, path, rev, value, by, at)
   on conflict do nothing`,
);

/**
 * Writes what became of fields, of one draft or of many, whose drafts are locked. No field may be given twice.
 * What goes wrong is told by the end of the transaction.
 */
export function writeFields(
  tx: Tx,
  touched: readonly Touched[],
  changed: readonly FieldOfDraft[],
  past: readonly FieldOfDraft[],
): void {
  if (touched.length > 0) {
    tx.write(TOUCH, [
      tx.tenant,
      touched.map(({ draft }) => draft),
      touched.map(({ by }) => by),
      touched.map(({ at }) => at),
    ]);
  }
  if (changed.length > 0) {
    tx.write(UPSERT, [
      ...keysOf(tx, changed),
      changed.map(({ others }) => wireValue(others)),
      changed.map(({ changeIds }) => wireValue(changeIds)),
      ...writersOf(changed),
    ]);
  }
  if (past.length > 0) tx.write(KEEP, [...keysOf(tx, past), ...writersOf(past)]);
}

function keysOf(tx: Tx, fields: readonly FieldOfDraft[]): unknown[] {
  return [
    tx.tenant,
    fields.map(({ draft }) => draft),
    fields.map(({ path }) => path),
    fields.map(({ rev }) => rev),
    fields.map(({ value }) => value),
  ];
}

function writersOf(fields: readonly FieldOfDraft[]): unknown[] {
  return [fields.map(({ by }) => by), fields.map(({ at }) => at)];
}
