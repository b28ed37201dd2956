import type { TextTable } from "./text.ts";

/** Texts of the page about incidents. */
export const incidentsText = {
  title: { sv: "Incidenter", en: "Incidents" },
  lead: {
    sv: "När personuppgifter har röjts, ändrats eller försvunnit, eller systemet har angripits. Timmarna räknas från när det blev känt. Skriv inga namn här.",
    en: "When personal data were disclosed, changed or lost, or the system was attacked. The hours are counted from when it became known. Write no names here.",
  },
  newOne: { sv: "Anteckna en incident", en: "Note an incident" },
  askManager: {
    sv: "Incidenter antecknas av dem som arbetar med ärenden och av administratörerna. Säg till en chef eller en administratör genast.",
    en: "Incidents are noted by those who work with matters and by the administrators. Tell a manager or an administrator at once.",
  },
  note: { sv: "Anteckna incidenten", en: "Note the incident" },
  noted: {
    sv: "Antecknat. Chefen och administratörerna ser den nu.",
    en: "Noted. The manager and the administrators see it now.",
  },
  running: { sv: "Antecknade incidenter", en: "Incidents noted" },
  none: { sv: "Ingen är antecknad", en: "None has been noted" },
  noneHelp: {
    sv: "Här visas varje incident med det som ska göras, och när.",
    en: "Incidents stand here with what is to be done, and when.",
  },
  known: { sv: "Känd {at}, antecknad av {by}", en: "Known {at}, noted by {by}" },
  closed: { sv: "avslutad", en: "closed" },
  duties: { sv: "Ska göras", en: "To be done" },
  by: { sv: "senast {due}", en: "by {due}" },
  done: { sv: "gjort", en: "done" },
  late: { sv: "för sent", en: "too late" },
  doneLate: { sv: "gjort för sent", en: "done too late" },
  open: { sv: "återstår", en: "remains" },
  steps: { sv: "Vad som har gjorts", en: "What has been done" },
  noSteps: { sv: "Inget är antecknat än.", en: "Nothing has been noted yet." },
  step: { sv: "Anteckna ett steg", en: "Note a step" },
  noteStep: { sv: "Anteckna steget", en: "Note the step" },
} as const satisfies TextTable;
