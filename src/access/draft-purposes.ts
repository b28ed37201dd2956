import type { PurposeEntry } from "./purposes.ts";

/** The part of the register of purposes about what is being written: drafts, and phrases for them. */
export const draftPurposes: Readonly<Record<string, PurposeEntry>> = {
  "drafts.discard-draft": { purpose: "case-handling", selects: { draft: "draft" } },
  "drafts.follow-draft": {
    purpose: "case-handling",
    selects: { draft: "draft", since: "draft", begun: "draft" },
  },
  "drafts.list-past": {
    purpose: "case-handling",
    selects: { draft: "draft", path: "within-akt" },
  },
  "drafts.open-draft": {
    purpose: "case-handling",
    selects: {
      draft: "draft",
      document: "within-akt",
      akt: "akt",
      matter: "matter",
      item: "entry",
    },
  },
  "drafts.read-draft": { purpose: "case-handling", selects: { draft: "draft" } },
  "drafts.save-draft": {
    purpose: "case-handling",
    selects: { draft: "draft", since: "draft", begun: "draft" },
  },
  "phrases.list-phrases": { purpose: "case-handling", selects: {} },
  "phrases.save-phrase": { purpose: "case-handling", selects: { phrase: "own-work" } },
  "phrases.remove-phrase": { purpose: "case-handling", selects: { phrase: "own-work" } },
};
