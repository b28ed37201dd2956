import type { TextTable } from "./text.ts";

/** Texts of the list of what is due. */
export const myDayText = {
  title: { sv: "Min dag", en: "My day" },
  now: { sv: "Nu", en: "Now" },
  today: { sv: "I dag", en: "Today" },
  week: { sv: "Den här veckan", en: "This week" },
  later: { sv: "Senare", en: "Later" },
  waiting: { sv: "Väntar på andra", en: "Waiting for others" },
  showing: { sv: "Visar", en: "Showing" },
  mine: { sv: "mina ärenden", en: "my matters" },
  wholeUnit: { sv: "hela enheten", en: "the whole unit" },
  all: { sv: "allt", en: "everything" },
  onlyLate: { sv: "försenat", en: "late" },
  onlyStatutory: { sv: "lagens tider", en: "statutory times" },
  lateOne: { sv: "En sak är försenad.", en: "One thing is late." },
  lateMany: { sv: "{n} saker är försenade.", en: "{n} things are late." },
  todayOne: { sv: "En sak ska bli klar i dag.", en: "One thing is due today." },
  todayMany: { sv: "{n} saker ska bli klara i dag.", en: "{n} things are due today." },
  calm: {
    sv: "Inget är försenat och inget måste bli klart i dag.",
    en: "Nothing is late and nothing must be done today.",
  },
  unassignedOne: { sv: "Ett ärende saknar handläggare.", en: "One matter has no caseworker." },
  unassignedMany: { sv: "{n} ärenden saknar handläggare.", en: "{n} matters have no caseworker." },
  allocate: { sv: "Fördela", en: "Allocate" },
  more: { sv: "{n} till visas när de närmar sig.", en: "{n} more appear as they come closer." },
  showMore: { sv: "Visa {n} till", en: "Show {n} more" },
  gaps: {
    sv: "Vad uppföljningen saknar i mina ärenden",
    en: "What follow-up lacks in my matters",
  },
  drafts: { sv: "Påbörjat", en: "Begun" },
  protection: { sv: "Skydd att pröva", en: "Protection to examine" },
  protectionBy: { sv: "Pröva skyddet senast {day}", en: "Examine the protection by {day}" },
  protectionLate: { sv: "försenat", en: "late" },
  draftOf: { sv: "{document}, ändrat {when}", en: "{document}, changed {when}" },
  goOn: { sv: "Fortsätt", en: "Go on" },
  emptyTitle: { sv: "Här visas det du ska göra", en: "What you have to do shows here" },
  empty: {
    sv: "När en anmälan kommer in eller du får ett ärende står nästa steg här, med det mest brådskande överst.",
    en: "When a report comes in or you are given a matter, its next step stands here, the most pressing first.",
  },
  emptyUnit: {
    sv: "Enheten har inga tider som löper. De visas här när ett ärende fördelas hit.",
    en: "The unit has no running times. They show here when a matter is allocated to it.",
  },
  emptyFilter: {
    sv: "Inget i listan passar det valet.",
    en: "Nothing in the list fits that choice.",
  },
  standsInFor: {
    sv: "Du står in för {name} till och med {day}.",
    en: "You stand in for {name} until {day}.",
  },
  hasDuty: {
    sv: "{duty} i {unit} till och med {day}: det som ingen har fått än står här.",
    en: "{duty} in {unit} until {day}: what nobody has been given yet stands here.",
  },
  begin: { sv: "Ta emot en anmälan", en: "Receive a report" },
  keysHint: {
    sv: "j och k går mellan raderna, ? visar fler",
    en: "j and k move between rows, ? shows more",
  },
} satisfies TextTable;
