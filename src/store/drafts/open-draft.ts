import type { Uuid } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import type { Tx } from "../in-tenant.ts";
import { keptStatement, statement } from "../statement.ts";
import type { DraftField } from "./assemble-draft.ts";
import { draftField, findDraft, readFields, type DraftHead } from "./draft-rows.ts";

/** A draft with its fields. */
export interface Draft extends DraftHead {
  readonly fields: readonly DraftField[];
}

export interface OpenDraft {
  /** Id for the draft should it not exist yet. */
  readonly draft: Uuid;
  readonly document: string;
  readonly akt?: Uuid;
  readonly matter?: Uuid;
  /** Tells apart drafts of the same document in one matter. */
  readonly item?: Uuid;
  readonly specDigest: string;
  readonly by: Uuid;
  readonly at: Instant;
}

const INSERT = statement(
  "draft_insert",
  `insert into draft (tenant, draft, document, akt, matter, item, spec_digest,
     made_by, made_at, changed_by, changed_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $8, $9)
   on conflict do nothing`,
);

const FIND_BY_DOCUMENT = statement(
  "draft_of_document",
  `select draft from draft
   where tenant = $1 and akt = $2 and matter is not distinct from $3 and document = $4
     and item is not distinct from $5`,
);

/**
 * Opens the one draft of a document in a matter, made now if there is none. The answer may have another
 * id than the one proposed: somebody else had begun it. Refuses with `draft.id-taken` when the id
 * proposed belongs to a draft of something else.
 */
export async function openDraft(tx: Tx, wanted: OpenDraft): Promise<Result<Draft>> {
  const key = [wanted.akt ?? null, wanted.matter ?? null, wanted.document, wanted.item ?? null];
  await tx.run(INSERT, [
    tx.tenant,
    wanted.draft,
    wanted.document,
    wanted.akt ?? null,
    wanted.matter ?? null,
    wanted.item ?? null,
    wanted.specDigest,
    wanted.by,
    wanted.at,
  ]);
  const [other] =
    wanted.akt === undefined
      ? []
      : await tx.rows<{ draft: Uuid }>(FIND_BY_DOCUMENT, [tx.tenant, ...key]);
  const draft = await readDraft(tx, other?.draft ?? wanted.draft);
  const same = draft?.document === wanted.document && draft.akt === wanted.akt;
  return draft !== undefined && same ? ok(draft) : fail(problem("draft.id-taken", { status: 409 }));
}

/** The draft of a document of a matter that has one only; undefined when there is none. */
export async function findDraftOf(
  tx: Tx,
  { akt, matter, document }: Pick<Required<OpenDraft>, "akt" | "matter" | "document">,
): Promise<Uuid | undefined> {
  const [row] = await tx.rows<{ draft: Uuid }>(FIND_BY_DOCUMENT, [
    tx.tenant,
    akt,
    matter,
    document,
    null,
  ]);
  return row?.draft;
}

/** A draft with all its fields; undefined when there is none (signed or discarded). */
export async function readDraft(tx: Tx, draft: Uuid): Promise<Draft | undefined> {
  const [head, fields] = await Promise.all([findDraft(tx, draft), readFields(tx, draft)]);
  return head === undefined ? undefined : { ...head, fields: fields.map(draftField) };
}

const OF_STAFF = keptStatement(
  "draft_of_staff",
  `select d.draft, d.document, d.akt, d.matter, d.item, d.spec_digest as "specDigest", d.made_by as "madeBy",
     d.changed_by as "changedBy", d.changed_at as "changedAt", a.person
   from draft d
   left join akt a on a.tenant = d.tenant and a.akt = d.akt
   where d.tenant = $1 and d.made_by = $2
     and exists (select from draft_field f where f.tenant = d.tenant and f.draft = d.draft)
   order by d.changed_at desc limit $3`,
);

const OF_AKT = keptStatement(
  "draft_of_akt",
  `select d.draft, d.document, d.akt, d.matter, d.item, d.spec_digest as "specDigest", d.made_by as "madeBy",
     d.changed_by as "changedBy", d.changed_at as "changedAt", a.person
   from draft d
   join akt a on a.tenant = d.tenant and a.akt = d.akt
   where d.tenant = $1 and d.akt = $2
     and exists (select from draft_field f where f.tenant = d.tenant and f.draft = d.draft)
   order by d.changed_at desc limit $3`,
);

/** A draft as lists show it. */
export interface DraftLine {
  readonly draft: Uuid;
  readonly document: string;
  readonly akt: Uuid | null;
  readonly matter: Uuid | null;
  readonly item: Uuid | null;
  readonly specDigest: string;
  readonly madeBy: Uuid;
  readonly changedBy: Uuid;
  readonly changedAt: Instant;
  readonly person: Uuid | null;
}

/** The drafts somebody has begun to write, last changed first; one only opened is nothing to show. */
export async function listDraftsOf(tx: Tx, staff: Uuid, limit: number): Promise<DraftLine[]> {
  return tx.rows<DraftLine>(OF_STAFF, [tx.tenant, staff, limit]);
}

/** The drafts of an akt that somebody has begun to write, last changed first. */
export async function listDraftsIn(tx: Tx, akt: Uuid, limit: number): Promise<DraftLine[]> {
  return tx.rows<DraftLine>(OF_AKT, [tx.tenant, akt, limit]);
}
