import type { z } from "zod";
import type { draftField as fieldShape, draftShape } from "../../contract/drafts/open-draft.ts";
import type { savedField } from "../../contract/drafts/save-draft.ts";
import type { DraftField } from "../../store/drafts/assemble-draft.ts";
import type { DraftNews } from "../../store/drafts/draft-news.ts";
import { draftField } from "../../store/drafts/draft-rows.ts";
import type { Draft } from "../../store/drafts/open-draft.ts";
import type { SavedField } from "../../store/drafts/save-draft.ts";
import type { RequestContext } from "../http/handler.ts";
import type { SeenFields } from "./seen-fields.ts";

/** A draft as the page shows it, as far as the one who asks sees it; writers by name. */
export function draftAnswer(
  ctx: RequestContext,
  draft: Draft,
  seen: SeenFields,
): z.input<typeof draftShape> {
  return {
    draft: draft.draft,
    document: draft.document,
    akt: draft.akt ?? null,
    matter: draft.matter ?? null,
    specDigest: draft.specDigest,
    fields: fieldAnswers(ctx, seen.of(draft.fields)),
    changedAt: draft.changedAt,
    begun: draft.madeAt,
    at: ctx.now,
  };
}

/** Fields with the names of their writers. */
export function fieldAnswers(
  ctx: RequestContext,
  fields: readonly DraftField[],
): z.input<typeof fieldShape>[] {
  return fields.map((field) => ({ ...savedAnswer(ctx, field), value: field.value }));
}

/** A saved field with the name of its writer. */
export function savedAnswer(ctx: RequestContext, field: SavedField): z.input<typeof savedField> {
  const { path, rev, value, other, by } = field;
  return {
    path,
    rev,
    ...(value === undefined ? {} : { value }),
    ...(other === undefined ? {} : { other }),
    by: ctx.organisation.staff.get(by)?.name ?? "",
  };
}

/** What is new in a draft, with the names of those who wrote it. */
export function newsAnswer(ctx: RequestContext, { fresh, writing }: DraftNews) {
  const writers = fieldAnswers(ctx, writing.map(draftField));
  return {
    fields: fieldAnswers(ctx, fresh.map(draftField)),
    writers: writers.map(({ path, by }) => ({ path, name: by })),
  };
}
