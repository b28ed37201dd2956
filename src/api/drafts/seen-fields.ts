import { findDocument, findField } from "../../spec/lookup.ts";
import type { DraftField } from "../../store/drafts/assemble-draft.ts";
import type { DraftNews } from "../../store/drafts/draft-news.ts";
import { parseDraftPath } from "../../store/drafts/draft-path.ts";
import type { StoredField } from "../../store/drafts/draft-rows.ts";
import type { SavedField } from "../../store/drafts/save-draft.ts";
import type { RequestContext } from "../http/handler.ts";
import type { ReachedDraft } from "./draft-reach.ts";

type Written = Pick<DraftField, "path" | "by" | "other">;

/**
 * What somebody sees of a draft: the fields of the classes that the one who asks sees in the matter, as in what is
 * signed, and what they have written there themselves; of that not what somebody else wrote at the same time.
 */
export class SeenFields {
  readonly #ctx: RequestContext;
  readonly #reached: ReachedDraft;

  constructor(ctx: RequestContext, reached: ReachedDraft) {
    this.#ctx = ctx;
    this.#reached = reached;
  }

  of<F extends Written>(fields: readonly F[]): readonly (F | Omit<F, "other">)[] {
    return fields.flatMap((field) => {
      if (this.#isSeen(field)) return [field];
      const { other: _other, ...own } = field;
      return field.by === this.#ctx.staff.staff ? [own] : [];
    });
  }

  /** What was saved is told of each field that was sent, and never more than was sent. */
  ofSaved(fields: readonly SavedField[]): readonly SavedField[] {
    return fields.map((field) => {
      if (this.#isSeen(field)) return field;
      const { value: _value, other: _other, ...rest } = field;
      return rest;
    });
  }

  ofNews({ fresh, writing, showsOthers }: DraftNews): DraftNews {
    const seen = (fields: readonly StoredField[]) =>
      fields.flatMap((field) => {
        if (this.#isSeen(field)) return [field];
        return field.by === this.#ctx.staff.staff ? [{ ...field, others: [] }] : [];
      });
    return { fresh: seen(fresh), writing: seen(writing), showsOthers };
  }

  #isSeen({ path }: Pick<Written, "path">): boolean {
    const { head, classes } = this.#reached;
    if (classes === undefined) return true;
    const pack = this.#ctx.app.store.packs.find(head.specDigest)?.pack;
    const document = pack === undefined ? undefined : findDocument(pack, head.document);
    const place = parseDraftPath(path);
    if (document === undefined || place === undefined) return false;
    const names =
      place.kind === "field"
        ? [place.field]
        : [place.list, ...(place.kind === "item" ? [`${place.list}.${place.field}`] : [])];
    return names.every((name) => classes.includes(findField(document, name)?.class ?? "coded"));
  }
}
