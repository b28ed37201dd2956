import { NoContactError } from "../api/client.ts";

/** The state of saving, in words beside the title. */
export type SaveState =
  | { readonly kind: "opening" }
  | { readonly kind: "untouched" }
  | { readonly kind: "typing" }
  | { readonly kind: "saving" }
  | { readonly kind: "saved"; readonly at: Date }
  | { readonly kind: "no-contact" }
  | { readonly kind: "refused" };

/** Why a save did not come through. */
export function troubleOf(error: unknown): SaveState {
  return { kind: error instanceof NoContactError ? "no-contact" : "refused" };
}
