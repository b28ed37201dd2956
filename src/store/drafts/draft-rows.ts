import type { Uuid } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { Tx } from "../in-tenant.ts";
import { manyDeletes } from "../many-rows.ts";
import { statement } from "../statement.ts";
import type { DraftField } from "./assemble-draft.ts";
import type { KeptField } from "./merge-change.ts";

/** A draft without its fields. */
export interface DraftHead {
  readonly draft: Uuid;
  readonly document: string;
  readonly akt: Uuid | undefined;
  readonly matter: Uuid | undefined;
  readonly specDigest: string;
  readonly madeBy: Uuid;
  /** Tells it from one that was begun under the same id when this one had been signed or discarded. */
  readonly madeAt: Instant;
  readonly changedBy: Uuid;
  readonly changedAt: Instant;
}

interface HeadRow {
  readonly draft: Uuid;
  readonly document: string;
  readonly akt: Uuid | null;
  readonly matter: Uuid | null;
  readonly spec_digest: string;
  readonly made_by: Uuid;
  readonly made_at: Instant;
  readonly changed_by: Uuid;
  readonly changed_at: Instant;
}

interface FieldRow {
  readonly path: string;
  readonly rev: number;
  readonly value: string;
  readonly others: string[];
  readonly change_ids: Uuid[];
  readonly changed_by: Uuid;
  readonly changed_at: Instant;
}

/** A field with what the next change needs to know. */
export interface StoredField extends KeptField {
  readonly path: string;
  readonly by: Uuid;
  readonly at: Instant;
}

const HEAD_COLUMNS =
  "draft, document, akt, matter, spec_digest, made_by, made_at, changed_by, changed_at";

const LOCK = statement(
  "draft_lock",
  `select ${HEAD_COLUMNS} from draft where tenant = $1 and draft = $2 for update`,
);
const LOCK_ONE_FREE = statement(
  "draft_lock_one_free",
  `select ${HEAD_COLUMNS} from draft where tenant = $1 and draft = $2 for update skip locked`,
);
/** In the order of their ids, as everybody locks them. */
const LOCK_SOME = `select ${HEAD_COLUMNS} from draft where tenant = $1 and draft = any($2)
   order by draft for update`;
const LOCK_ALL = statement("draft_lock_all", LOCK_SOME);
const LOCK_FREE = statement("draft_lock_free", `${LOCK_SOME} skip locked`);
const HEAD = statement(
  "draft_head",
  `select ${HEAD_COLUMNS} from draft where tenant = $1 and draft = $2`,
);
const HEADS = statement(
  "draft_heads",
  `select ${HEAD_COLUMNS} from draft where tenant = $1 and draft = any($2)`,
);
const FIELDS = statement(
  "draft_fields",
  `select path, rev, value, others, change_ids, changed_by, changed_at from draft_field
   where tenant = $1 and draft = $2 order by path`,
);
const NAMED_FIELDS = statement(
  "draft_named_fields",
  `select f.draft, f.path, f.rev, f.value, f.others, f.change_ids, f.changed_by, f.changed_at
   from unnest($2::uuid[], $3::text[]) as u (draft, path)
   join draft_field f on f.tenant = $1 and f.draft = u.draft and f.path = u.path`,
);
const ITEMS = statement(
  "draft_items",
  `select f.draft, f.path, f.rev, f.value, f.others, f.change_ids, f.changed_by, f.changed_at
   from unnest($2::uuid[], $3::text[]) as u (draft, beginning)
   join draft_field f on f.tenant = $1 and f.draft = u.draft and starts_with(f.path, u.beginning)`,
);
/** Of a draft nobody has written in since no field is looked at. */
const CHANGED = statement(
  "draft_changed_since",
  `select u.n::int as n, f.path, f.rev, f.value, f.others, f.change_ids, f.changed_by, f.changed_at
   from unnest($2::uuid[], $3::timestamptz[]) with ordinality as u (draft, since, n)
   join draft d on d.tenant = $1 and d.draft = u.draft and d.changed_at >= u.since
   join draft_field f on f.tenant = $1 and f.draft = u.draft and f.changed_at >= u.since
   order by u.n, f.path`,
);
const PAST = statement(
  "draft_past_of_field",
  `select rev, value, changed_by, changed_at from draft_past
   where tenant = $1 and draft = $2 and path = $3 order by rev desc limit 200`,
);
type PastRow = Pick<FieldRow, "rev" | "value" | "changed_by" | "changed_at">;
/** Its fields, what stood in them and what was said of them go with it; merged into one statement by whoever carries them out. */
const DELETE = ["draft_field", "draft_past", "draft_comment", "draft"].map((table) => ({
  ...statement(`${table}_delete`, `delete from ${table} where tenant = $1 and draft = $2`),
  many: manyDeletes(table, "draft"),
}));

/** Locks a draft until the transaction ends: nobody saves while it is signed. */
export async function lockDraft(tx: Tx, draft: Uuid): Promise<DraftHead | undefined> {
  return headOf(await tx.rows<HeadRow>(LOCK, [tx.tenant, draft]));
}

/** As {@link lockDraft}, but a draft that somebody holds is as if it were gone. */
export async function lockFreeDraft(tx: Tx, draft: Uuid): Promise<DraftHead | undefined> {
  return headOf(await tx.rows<HeadRow>(LOCK_ONE_FREE, [tx.tenant, draft]));
}

/** The draft without its fields; undefined when there is none. */
export async function findDraft(tx: Tx, draft: Uuid): Promise<DraftHead | undefined> {
  return headOf(await tx.rows<HeadRow>(HEAD, [tx.tenant, draft]));
}

/**
 * Locks several drafts as {@link lockDraft}; those that are gone are left out, and with `leaveHeld` those that
 * somebody holds.
 */
export async function lockDrafts(
  tx: Tx,
  drafts: readonly Uuid[],
  leaveHeld: boolean,
): Promise<DraftHead[]> {
  const rows = await tx.rows<HeadRow>(leaveHeld ? LOCK_FREE : LOCK_ALL, [tx.tenant, drafts]);
  return rows.flatMap((row) => headOf([row]) ?? []);
}

/** As {@link findDraft} for several at once, by draft. */
export async function findDrafts(
  tx: Tx,
  drafts: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, DraftHead>> {
  const rows = await tx.rows<HeadRow>(HEADS, [tx.tenant, [...new Set(drafts)]]);
  return new Map(rows.flatMap((row) => headOf([row]) ?? []).map((head) => [head.draft, head]));
}

/** The fields of a draft in order of path. */
export async function readFields(tx: Tx, draft: Uuid): Promise<StoredField[]> {
  const rows = await tx.rows<FieldRow>(FIELDS, [tx.tenant, draft]);
  return rows.map(storedOf);
}

/** Those of some named fields that there are, of one draft or of many. */
export async function readFieldsOf(
  tx: Tx,
  named: readonly { readonly draft: Uuid; readonly path: string }[],
): Promise<(StoredField & { readonly draft: Uuid })[]> {
  const rows = await tx.rows<FieldRow & { readonly draft: Uuid }>(NAMED_FIELDS, [
    tx.tenant,
    named.map(({ draft }) => draft),
    named.map(({ path }) => path),
  ]);
  return rows.map((row) => ({ ...storedOf(row), draft: row.draft }));
}

/** All fields of some items, by how their paths begin. */
export async function readItemsOf(
  tx: Tx,
  items: readonly { readonly draft: Uuid; readonly beginning: string }[],
): Promise<(StoredField & { readonly draft: Uuid })[]> {
  if (items.length === 0) return [];
  const rows = await tx.rows<FieldRow & { readonly draft: Uuid }>(ITEMS, [
    tx.tenant,
    items.map(({ draft }) => draft),
    items.map(({ beginning }) => beginning),
  ]);
  return rows.map((row) => ({ ...storedOf(row), draft: row.draft }));
}

/** For each of some questions the fields of its draft that were changed at a moment or after it. */
export async function changedSince(
  tx: Tx,
  questions: readonly { readonly draft: Uuid; readonly since: Instant }[],
): Promise<readonly (readonly StoredField[])[]> {
  const rows = await tx.rows<FieldRow & { readonly n: number }>(CHANGED, [
    tx.tenant,
    questions.map(({ draft }) => draft),
    questions.map(({ since }) => since),
  ]);
  const found = Map.groupBy(rows, ({ n }) => n);
  return questions.map((_, at) => (found.get(at + 1) ?? []).map(storedOf));
}

function storedOf(row: FieldRow): StoredField {
  return {
    path: row.path,
    rev: row.rev,
    value: row.value,
    others: row.others,
    changeIds: row.change_ids,
    by: row.changed_by,
    at: row.changed_at,
  };
}

/** What stood in a field before, the latest first, with the values as they were. */
export async function readPast(tx: Tx, draft: Uuid, path: string): Promise<readonly PastField[]> {
  const rows = await tx.rows<PastRow>(PAST, [tx.tenant, draft, path]);
  return rows.map((row) => ({
    rev: row.rev,
    value: parseValue(row.value),
    by: row.changed_by,
    at: row.changed_at,
  }));
}

/** What stood in a field of a draft before it was changed. */
export interface PastField {
  readonly rev: number;
  readonly value: unknown;
  readonly by: Uuid;
  readonly at: Instant;
}

/** Removes a draft with its fields; false when it was gone. */
export async function deleteDraft(tx: Tx, draft: Uuid): Promise<boolean> {
  const head = await lockDraft(tx, draft);
  if (head !== undefined) eraseDraft(tx, draft);
  return head !== undefined;
}

/** Removes a draft that is locked: nobody writes a field of it meanwhile. */
export function eraseDraft(tx: Tx, draft: Uuid): void {
  for (const each of DELETE) tx.write(each, [tx.tenant, draft]);
}

/** A field as editors see it: of several other values the last. */
export function draftField(field: StoredField): DraftField {
  const other = field.others.at(-1);
  const shown = { path: field.path, rev: field.rev, by: field.by, at: field.at };
  const value = parseValue(field.value);
  if (other === undefined) return { ...shown, value };
  return { ...shown, value, other: parseValue(other) };
}

function parseValue(text: string): unknown {
  return JSON.parse(text);
}

function headOf(rows: readonly HeadRow[]): DraftHead | undefined {
  const [row] = rows;
  if (row === undefined) return undefined;
  return {
    draft: row.draft,
    document: row.document,
    akt: row.akt ?? undefined,
    matter: row.matter ?? undefined,
    specDigest: row.spec_digest,
    madeBy: row.made_by,
    madeAt: row.made_at,
    changedBy: row.changed_by,
    changedAt: row.changed_at,
  };
}
