import type { PurposeEntry } from "./purposes.ts";

/** A run that is proposed or approved, and a matter that is held back, by its number. */
const retention: PurposeEntry = {
  purpose: "administration",
  selects: {
    run: "own-work",
    listHash: "own-work",
    hold: "own-work",
    number: "own-work",
    reason: "own-work",
  },
};
/** The register of purposes for keeping and destroying. */
export const retentionPurposes: Readonly<Record<string, PurposeEntry>> = {
  "retention.read-retention": {
    purpose: "administration",
    selects: { from: "own-work", after: "own-work", item: "own-work" },
  },
  "retention.read-protocol": { purpose: "administration", selects: { run: "own-work" } },
  "retention.set-municipality": {
    purpose: "administration",
    selects: { municipality: "own-work", was: "own-work" },
  },
  "retention.set-hold": retention,
  "retention.lift-hold": retention,
  "retention.propose-run": retention,
  "retention.approve-run": retention,
  "retention.withdraw-run": retention,
};
