import type { TextTable } from "./text.ts";

/** Texts of opening an akt in an emergency and of following that up. */
export const glassText = {
  open: { sv: "Öppna i nödläge", en: "Open in an emergency" },
  lead: {
    sv: "Måste du läsa nu för att skydda ett barn kan du öppna akten i {hours} timmar, bara för att läsa. Skälet, och allt du ser, antecknas. Enhetschefen får veta det genast och någon annan än du följer upp det inom {days} dagar ({law}).",
    en: "If you must read now to protect a child, you can open the file for {hours} hours, to read only. The reason, and everything you see, is noted. The unit manager is told at once and somebody other than you follows it up within {days} days ({law}).",
  },
  kind: { sv: "Vad gäller det", en: "What is it about" },
  choose: { sv: "Välj", en: "Choose" },
  reason: { sv: "Varför behöver du läsa", en: "Why do you have to read" },
  reasonHelp: {
    sv: "Skriv så att den som följer upp förstår, minst {n} tecken.",
    en: "Write so that whoever follows it up understands, at least {n} characters.",
  },
  doOpen: { sv: "Öppna akten i {hours} timmar", en: "Open the file for {hours} hours" },
  sending: { sv: "Öppnar …", en: "Opening …" },
  until: {
    sv: "Öppnad i nödläge till {time}. Du läser utan uppgift i ärendet; det följs upp av någon annan.",
    en: "Opened in an emergency until {time}. You read without a task in the matter; somebody else follows it up.",
  },
  title: { sv: "Öppnade i nödläge", en: "Opened in an emergency" },
  listLead: {
    sv: "Akter som någon har öppnat utan uppgift i ärendet. Var och en följs upp av någon annan än den som öppnade: {law}.",
    en: "Files that somebody has opened without a task in the matter. Each is followed up by somebody other than who opened it: {law}.",
  },
  waiting: { sv: "Att följa upp", en: "To follow up" },
  done: { sv: "Uppföljda det senaste året", en: "Followed up in the last year" },
  nothing: { sv: "Inget att följa upp", en: "Nothing to follow up" },
  nothingHelp: {
    sv: "När någon öppnar en akt i nödläge visas det här, med skälet.",
    en: "When somebody opens a file in an emergency it shows here, with the reason.",
  },
  opened: { sv: "{by} öppnade {when}, till {until}", en: "{by} opened {when}, until {until}" },
  looks: { sv: "Läste {n} gånger.", en: "Read {n} times." },
  looksNone: { sv: "Läste inget.", en: "Read nothing." },
  given: { sv: "Skäl", en: "Reason" },
  followUpBy: { sv: "Följs upp senast {day}", en: "To be followed up by {day}" },
  late: { sv: "försenad", en: "late" },
  mine: {
    sv: "Du öppnade själv: någon annan följer upp.",
    en: "You opened it: somebody else follows up.",
  },
  outcome: { sv: "Var det befogat", en: "Was it justified" },
  note: { sv: "Vad uppföljningen visade", en: "What the follow-up showed" },
  save: { sv: "Spara uppföljningen", en: "Save the follow-up" },
  saving: { sv: "Sparar …", en: "Saving …" },
  fill: { sv: "Fyll i.", en: "Fill this in." },
  found: { sv: "{outcome}, {by} {when}", en: "{outcome}, {by} {when}" },
  who: { sv: "Vem har läst", en: "Who has read" },
  one: {
    sv: "En akt är öppnad i nödläge och ska följas upp.",
    en: "One file was opened in an emergency and is to be followed up.",
  },
  many: {
    sv: "{n} akter är öppnade i nödläge och ska följas upp.",
    en: "{n} files were opened in an emergency and are to be followed up.",
  },
  lateMany: { sv: "{n} är försenade.", en: "{n} are late." },
  follow: { sv: "Följ upp", en: "Follow up" },
} as const satisfies TextTable;
