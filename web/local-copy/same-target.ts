import type { DraftTarget } from "./types.ts";

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
