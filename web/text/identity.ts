import type { TextTable } from "./text.ts";

/** Words about who a person is: numbers, and records of the same person. */
export const identityText = {
  earlier: { sv: "Tidigare nummer: {numbers}", en: "Earlier numbers: {numbers}" },
  mistaken: {
    sv: "{number} registrerades av misstag. Rättat {day}.",
    en: "{number} was registered by mistake. Mended {day}.",
  },
  joined: {
    sv: "Sammanförd {day} med posten {numbers}.",
    en: "Joined {day} with the record {numbers}.",
  },
  partOf: {
    sv: "Den här posten är sammanförd med en annan post om samma person. Ändringar görs där.",
    en: "This record has been joined to another record of the same person. Changes are made there.",
  },
  mend: { sv: "Rätta numret", en: "Mend the number" },
  mendLead: {
    sv: "För ett nummer som var fel från början. Det visas som ett misstag och kan ges till den det hör till. Allt annat står kvar.",
    en: "For a number that was wrong from the beginning. It is shown as a mistake and can be given to whom it belongs. All else stays.",
  },
  newNumber: { sv: "Nytt nummer", en: "New number" },
  newLead: {
    sv: "För den som har fått ett samordningsnummer eller personnummer. Det gamla numret blir historik.",
    en: "For somebody who got a coordination number or a personal number. The old one becomes history.",
  },
  right: { sv: "Rätt nummer", en: "The right number" },
  rightHelp: {
    sv: "ÅÅÅÅMMDD-NNNN. Tomt om ingen vet det ännu.",
    en: "YYYYMMDD-NNNN. Empty if nobody knows it yet.",
  },
  given: { sv: "Numret", en: "The number" },
  givenHelp: { sv: "ÅÅÅÅMMDD-NNNN", en: "YYYYMMDD-NNNN" },
  takenBy: {
    sv: "Numret står på en annan post. Är det samma person, för samman posterna. Har två personer fått varandras nummer, låt numren byta plats.",
    en: "The number stands on another record. If it is the same person, join the records. If two persons got each other's numbers, let the numbers change places.",
  },
  swap: { sv: "Byt nummer mellan dem", en: "Exchange their numbers" },
  same: { sv: "Samma person", en: "The same person" },
  join: { sv: "För samman två poster", en: "Join two records" },
  joinLead: {
    sv: "För två poster om samma person. Nummer, uppgifter och relationer samlas här, akterna visar varandra, och den strängaste skyddsnivån gäller båda. Det kan tas tillbaka.",
    en: "For two records of the same person. Numbers, data and relations are gathered here, the files show each other, and the strictest protection holds for both. It can be taken back.",
  },
  whoElse: { sv: "Vilken är den andra posten?", en: "Which is the other record?" },
  part: { sv: "Ta isär", en: "Take apart" },
  partLead: {
    sv: "Båda posterna blir som de hade varit utan sammanföringen. Det som har registrerats sedan dess står kvar.",
    en: "Both records become what they would have been without the joining. What has been recorded since stays.",
  },
  mayBeSame: { sv: "Kan vara samma person", en: "May be the same person" },
  mayBeSameLead: {
    sv: "Jämför innan du går vidare. Två poster om ett barn ger två akter.",
    en: "Compare before you go on. Two records of one child give two files.",
  },
  mayBeTwins: { sv: "Kan vara tvillingar", en: "May be twins" },
  twinsLead: {
    sv: "Två personer med samma födelsedag och liknande namn. Kontrollera att numren hör till rätt person.",
    en: "Two persons with the same birthday and like names. Check that each has its own number.",
  },
  bornOn: { sv: "född {day}", en: "born {day}" },
  thisOne: { sv: "Det är samma person", en: "It is the same person" },
  registerAnyway: { sv: "Det är någon annan: lägg till", en: "It is somebody else: add" },
  why: { sv: "Varför?", en: "Why?" },
  other: { sv: "Välj en annan", en: "Choose another" },
} satisfies TextTable;
