import type { PurposeId } from "../contract/route.ts";

/**
 * What a request selects by. Case handling may select by name, identity number and matter only
 * (SoLPuF 15 §): `name-or-number` is a name, the number of a person or that of a matter. `content` is follow-up, with
 * a permission of its own.
 */
export type SelectionTerm =
  | "name-or-number"
  | "akt"
  | "matter"
  | "person"
  | "draft"
  | "file"
  | "entry"
  /** One's own work or one's own unit's, nothing to choose by. */
  | "own-work"
  /** A place in a list already given, a kind of entry or a word inside one open akt. */
  | "within-akt"
  /** Days of the access log. */
  | "log-period"
  | "spec"
  | "account"
  | "content";

export const termsOfPurpose: Readonly<Record<PurposeId, readonly SelectionTerm[]>> = {
  "case-handling": [
    "name-or-number",
    "akt",
    "matter",
    "person",
    "draft",
    "file",
    "entry",
    "own-work",
    "within-akt",
  ],
  "reports-of-concern": ["name-or-number", "akt", "matter", "person", "draft"],
  "follow-up": ["content"],
  administration: ["spec", "account", "own-work"],
  // One named akt at a time: whoever checks does not choose by what stands in it.
  "access-control": ["akt", "entry", "log-period"],
  "sign-in": ["account", "own-work"],
};
