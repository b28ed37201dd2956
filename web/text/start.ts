import type { TextTable } from "./text.ts";

/** Texts of the first page of those who run the system and work with no matters. */
export const startText = {
  title: { sv: "Start", en: "Start" },
  signedIn: {
    sv: "Du är inloggad som {role} i {board}.",
    en: "You are signed in as {role} of {board}.",
  },
  leadRuns: {
    sv: "Du sköter systemet och ser därför varken barn eller ärenden. Det gör bara de som arbetar med dem.",
    en: "You run the system and so see neither children nor matters. Only those who work with them do.",
  },
  leadReader: {
    sv: "Du läser de ärenden som en chef har öppnat för dig, så länge de är öppna. Varje läsning antecknas.",
    en: "You read the matters that a manager has opened for you, as long as they are open. Every reading is noted.",
  },
  leadPerforms: {
    sv: "Du ser de uppdrag som är kopplade till dig, så länge de gäller, och inget annat. Varje läsning antecknas.",
    en: "You see the assignments that are linked to you, as long as they hold, and nothing else. Every reading is noted.",
  },
  leadReviews: {
    sv: "Du granskar vem som har läst, och ser därför inte vad som står i akterna.",
    en: "You review who has read, and so do not see what stands in the files.",
  },
  leadNothing: {
    sv: "Ingenting väntar på dig här just nu.",
    en: "Nothing waits for you here now.",
  },
  staffing: { sv: "När någon är borta", en: "When somebody is away" },
  staffingLead: {
    sv: "Ange vem som står in och vem som har vilken funktion, när enhetschefen inte kan.",
    en: "Enter who stands in and who has which function, when the unit manager cannot.",
  },
  toStaffing: { sv: "Frånvaro och funktioner", en: "Absence and functions" },
  commands: { sv: "I terminalen på servern", en: "In the terminal of the server" },
  commandsLead: {
    sv: "De här kommandona ändrar inget i akterna.",
    en: "These commands change nothing in the files.",
  },
  verify: {
    sv: "kontrollerar att loggens kedjor, sigill och ärendenas lägen stämmer",
    en: "checks that the chains and seals of the log and the states of the matters hold",
  },
  rebuild: {
    sv: "gör om allt som är härlett ur loggen och jämför det med det som finns",
    en: "makes everything derived from the log anew and compares it with what is there",
  },
  spec: {
    sv: "kontrollerar specifikationen, lagen som data och texterna",
    en: "checks the specification, the law as data and the texts",
  },
  help: { sv: "visar alla kommandon", en: "shows every command" },
  accounts: { sv: "Medarbetare och konton", en: "Staff and accounts" },
  accountsLead: {
    sv: "Registrera medarbetare, ge dem konto och roll, och hjälp den som inte kommer in.",
    en: "Register staff, give them an account and a role, and help those who cannot get in.",
  },
} satisfies TextTable;
