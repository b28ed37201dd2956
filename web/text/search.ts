import type { TextTable } from "./text.ts";

/** Texts of the search for a person. */
export const searchText = {
  title: { sv: "Sök", en: "Search" },
  lead: {
    sv: "Sök på namn, personnummer, samordningsnummer eller ärendenummer. Sökningen sparas inte i adressen.",
    en: "Search by name, personal number, coordination number or matter number. The search is not kept in the address.",
  },
  start: {
    sv: "Skriv minst två tecken i sökrutan. Träffarna visas här, med skälet till varje träff.",
    en: "Write at least two characters in the search box. Hits show here, with the reason for each.",
  },
  searching: { sv: "Söker …", en: "Searching …" },
  none: { sv: "Ingen träff", en: "Nothing found" },
  noneHelp: {
    sv: "Kontrollera stavningen eller sök på numret. Finns personen inte än läggs den upp när du tar emot en anmälan.",
    en: "Check the spelling or search by number. A person who is not here yet is added when you receive a report.",
  },
  one: { sv: "1 träff", en: "1 hit" },
  many: { sv: "{n} träffar", en: "{n} hits" },
  more: {
    sv: "Det finns fler träffar. Skriv mer av namnet.",
    en: "There are more hits. Write more of the name.",
  },
  asNumber: { sv: "Läst som nummer", en: "Read as a number" },
  asMatter: { sv: "Läst som ärendenummer", en: "Read as a matter number" },
  asName: { sv: "Läst som namn", en: "Read as a name" },
  running: { sv: "pågående utredning", en: "investigation running" },
  noFile: { sv: "Ingen akt", en: "No file" },
} satisfies TextTable;
