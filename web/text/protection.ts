import type { TextTable } from "./text.ts";

/** Texts of the page about somebody's protected personal data. */
export const protectionText = {
  title: { sv: "Skydd, {name}", en: "Protection, {name}" },
  banner: { sv: "Skyddade personuppgifter", en: "Protected personal data" },
  bannerHelp: {
    sv: "Säg eller skriv ingenting som visar var personen finns: adress, telefon, skola, platser, tider och bilder. Kopior och brev granskas, men det du skriver för hand läser andra.",
    en: "Say or write nothing that shows where the person is: address, telephone, school, places, times and pictures. Copies and letters are examined, but others read what you write by hand.",
  },
  none: { sv: "Inget skydd är antecknat.", en: "No protection has been recorded." },
  through: {
    sv: "Skyddas genom {name}, som barnet bor med. Det är härlett och upphör när barnet inte bor där längre, eller när den vuxna inte längre har skydd.",
    en: "Protected through {name}, whom the child lives with. It is derived, and ends when the child lives there no longer or the adult is protected no more.",
  },
  own: { sv: "Skyddet", en: "The protection" },
  level: { sv: "Skydd", en: "Protection" },
  provision: { sv: "Stöd", en: "Rests on" },
  authority: { sv: "Beslutat av", en: "Decided by" },
  decidedOn: { sv: "Beslutsdag", en: "Day of the decision" },
  validFrom: { sv: "Gäller från", en: "Holds from" },
  until: { sv: "Gäller till och med", en: "Holds until" },
  setBy: { sv: "Antecknat av", en: "Recorded by" },
  setByOn: { sv: "{name}, {day}", en: "{name}, {day}" },
  review: { sv: "Ska prövas senast", en: "To be examined by" },
  late: { sv: "försenat", en: "late" },
  unsaid: { sv: "inte angivet", en: "not given" },
  change: { sv: "Ändra eller pröva skyddet", en: "Change or examine the protection" },
  earlier: { sv: "Tidigare och andra skydd", en: "Earlier and other protection" },
  earlierLine: { sv: "{level}, från {day}", en: "{level}, from {day}" },
  who: { sv: "Vilka som får se personen", en: "Who may see the person" },
  whoNamed: {
    sv: "Bara de namngivna, och chefen för enheten som har ärendet.",
    en: "Only those named, and the manager of the unit that has the matter.",
  },
  whoMatter: {
    sv: "Bara de som har ärendet, den som vikarierar för dem och chefen för enheten.",
    en: "Only those who have the matter, whoever stands in for them and the manager of the unit.",
  },
  named: { sv: "namngiven", en: "named" },
  personLine: { sv: "{name}: {tie}", en: "{name}: {tie}" },
  hidden: { sv: "Adress, telefon och skola", en: "Address, telephone and school" },
  hiddenFromAll: {
    sv: "Visas i kopior och brev bara för den som barnet bor med.",
    en: "Shown in copies and letters only to whom the child lives with.",
  },
  hiddenFrom: { sv: "Visas särskilt inte för {names}.", en: "In particular not shown to {names}." },
  choose: { sv: "Öppna bara för namngivna", en: "Open only to those named" },
  chooseHelp: {
    sv: "Av dem som har en uppgift i ärendet kan bara de ikryssade öppna personen; alla andra stängs ute genast, utom chefen för enheten. Ett kryss ger ingen en uppgift: den som saknar en får ärendet öppnat under Vem når akten. Utan kryss gäller de som har ärendet.",
    en: "Of those with a task in the matter only the ticked can open the person; all others are closed out at once, but for the manager of the unit. A tick gives nobody a task: whoever has none gets the matter opened under Who reaches the file. Without ticks it is those who have the matter.",
  },
  save: { sv: "Spara vilka som får se", en: "Save who may see" },
  saving: { sv: "Sparar …", en: "Saving …" },
  saved: { sv: "Sparat.", en: "Saved." },
  back: { sv: "Till barnets sida", en: "To the child's page" },
  link: {
    sv: "Skydd: vem som har beslutat, till när och vilka som får se",
    en: "Protection: who decided, until when and who may see",
  },
} as const satisfies TextTable;
