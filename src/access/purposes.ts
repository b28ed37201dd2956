import type { PurposeId } from "../contract/route.ts";
import { draftPurposes } from "./draft-purposes.ts";
import { logPurposes } from "./log-purposes.ts";
import { personPurposes } from "./person-purposes.ts";
import { accountPurposes } from "./account-purposes.ts";
import type { SelectionTerm } from "./purpose-terms.ts";
import { retentionPurposes } from "./retention-purposes.ts";

/** The entry of one route: its lawful purpose and, for each thing it selects by, the term. */
export interface PurposeEntry {
  readonly purpose: PurposeId;
  /** Parameter, query key or key of the body that selects, to its term. */
  readonly selects: Readonly<Record<string, SelectionTerm>>;
}

const command: PurposeEntry = {
  purpose: "case-handling",
  selects: { akt: "akt", matter: "matter", draft: "draft" },
};
const letter: PurposeEntry = {
  purpose: "case-handling",
  selects: {
    akt: "akt",
    matter: "matter",
    ids: "entry",
    data: "person",
    copy: "within-akt",
    together: "within-akt",
  },
};
/** About one part of one open document. */
const comment: PurposeEntry = {
  purpose: "case-handling",
  selects: {
    akt: "akt",
    matter: "matter",
    comment: "entry",
    place: "within-akt",
    words: "within-akt",
    met: "within-akt",
  },
};
/** Who is away and who has a function: colleagues, and nothing about children. */
const staffing: PurposeEntry = {
  purpose: "administration",
  selects: {
    absence: "own-work",
    staff: "own-work",
    substitute: "own-work",
    duty: "own-work",
    function: "own-work",
    holder: "own-work",
    unit: "own-work",
    from: "own-work",
    to: "own-work",
  },
};
/** What went wrong, and nothing about children. */
const incident: PurposeEntry = { purpose: "administration", selects: { incident: "own-work" } };
/** Which file of what was asked for. */
const file: PurposeEntry["selects"] = { kind: "content", part: "content" };
const table: PurposeEntry = {
  purpose: "follow-up",
  selects: {
    rows: "content",
    columns: "content",
    layers: "content",
    from: "content",
    to: "content",
    filters: "content",
    units: "content",
    series: "content",
    pool: "content",
    compare: "content",
    percent: "content",
    withMissing: "content",
  },
};

/** Indicators and reports: over a period and a unit. */
const indicators: PurposeEntry = {
  purpose: "follow-up",
  selects: { from: "content", to: "content", unit: "content" },
};
const report: PurposeEntry = { ...indicators, selects: { ...indicators.selects, name: "content" } };

/**
 * The register of purposes (SoLPuF 12 §): every route that is not a command on one akt. Commands are
 * case handling and select by akt and matter, see `purposeOf`.
 */
const register: Readonly<Record<string, PurposeEntry>> = {
  "basis.list-comments": {
    purpose: "case-handling",
    selects: { akt: "akt", matter: "matter" },
  },
  "basis.write-comment": comment,
  "basis.meet-comment": comment,
  ...accountPurposes,
  ...draftPurposes,
  ...logPurposes,
  "followup.make-table": table,
  "followup.download-table": {
    purpose: "follow-up",
    selects: { release: "content", ...file },
  },
  "followup.release-table": table,
  "followup.open-cell": {
    purpose: "follow-up",
    selects: { query: "content", row: "content", column: "content", layer: "content" },
  },
  "followup.read-release": { purpose: "follow-up", selects: { release: "content" } },
  "followup.read-catalogue": { purpose: "follow-up", selects: {} },
  "followup.download-codebook": { purpose: "follow-up", selects: file },
  "followup.read-fill": { purpose: "follow-up", selects: {} },
  "followup.read-overview": indicators,
  "followup.list-reports": { purpose: "follow-up", selects: {} },
  "followup.read-report": report,
  "followup.print-report": report,
  "followup.read-indicator": {
    ...indicators,
    selects: { ...indicators.selects, id: "content", by: "content" },
  },
  "followup.make-extract": { purpose: "follow-up", selects: { definition: "content" } },
  "followup.download-extract": { purpose: "follow-up", selects: { extract: "content", ...file } },
  "followup.ask-variables": { purpose: "follow-up", selects: { variables: "content" } },
  "intake.receive-application": {
    purpose: "reports-of-concern",
    selects: { children: "person", draft: "draft" },
  },
  "intake.receive-report": {
    purpose: "reports-of-concern",
    selects: { children: "person", draft: "draft" },
  },
  "letters.list-letters": { purpose: "case-handling", selects: { akt: "akt" } },
  "letters.preview-letter": letter,
  "letters.make-letter": letter,
  ...personPurposes,
  "print.make-print": {
    purpose: "case-handling",
    selects: {
      akt: "akt",
      what: "within-akt",
      item: "entry",
      entry: "entry",
      version: "within-akt",
      recipient: "person",
    },
  },
  "print.print-story": {
    purpose: "case-handling",
    selects: {
      akt: "akt",
      recipient: "person",
      matter: "matter",
      kind: "within-akt",
      from: "within-akt",
      to: "within-akt",
    },
  },
  "print.read-file": { purpose: "case-handling", selects: { file: "file" } },
  "sources.list-sources": {
    purpose: "case-handling",
    selects: { akt: "akt", matter: "matter" },
  },
  "sources.list-earlier": {
    purpose: "case-handling",
    selects: { akt: "akt", matter: "matter", document: "within-akt" },
  },
  "received.upload-file": {
    purpose: "case-handling",
    selects: { akt: "akt", matter: "matter" },
  },
  "received.receive-document": {
    purpose: "case-handling",
    selects: { upload: "file", children: "akt" },
  },
  "received.list-received": { purpose: "case-handling", selects: { akt: "akt" } },
  "received.make-copy": {
    purpose: "case-handling",
    selects: {
      akt: "akt",
      matter: "matter",
      received: "entry",
      recipient: "person",
      fromPage: "within-akt",
      toPage: "within-akt",
    },
  },
  "received.read-original": {
    purpose: "case-handling",
    selects: { file: "file", as: "within-akt" },
  },
  "record.move-entry": {
    purpose: "case-handling",
    selects: { akt: "akt", matter: "matter", entry: "entry", to: "akt" },
  },
  "reach.read-reach": { purpose: "case-handling", selects: { akt: "akt" } },
  "reach.list-opened": { purpose: "case-handling", selects: {} },
  "disclosure.list-disclosures": { purpose: "case-handling", selects: { akt: "akt" } },
  "disclosure.read-material": {
    purpose: "case-handling",
    selects: { akt: "akt", disclosure: "entry" },
  },
  "disclosure.make-copy": {
    purpose: "case-handling",
    selects: { akt: "akt", disclosure: "entry" },
  },
  "record.read-sealed": {
    purpose: "case-handling",
    selects: { akt: "akt", seq: "entry" },
  },
  "session.change-password": {
    purpose: "sign-in",
    selects: { old: "account", new: "account" },
  },
  "session.make-board": {
    purpose: "administration",
    selects: {
      code: "account",
      name: "own-work",
      units: "own-work",
      committee: "own-work",
      userAdministrator: "account",
      systemAdministrator: "account",
    },
  },
  "session.make-demo-board": {
    purpose: "administration",
    selects: { code: "account", size: "own-work" },
  },
  "session.read-copy-key": { purpose: "sign-in", selects: {} },
  "session.read-me": { purpose: "sign-in", selects: {} },
  "session.read-setup": { purpose: "administration", selects: {} },
  "session.sign-in": { purpose: "sign-in", selects: { username: "account" } },
  "session.sign-out": { purpose: "sign-in", selects: {} },
  "spec.list-staff": { purpose: "administration", selects: {} },
  "spec.read-spec": { purpose: "administration", selects: { digest: "spec" } },
  "incidents.note-incident": incident,
  "incidents.record-step": incident,
  "incidents.list-incidents": { purpose: "administration", selects: {} },
  ...retentionPurposes,
  "staffing.read-staffing": { purpose: "administration", selects: {} },
  "staffing.set-absence": staffing,
  "staffing.end-absence": staffing,
  "staffing.set-duty": staffing,
  "staffing.end-duty": staffing,
  "views.accesses": { purpose: "access-control", selects: { akt: "akt" } },
  "views.child-page": { purpose: "case-handling", selects: { akt: "akt" } },
  "views.chronology": {
    purpose: "case-handling",
    selects: {
      akt: "akt",
      matter: "matter",
      cursor: "within-akt",
      kind: "within-akt",
      from: "within-akt",
      to: "within-akt",
    },
  },
  "views.find-text": {
    purpose: "case-handling",
    // One open akt is looked through, as one would read it: nothing is selected by what it says.
    selects: { akt: "akt", text: "within-akt" },
  },
  "views.chronology-shape": { purpose: "case-handling", selects: { akt: "akt" } },
  "views.chronology-entry": {
    purpose: "case-handling",
    selects: { akt: "akt", seq: "entry" },
  },
  "views.handover": {
    purpose: "case-handling",
    selects: { akt: "akt", matter: "matter" },
  },
  "views.my-day": {
    purpose: "case-handling",
    selects: { scope: "own-work", show: "own-work" },
  },
  "views.my-gaps": { purpose: "case-handling", selects: {} },
  "views.network": { purpose: "case-handling", selects: { akt: "akt" } },
  "views.occasions": {
    purpose: "case-handling",
    selects: { akt: "akt", matter: "matter" },
  },
  "views.siblings": { purpose: "case-handling", selects: { akt: "akt" } },
  "views.unit-clocks": { purpose: "case-handling", selects: {} },
  // The unit's own matters, all of them: whose child has been heard is told of each, not chosen by.
  "views.unit-plan": { purpose: "case-handling", selects: {} },
};

/** The entry of a route; undefined for a route that is not in the register, which is then never served. */
export function purposeOf(route: {
  readonly id: string;
  readonly command?: string;
}): PurposeEntry | undefined {
  return route.command === undefined ? register[route.id] : command;
}
