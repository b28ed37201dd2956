import type { TextTable } from "./text.ts";

/** Texts of the checks of the access log. */
export const logReviewText = {
  title: { sv: "Loggkontroll", en: "Check of the log" },
  lead: {
    sv: "Åtkomst kontrolleras systematiskt och återkommande: {law}. Kontrollen tar alla rader som har ett tecken att fråga om och ett slumpvis urval av de andra. Egna rader kontrolleras av någon annan.",
    en: "Access is checked systematically and again and again: {law}. A check takes all rows with a reason to ask and a random sample of the others. One's own rows are checked by somebody else.",
  },
  nextBy: {
    sv: "Nästa kontroll ska vara påbörjad senast {day} ({often}).",
    en: "The next check is to be begun by {day} ({often}).",
  },
  everyMonth: { sv: "varje månad", en: "every month" },
  everyOtherMonth: { sv: "varannan månad", en: "every second month" },
  everyMonths: { sv: "var {n}:e månad", en: "every {n} months" },
  settings: { sv: "Så kontrolleras och sparas loggen", en: "How the log is checked and kept" },
  settingsLead: {
    sv: "Nämnden har beslutat. Du kan kontrollera oftare och spara längre, men inte glesare eller kortare: det beslutar nämnden, och systemförvaltaren för in det.",
    en: "The board has decided. You can check oftener and keep longer, but not rarer or shorter: that the board decides, and the system administrator enters it.",
  },
  settingMonths: { sv: "Månader mellan kontrollerna, högst", en: "Months between checks, at most" },
  settingYears: { sv: "År som loggen sparas, minst", en: "Years the log is kept, at least" },
  settingSample: {
    sv: "Varje kontroll tar alla rader med ett tecken och {n} slumpvis valda av de andra.",
    en: "Each check takes every row with a reason to ask and {n} of the others, drawn at random.",
  },
  settingNames: {
    sv: "Utdraget till barnet och vårdnadshavarna namnger medarbetarna.",
    en: "The extract for the child and guardians names colleagues.",
  },
  settingNoNames: {
    sv: "Utdraget till barnet och vårdnadshavarna säger funktion och enhet, inte namn.",
    en: "The extract for the child and guardians says function and unit, not names.",
  },
  settingSave: { sv: "Spara", en: "Save" },
  settingSaved: { sv: "Sparat. Det gäller från nu.", en: "Saved. It holds from now on." },
  late: { sv: "försenad", en: "late" },
  from: { sv: "Från", en: "From" },
  to: { sv: "Till", en: "To" },
  start: { sv: "Påbörja kontrollen", en: "Begin the check" },
  starting: { sv: "Påbörjar …", en: "Beginning …" },
  goOn: { sv: "Fortsätt kontrollen {from} – {to}", en: "Go on with the check {from} – {to}" },
  earlier: { sv: "Tidigare kontroller", en: "Earlier checks" },
  none: { sv: "Ingen kontroll är gjord ännu", en: "No check has been made yet" },
  noneHelp: {
    sv: "Här visas varje signerad kontroll med datum, vem som gjorde den och vad den visade.",
    en: "Every signed check shows here with its date, who made it and what it showed.",
  },
  period: { sv: "Period", en: "Period" },
  signed: { sv: "Signerad", en: "Signed off" },
  signedBy: { sv: "{by} {at}", en: "{by} {at}" },
  rows: { sv: "Rader", en: "Rows" },
  row: { sv: "Rad", en: "Row" },
  expected: { sv: "Som väntat", en: "As expected" },
  asked: { sv: "Frågat", en: "Asked" },
  unauthorised: { sv: "Obehörig", en: "Unauthorised" },
  note: { sv: "Anteckning", en: "Note" },
  notSigned: { sv: "inte signerad", en: "not signed off" },
  open: { sv: "Visa", en: "Show" },
  back: { sv: "Alla kontroller", en: "All checks" },
  drawn: {
    sv: "{n} rader: alla med ett tecken, och ett urval draget ur {of} andra med talet {seed}.",
    en: "{n} rows: all with a reason to ask, and a sample drawn from {of} others by the number {seed}.",
  },
  leftOut: {
    sv: "{n} egna rader är utelämnade: de kontrolleras av någon annan.",
    en: "{n} rows of your own are left out: somebody else checks them.",
  },
  left: { sv: "{n} rader kvar att bedöma.", en: "{n} rows left to judge." },
  caption: { sv: "Rader att bedöma", en: "Rows to judge" },
  day: { sv: "Dag", en: "Day" },
  who: { sv: "Vem", en: "Who" },
  child: { sv: "Barn", en: "Child" },
  noChild: { sv: "sökningar", en: "searches" },
  what: { sv: "Vad", en: "What" },
  hints: { sv: "Tecken", en: "Reasons to ask" },
  noHints: { sv: "slumpvis vald", en: "drawn at random" },
  verdict: { sv: "Bedömning", en: "Verdict" },
  unjudged: { sv: "inte bedömd", en: "not judged" },
  verdictOf: { sv: "Bedömning av rad {n}", en: "Verdict on row {n}" },
  choose: { sv: "Välj", en: "Choose" },
  noteOf: { sv: "Anteckning till rad {n}", en: "Note on row {n}" },
  save: { sv: "Spara", en: "Save" },
  saveOf: { sv: "Spara rad {n}", en: "Save row {n}" },
  sign: { sv: "Signera kontrollen", en: "Sign the check off" },
  signLead: {
    sv: "Efter signering ändras inget. Skriv vad kontrollen visade och vad som görs åt det.",
    en: "After that nothing changes. Write what the check showed and what is done about it.",
  },
  signing: { sv: "Signerar …", en: "Signing …" },
  fill: { sv: "Skriv vad kontrollen visade.", en: "Write what the check showed." },
  noteNeeded: { sv: "Skriv vad svaret blev.", en: "Write what the answer was." },
  print: { sv: "Skriv ut", en: "Print" },
} as const satisfies TextTable;

/** How often the log is checked: the id of its words, which take the number of months. */
export function howOften(months: number): "everyMonth" | "everyOtherMonth" | "everyMonths" {
  if (months === 1) return "everyMonth";
  return months === 2 ? "everyOtherMonth" : "everyMonths";
}
