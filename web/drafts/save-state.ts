/** The state of saving, in words beside the title. */
export type SaveState =
  | { readonly kind: "opening" }
  | { readonly kind: "untouched" }
  | { readonly kind: "typing" }
  | { readonly kind: "saving" }
  | { readonly kind: "saved"; readonly at: Date }
  | { readonly kind: "no-contact" }
  | { readonly kind: "refused" };
