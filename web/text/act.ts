import type { TextTable } from "./text.ts";

/** Texts around the forms of acts and documents. */
export const actText = {
  back: { sv: "Till barnets sida", en: "To the child's page" },
  decider: { sv: "Beslutsfattare", en: "Decided by" },
  deciderHelp: {
    sv: "Du själv, om delegationsordningen ger dig rätten, eller det organ som har fattat beslutet.",
    en: "Yourself, where the delegation order gives you the right, or the body that made the decision.",
  },
  askDecider: {
    sv: "Får också besluta, och gör det själv på den här sidan: {names}.",
    en: "May decide too, and does it in person on this page: {names}.",
  },
  othersRecord: { sv: "Händelser som andra registrerar", en: "Events that others record" },
  investigator: { sv: "Utredare", en: "Investigator" },
  coInvestigator: { sv: "Medutredare", en: "Co-investigator" },
  nobody: { sv: "Ingen vald", en: "Nobody chosen" },
  submitting: { sv: "Skickar …", en: "Sending …" },
  sign: { sv: "Signera", en: "Sign" },
  planQuestions: { sv: "Frågor i utredningsplanen", en: "Questions of the investigation plan" },
  "effect.plan.make": {
    sv: "Planen sparas i akten. Den går att ändra med en ny version.",
    en: "The plan is kept in the file. It can be changed with a new version.",
  },
  "effect.plan.revise": {
    sv: "Den ändrade planen blir en ny version. Den tidigare finns kvar.",
    en: "The changed plan becomes a new version. The earlier one stays.",
  },
  noOccasions: {
    sv: "Inget samtal, möte eller besök med barnet är registrerat under utredningen.",
    en: "No talk, meeting or visit with the child is recorded during the investigation.",
  },
  occasionCorrected: { sv: "Rättad efteråt", en: "Corrected afterwards" },
  fix: { sv: "Lås för kommunicering", en: "Fix for communication" },
  finalise: { sv: "Fastställ", en: "Make final" },
  errorsTitle: { sv: "Det här behöver rättas", en: "This needs to be corrected" },
  reasonsTitle: { sv: "Ange skäl för att gå vidare", en: "Give a reason to go on" },
  reasonFor: { sv: "Ditt skäl", en: "Your reason" },
  nothingLost: {
    sv: "Ingen kontakt med servern. Inget har gått förlorat. Försök igen, det blir inte dubbelt.",
    en: "No contact with the server. Nothing is lost. Try again, it will not be done twice.",
  },
  tryAgain: { sv: "Försök igen", en: "Try again" },
  missingTitle: {
    sv: "Det här saknas innan steget kan göras",
    en: "This is missing before the step can be done",
  },
  effect: { sv: "Det här händer", en: "What happens" },
  "effect.investigation.open": {
    sv: "Utredningstiden börjar löpa i dag. De som berörs ska informeras.",
    en: "The time for the investigation starts today. Those concerned must be told.",
  },
  "effect.investigation.not-open": {
    sv: "Ingen utredning inleds. Beslutet kan inte ångras, men en ny anmälan prövas på nytt.",
    en: "No investigation is opened. The decision cannot be undone; a new report is tried anew.",
  },
  "effect.decision.make": {
    sv: "Beslutet gäller från beslutsdagen. Parterna ska underrättas. Ett beslut ändras bara genom ett nytt beslut.",
    en: "The decision applies from its day. The parties must be notified. A decision is changed only by a new decision.",
  },
  "effect.investigation.close": {
    sv: "Utredningen avslutas. Nya uppgifter prövas som en ny anmälan.",
    en: "The investigation closes. New information is tried as a new report.",
  },
  "effect.basis.sign": {
    sv: "Underlaget blir en handling som inte kan ändras. Rättelser görs i en ny version.",
    en: "The basis becomes a record that cannot be changed. Corrections are made in a new version.",
  },
  "effect.basis.fix": {
    sv: "Den här versionen är den som parterna får läsa. Du kan fortsätta skriva i en ny version.",
    en: "This version is the one the parties will read. You can go on writing in a new version.",
  },
  toUnit: { sv: "Till enheten", en: "To the unit" },
  chooseUnit: { sv: "Välj enhet …", en: "Choose a unit …" },
  "effect.matter.hand-over": {
    sv: "Ärendet och dess tider stannar här tills den andra enhetens chef har tagit emot det. Chefen kan läsa det från nu.",
    en: "The matter and its times stay here until the manager of the other unit has received it. The manager can read it from now on.",
  },
  "effect.matter.hand-back": {
    sv: "Ärendet stannar hos den enhet som lämnade över det, som ser vad du har skrivit.",
    en: "The matter stays with the unit that handed it over, which sees what you have written.",
  },
  outline: { sv: "Innehåll", en: "Contents" },
  remains: { sv: "Det här återstår", en: "What remains" },
  lawDemands: { sv: "Lagen kräver", en: "The law demands" },
  followUpNeeds: { sv: "Uppföljningen behöver", en: "Follow-up needs" },
  goodPractice: { sv: "God praxis", en: "Good practice" },
  nothingRemains: { sv: "Inget återstår.", en: "Nothing remains." },
  statementHere: { sv: "1 uppgift", en: "1 statement" },
  statementsHere: { sv: "{n} uppgifter", en: "{n} statements" },
  nothingHere: { sv: "Inget skrivet", en: "Nothing written" },
  guidance: { sv: "Stöd", en: "Guidance" },
  earlier: { sv: "Tidigare skrivet", en: "Written earlier" },
  print: { sv: "Skriv ut", en: "Print" },
  done: { sv: "Klart: {what}", en: "Done: {what}" },
} satisfies TextTable;
