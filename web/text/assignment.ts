import type { TextTable } from "./text.ts";

/** Texts of the assignments that somebody outside the board carries out, and of linking them. */
export const assignmentText = {
  mine: { sv: "Mina uppdrag", en: "My assignments" },
  none: {
    sv: "Inget uppdrag är kopplat till dig just nu. Säg till den socialsekreterare som har gett dig uppdraget.",
    en: "No assignment is linked to you now. Tell the caseworker who has given you the assignment.",
  },
  linked: { sv: "kopplat till och med {until} av {by}", en: "linked until {until} by {by}" },
  lead: {
    sv: "Du ser uppdraget och planen som de lämnas till utföraren, och inget annat om barnet. Varje läsning antecknas.",
    en: "You see the assignment and the plan as they are given to the provider, and nothing else about the child. Every reading is noted.",
  },
  until: { sv: "Du når uppdraget till och med", en: "You reach the assignment until" },
  worker: { sv: "Socialsekreterare", en: "Caseworker" },
  nobody: { sv: "ingen just nu", en: "nobody now" },
  started: { sv: "Insatsen började", en: "The measure began" },
  next: { sv: "Följs upp", en: "To be followed up" },
  back: { sv: "Till mina uppdrag", en: "To my assignments" },
  given: { sv: "{day}", en: "{day}" },
  noDocuments: {
    sv: "Uppdraget är inte skrivet än. Fråga socialsekreteraren.",
    en: "The assignment has not been written yet. Ask the caseworker.",
  },
  stopped: {
    sv: "Dokumentet kan inte visas: något i det får utföraren inte se. Säg till socialsekreteraren.",
    en: "The document can't be shown: something in it must not be seen by the provider. Tell the caseworker.",
  },
  report: { sv: "Berätta hur det går", en: "Tell how it goes" },
  reportHelp: {
    sv: "Det du skriver läggs i barnets akt i ditt namn, och socialsekreteraren läser det där. Brådskande: ring.",
    en: "What you write is put in the child's file in your name, and the caseworker reads it there. If it is urgent: call.",
  },
  send: { sv: "Lämna återkopplingen", en: "Give the report" },
  sent: {
    sv: "Lämnad. Den står nu på socialsekreterarens lista.",
    en: "Given. It is on the caseworker's list now.",
  },
  unread: { sv: "inte läst än", en: "not read yet" },
  read: { sv: "läst {day}", en: "read on {day}" },
  reports: { sv: "Det du har lämnat", en: "What you have given" },
  // On the page of who reaches the file.
  performers: { sv: "Utförare som når uppdraget", en: "Providers who reach the assignment" },
  noPerformers: { sv: "Ingen.", en: "Nobody." },
  link: {
    sv: "{name}: {what}, {since}–{until}. Kopplat av {by} den {on}.",
    en: "{name}: {what}, {since}–{until}. Linked by {by} on {on}.",
  },
  linkWaits: {
    sv: "{name}: {what}, från den dag uppdraget lämnas till {until}. Kopplat av {by} den {on}.",
    en: "{name}: {what}, from the day the assignment is given until {until}. Linked by {by} on {on}.",
  },
  fromDay: { sv: "Från och med", en: "From and including" },
  end: { sv: "Avsluta kopplingen", en: "End the link" },
  doLinkTitle: {
    sv: "Koppla ett uppdrag till en utförare",
    en: "Link an assignment to a provider",
  },
  doLinkHelp: {
    sv: "Utföraren ser uppdraget och planen så som de lämnas till utföraren, och kan skriva återkoppling. Inget annat om barnet.",
    en: "The provider sees the assignment and the plan as they are given to the provider, and can report back. Nothing else about the child.",
  },
  whichMeasure: { sv: "Vilken insats?", en: "Which measure?" },
  toWhom: { sv: "Till vem?", en: "To whom?" },
  untilDay: { sv: "Till och med", en: "Until and including" },
  doLink: { sv: "Koppla uppdraget", en: "Link the assignment" },
  noAccounts: {
    sv: "Ingen har rollen utförare. Behörighetsadministratören lägger upp utföraren först.",
    en: "Nobody has the role of provider. The user administrator registers the provider first.",
  },
} satisfies TextTable;
