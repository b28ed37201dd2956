import type { Uuid } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { Tx } from "../in-tenant.ts";
import { statement } from "../statement.ts";

/** What a reader says about a part of a draft, to its writer. */
export interface DraftComment {
  readonly comment: Uuid;
  readonly place: string;
  readonly words: string;
  readonly by: Uuid;
  readonly at: Instant;
  /** Who marked it as met, and when; null while it waits. */
  readonly metBy: Uuid | null;
  readonly metAt: Instant | null;
}

const OF_DRAFT = statement(
  "draft_comments",
  `select comment, place, words, made_by as by, made_at as at, met_by as "metBy", met_at as "metAt"
   from draft_comment where tenant = $1 and draft = $2 order by made_at, comment`,
);
const INSERT = statement(
  "draft_comment_insert",
  `insert into draft_comment (tenant, comment, draft, place, words, made_by, made_at)
   select $1, $2, d.draft, $4, $5, $6, $7 from draft d where d.tenant = $1 and d.draft = $3
   on conflict do nothing`,
);
const MEET = statement(
  "draft_comment_meet",
  `update draft_comment set met_by = $4, met_at = $5
   where tenant = $1 and draft = $2 and comment = $3`,
);

/** The comments on a draft, oldest first. */
export function listComments(tx: Tx, draft: Uuid): Promise<readonly DraftComment[]> {
  return tx.rows<DraftComment & Record<string, unknown>>(OF_DRAFT, [tx.tenant, draft]);
}

/** Keeps a comment on a draft that is there; the same one sent again is kept once. */
export async function addComment(
  tx: Tx,
  draft: Uuid,
  { comment, place, words, by, at }: Omit<DraftComment, "metBy" | "metAt">,
): Promise<void> {
  await tx.run(INSERT, [tx.tenant, comment, draft, place, words, by, at]);
}

/** Marks a comment as met, or as waiting again; false where the draft has no such comment. */
export async function meetComment(
  tx: Tx,
  draft: Uuid,
  comment: Uuid,
  met: { readonly by: Uuid; readonly at: Instant } | undefined,
): Promise<boolean> {
  const changed = await tx.run(MEET, [tx.tenant, draft, comment, met?.by ?? null, met?.at ?? null]);
  return changed > 0;
}
