import type { TextTable } from "./text.ts";

/** Words of duties with a day. The three classes follow the law: what lapses or is about safety, a statutory day, quality. */
export const clockText = {
  severityA: { sv: "Får inte missas", en: "Must not be missed" },
  severityB: { sv: "Lagens tid", en: "Statutory time" },
  severityC: { sv: "Riktmärke", en: "Target" },
  by: { sv: "senast {day}", en: "by {day}" },
  /** Where the last day of the law falls on a rest day, the days are told to the workday before. */
  workTo: { sv: "helst {target}, senast {day}", en: "preferably {target}, at the latest {day}" },
  lapsed: { sv: "har upphört", en: "has lapsed" },
  met: { sv: "klart {day}", en: "done {day}" },
  nobody: { sv: "Ingen handläggare", en: "No caseworker" },
  interpretation: { sv: "Tolkning av lagen", en: "A reading of the law" },
} satisfies TextTable;

/** Where a matter stands, by the phases the domain derives. */
export const phaseText = {
  received: {
    sv: "Mottagen, skyddsbedömning återstår",
    en: "Received, protection not yet assessed",
  },
  "protection-assessed": { sv: "Förhandsbedömning", en: "Preliminary assessment" },
  preliminary: { sv: "Förhandsbedömning", en: "Preliminary assessment" },
  "not-opened": { sv: "Utredning inleddes inte", en: "Investigation not opened" },
  linked: { sv: "Tillförd pågående utredning", en: "Added to a running investigation" },
  investigating: { sv: "Utredning pågår", en: "Investigation running" },
  "basis-fixed": {
    sv: "Underlaget är låst för kommunicering",
    en: "Basis fixed for communication",
  },
  communicated: { sv: "Underlaget är kommunicerat", en: "Basis communicated" },
  signed: { sv: "Underlaget är fastställt", en: "Basis made final" },
  decided: { sv: "Beslut är fattat", en: "Decision made" },
  "investigation-closed": { sv: "Utredningen är avslutad", en: "Investigation closed" },
  "follow-up-23": {
    sv: "Uppföljning av barnets situation",
    en: "Follow-up of the child's situation",
  },
  closed: { sv: "Avslutat", en: "Closed" },
  running: { sv: "Pågår", en: "Running" },
} satisfies TextTable;

/** Roles of staff and deciding bodies. */
export const roleText = {
  caseworker: { sv: "socialsekreterare", en: "caseworker" },
  assistant: { sv: "assistent", en: "assistant" },
  "unit-manager": { sv: "enhetschef", en: "unit manager" },
  registrator: { sv: "registrator", en: "registrator" },
  reception: { sv: "mottagare", en: "receptionist of reports" },
  "first-social-worker": { sv: "förste socialsekreterare", en: "first social worker" },
  "out-of-hours": { sv: "socialjour", en: "out-of-hours service" },
  "board-member": { sv: "ledamot", en: "board member" },
  secretary: { sv: "nämndsekreterare", en: "secretary of the board" },
  analyst: { sv: "uppföljningsansvarig", en: "follow-up analyst" },
  "log-reviewer": { sv: "loggranskare", en: "log reviewer" },
  "user-administrator": { sv: "behörighetsadministratör", en: "user administrator" },
  "system-administrator": { sv: "systemförvaltare", en: "system administrator" },
  trainer: { sv: "utbildare", en: "trainer" },
  inspector: { sv: "granskare", en: "inspector" },
  committee: { sv: "utskott", en: "committee" },
  board: { sv: "nämnd", en: "board" },
  chair: { sv: "ordförande", en: "chair" },
  provider: { sv: "utförare", en: "provider" },
} satisfies TextTable;
