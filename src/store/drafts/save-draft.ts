import type { Uuid } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { findDocument } from "../../spec/lookup.ts";
import type { PackSource } from "../deps.ts";
import type { Tx } from "../in-tenant.ts";
import { statement } from "../statement.ts";
import { applyChanges, type DraftChange } from "./apply-changes.ts";
import type { DraftField } from "./assemble-draft.ts";
import { hasDraftPath, parseDraftPath } from "./draft-path.ts";
import {
  draftField,
  lockDraft,
  readFields,
  type DraftHead,
  type StoredField,
} from "./draft-rows.ts";
import { isDraftValue } from "./draft-value.ts";

export interface SaveDraft {
  readonly draft: Uuid;
  readonly changes: readonly DraftChange[];
  readonly by: Uuid;
  readonly at: Instant;
}

const TOUCH = statement(
  "draft_touch",
  "update draft set changed_by = $3, changed_at = $4 where tenant = $1 and draft = $2",
);

const UPSERT = statement(
  "draft_field_upsert",
  `insert into draft_field as f
     (tenant, draft, path, rev, value, others, change_ids, changed_by, changed_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
   on conflict (tenant, draft, path) do update
   set rev = excluded.rev, value = excluded.value, others = excluded.others,
     change_ids = excluded.change_ids, changed_by = excluded.changed_by,
     changed_at = excluded.changed_at`,
);

const KEEP = statement(
  "draft_past_keep",
  `insert into draft_past (tenant, draft, path, rev, value, changed_by, changed_at)
   values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
);

/**
 * Saves changed fields of a draft and gives them as they now stand. A change sent twice is saved once; one
 * written over an older revision keeps both values. Refuses with `draft.not-found` (signed or
 * discarded), `draft.path-unknown` and `draft.value-unreadable`, and then saves nothing.
 */
export async function saveDraft(
  tx: Tx,
  packs: PackSource,
  request: SaveDraft,
): Promise<Result<readonly DraftField[]>> {
  const paths = request.changes.map((change) => change.path);
  const [head, kept] = await Promise.all([
    lockDraft(tx, request.draft),
    readFields(tx, request.draft, paths),
  ]);
  if (head === undefined) return fail(problem("draft.not-found", { status: 404 }));
  const problems = checkChanges(packs, head, request.changes);
  if (problems.length > 0) return fail(problems);
  const before = new Map(kept.map((field) => [field.path, field]));
  const { after, past } = applyChanges(before, request.changes, request);
  const changed = [...after.values()].filter((field) => before.get(field.path) !== field);
  await Promise.all([
    ...(changed.length === 0
      ? []
      : [tx.run(TOUCH, [tx.tenant, request.draft, request.by, request.at])]),
    ...changed.map((field) => upsert(tx, request.draft, field)),
    ...past.map((field) => keep(tx, request.draft, field)),
  ]);
  return ok([...after.values()].map(draftField));
}

function checkChanges(
  packs: PackSource,
  head: DraftHead,
  changes: readonly DraftChange[],
): Problem[] {
  const pack = packs.find(head.specDigest)?.pack;
  const document = pack === undefined ? undefined : findDocument(pack, head.document);
  return changes.flatMap((change, index) => {
    const path = parseDraftPath(change.path);
    const pointer = `/changes/${index}`;
    if (path === undefined || document === undefined || !hasDraftPath(document, path)) {
      return [problem("draft.path-unknown", { status: 422, pointer: `${pointer}/path` })];
    }
    if (isDraftValue(change.value)) return [];
    return [problem("draft.value-unreadable", { status: 422, pointer: `${pointer}/value` })];
  });
}

async function keep(tx: Tx, draft: Uuid, past: StoredField): Promise<void> {
  const { path, rev, value, by, at } = past;
  await tx.run(KEEP, [tx.tenant, draft, path, rev, value, by, at]);
}

async function upsert(tx: Tx, draft: Uuid, field: StoredField): Promise<void> {
  await tx.run(UPSERT, [
    tx.tenant,
    draft,
    field.path,
    field.rev,
    field.value,
    field.others,
    field.changeIds,
    field.by,
    field.at,
  ]);
}
