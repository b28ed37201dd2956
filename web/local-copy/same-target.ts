import type { DraftTarget, UnsavedDraft } from "./types.ts";

/**
 * Whether two targets are of one draft: by its id, or, in an akt, by what it is about, because the server
 * keeps one draft of a document and gives its own id to whoever comes second.
 */
export function isSameTarget(one: DraftTarget, other: DraftTarget): boolean {
  if (one.draft === other.draft) return true;
  return (
    one.akt !== undefined &&
    one.akt === other.akt &&
    one.document === other.document &&
    one.matter === other.matter &&
    one.item === other.item
  );
}

/**
 * Whether a copy is of this draft: by its id and when it was begun, or by what it is about where the server never
 * opened it.
 */
export function isOfDraft(
  left: UnsavedDraft,
  target: DraftTarget,
  draft: { readonly draft: string; readonly begun?: string },
): boolean {
  const { opened, begun, target: about } = left;
  if (opened !== undefined) return opened === draft.draft && begun === draft.begun;
  return about.draft === draft.draft || isSameTarget(about, target);
}
