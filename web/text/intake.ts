import type { TextTable } from "./text.ts";

/** Texts of the page that receives a report. */
export const intakeText = {
  title: { sv: "Ta emot", en: "Receive" },
  lead: {
    sv: "Skriv det som har kommit in. Du kan spara med nästan ingenting ifyllt och fortsätta senare.",
    en: "Write what has come in. You can save with almost nothing filled in and go on later.",
  },
  text: { sv: "Vad som har kommit in", en: "What has come in" },
  common: { sv: "Det som gäller alla barnen", en: "What concerns all the children" },
  commonOne: { sv: "Anmälan, så som den lämnades", en: "The report, as it was given" },
  onlyChild: { sv: "Bara om {name}", en: "Only about {name}" },
  onlyChildHelp: { sv: "Sparas bara i det barnets akt.", en: "Kept only in this child's file." },
  children: { sv: "Barn som anmälan gäller", en: "Children the report is about" },
  search: {
    sv: "Sök barnet först: namn eller nummer",
    en: "Search for the child first: name or number",
  },
  searchHelp: {
    sv: "Personnummer skrivs ÅÅÅÅMMDD-NNNN. Namn: förnamn efternamn.",
    en: "Personal numbers are written YYYYMMDD-NNNN. Names: given name family name.",
  },
  searching: { sv: "Söker …", en: "Searching …" },
  noHits: {
    sv: "Ingen träff. Kontrollera stavningen eller registrera en ny person.",
    en: "Nothing found. Check the spelling or register a new person.",
  },
  choose: { sv: "Välj", en: "Choose" },
  remove: { sv: "Ta bort {name}", en: "Remove {name}" },
  running: {
    sv: "pågående utredning: anmälan tillförs den",
    en: "investigation running: the report joins it",
  },
  newPerson: { sv: "Registrera ny person", en: "Register a new person" },
  save: { sv: "Ta emot anmälan", en: "Receive the report" },
  register: { sv: "Registrera", en: "Register" },
  cancel: { sv: "Avbryt", en: "Cancel" },
  given: { sv: "Förnamn", en: "Given name" },
  family: { sv: "Efternamn", en: "Family name" },
  number: { sv: "Personnummer eller samordningsnummer", en: "Personal or coordination number" },
  numberHelp: {
    sv: "Lämna tomt om det inte är känt. Då ges ett tillfälligt id.",
    en: "Leave empty when not known. A provisional id is then given.",
  },
  birth: { sv: "Födelsedag", en: "Date of birth" },
  reporter: { sv: "Vem som anmäler", en: "Who reports" },
  arrival: { sv: "När och hur den kom in", en: "When and how it came in" },
  what: { sv: "Vad det gäller", en: "What it is about" },
  protection: { sv: "Omedelbar skyddsbedömning", en: "Immediate protection assessment" },
  protectionOf: { sv: "Skyddsbedömning för {name}", en: "Protection assessment of {name}" },
  protectionDue: {
    sv: "Ska vara gjord i dag. Du kan göra den här, eller ta emot anmälan nu och göra den senare i dag.",
    en: "To be done today. You can make it here, or receive the report now and make it later today.",
  },
  makeNow: { sv: "Gör bedömningen nu", en: "Make the assessment now" },
  received: { sv: "Anmälan är mottagen", en: "The report is received" },
  receivedOne: {
    sv: "Den är registrerad i barnets akt och tiderna löper.",
    en: "It is registered in the child's file and the clocks are running.",
  },
  receivedMany: {
    sv: "Den är registrerad i {n} barns akter, var för sig. Tiderna löper.",
    en: "It is registered in {n} children's files, each by itself. The clocks are running.",
  },
  open: { sv: "Öppna {name}", en: "Open {name}" },
  another: { sv: "Ta emot en till", en: "Receive another" },
  protectedHit: { sv: "Skyddade personuppgifter", en: "Protected personal data" },
} satisfies TextTable;
