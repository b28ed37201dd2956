import { NoContactError, RefusedError } from "../api/client.ts";

/** The state of saving, in words beside the title. */
export type SaveState =
  | { readonly kind: "opening" }
  | { readonly kind: "untouched" }
  | { readonly kind: "typing" }
  | { readonly kind: "saving" }
  | { readonly kind: "saved"; readonly at: Date }
  | { readonly kind: "no-contact" }
  | { readonly kind: "refused" }
  /** Signed or discarded meanwhile, by somebody else or in another tab. */
  | { readonly kind: "gone" };

const draftGone = "draft.not-found";

/** Why a save did not come through. */
export function troubleOf(error: unknown): SaveState {
  const isGone = error instanceof RefusedError && error.problems.some(({ id }) => id === draftGone);
  if (isGone) return { kind: "gone" };
  return { kind: error instanceof NoContactError ? "no-contact" : "refused" };
}
