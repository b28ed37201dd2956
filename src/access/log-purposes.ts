import type { PurposeEntry } from "./purposes.ts";

/** The routes of the access log, of its checks and of opening in an emergency. */
export const logPurposes: Readonly<Record<string, PurposeEntry>> = {
  "print.print-accesses": {
    purpose: "access-control",
    selects: { akt: "akt", recipient: "entry", from: "log-period", to: "log-period" },
  },
  "log-review.list-reviews": { purpose: "access-control", selects: {} },
  "log-review.read-review": { purpose: "access-control", selects: { review: "entry" } },
  "log-review.start-review": {
    purpose: "access-control",
    selects: { review: "entry", from: "log-period", to: "log-period" },
  },
  "log-review.tighten-log": {
    purpose: "access-control",
    selects: { reviewMonths: "entry", keepYears: "entry" },
  },
  "log-review.judge-row": {
    purpose: "access-control",
    selects: { review: "entry", row: "entry", verdict: "entry", note: "entry" },
  },
  "log-review.sign-review": {
    purpose: "access-control",
    selects: { review: "entry", note: "entry" },
  },
  "assignments.list-assignments": { purpose: "case-handling", selects: {} },
  "assignments.read-assignment": {
    purpose: "case-handling",
    selects: { akt: "akt", measure: "within-akt" },
  },
  "assignments.write-report": {
    purpose: "case-handling",
    selects: { akt: "akt", measure: "within-akt", report: "entry" },
  },
  "glass.glass-offer": { purpose: "case-handling", selects: {} },
  "glass.open-glass": {
    purpose: "case-handling",
    selects: { akt: "akt", opening: "entry", kind: "within-akt", reason: "entry" },
  },
  "glass.list-glass": { purpose: "access-control", selects: {} },
  "glass.review-glass": {
    purpose: "access-control",
    selects: { akt: "akt", opening: "entry", outcome: "entry", note: "entry" },
  },
};
