import type { TextTable } from "./text.ts";

/** Words about a person wherever one is shown. */
export const personText = {
  age: { sv: "{n} år", en: "{n} years" },
  protected: { sv: "Skyddade personuppgifter", en: "Protected personal data" },
  mayBeSeenBy: { sv: "Får ses av {names}", en: "May be seen by {names}" },
  number: { sv: "Personnummer", en: "Personal number" },
  showNumber: { sv: "Visa numret", en: "Show the number" },
  hideNumber: { sv: "Dölj", en: "Hide" },
  numberWithheld: { sv: "får inte visas", en: "may not be shown" },
  details: { sv: "Uppgifter om {name}", en: "Details of {name}" },
  noDetails: { sv: "Inget är antecknat.", en: "Nothing is recorded." },
  origin: { sv: "{field}: från {day}, källa {source}", en: "{field}: from {day}, source {source}" },
  change: { sv: "Ändra grunduppgifter", en: "Change basic data" },
  withheld: { sv: "En del uppgifter får du inte se.", en: "Some of the data you may not see." },
  logged: {
    sv: "Att du öppnade uppgifterna är loggat.",
    en: "That you opened these details has been logged.",
  },
} satisfies TextTable;

/** Kinds of relation, read "is … of the child". An unknown kind is shown as it is. */
export const relationText = {
  child: { sv: "barnet", en: "the child" },
  guardian: { sv: "vårdnadshavare", en: "guardian" },
  "special-guardian": {
    sv: "särskilt förordnad vårdnadshavare",
    en: "specially appointed guardian",
  },
  "good-man": { sv: "god man", en: "legal representative" },
  parent: { sv: "förälder", en: "parent" },
  sibling: { sv: "syskon", en: "sibling" },
  partner: { sv: "sambo eller partner", en: "partner" },
  grandparent: { sv: "mor- eller farförälder", en: "grandparent" },
  relative: { sv: "annan närstående", en: "another relative" },
  network: { sv: "viktig person i nätverket", en: "important person of the network" },
  home: { sv: "barnet bor här", en: "the child lives here" },
  "shared-home": { sv: "barnet bor växelvis här", en: "the child lives here in turns" },
  other: { sv: "annan", en: "other" },
} satisfies TextTable;
