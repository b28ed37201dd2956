import type { TextTable } from "./text.ts";

/** What each role opens, in a sentence, for whoever gives it. What counts is the policy of the server. */
export const roleHelp = {
  caseworker: {
    sv: "Arbetar med sina egna och enhetens ärenden. Bedömer och beslutar bara som behörig.",
    en: "Works with the own matters and those of the unit. Assesses and decides only when qualified.",
  },
  assistant: {
    sv: "Skriver i enhetens ärenden, utan hälsouppgifter och utan att se vem som har anmält.",
    en: "Writes in the matters of the unit, without health data and without seeing who has reported.",
  },
  "unit-manager": {
    sv: "Leder en enhet: dess ärenden, fördelning och beslut, och vem som har läst.",
    en: "Leads a unit: its matters, their allocation and decisions, and who has read.",
  },
  registrator: {
    sv: "Tar in handlingar och anmälningar. Ser vem det nya gäller, men inte vad som står.",
    en: "Takes in documents and reports. Sees whom what is new concerns, not what it says.",
  },
  reception: {
    sv: "Tar emot anmälningar och gör de första bedömningarna.",
    en: "Receives reports and makes the first assessments.",
  },
  "first-social-worker": {
    sv: "Som socialsekreterare, och läser igenom enhetens beslutsunderlag.",
    en: "As a caseworker, and reads through the decision bases of the unit.",
  },
  "out-of-hours": {
    sv: "Läser om alla barn utom dem med skyddade uppgifter, tar emot och gör skyddsbedömningar. En gemensam jour har ett konto i varje nämnd, och läsningen står i den nämndens logg.",
    en: "Reads every child but those with protected data, receives and assesses protection. A joint service has an account in each board, and the reading stands in the log of that board.",
  },
  chair: {
    sv: "Läser de ärenden som en chef öppnar för just den personen, inför beslut.",
    en: "Reads what a manager opens by name, before a decision.",
  },
  "board-member": {
    sv: "Läser de ärenden som en chef öppnar för just den personen, inför beslut.",
    en: "Reads what a manager opens by name, before a decision.",
  },
  secretary: {
    sv: "Läser de ärenden som en chef öppnar för just den personen, och sköter gallringen.",
    en: "Reads what a manager opens by name, and sees to destruction.",
  },
  analyst: {
    sv: "Räknar i uppföljningen. Ser aldrig vem en siffra handlar om.",
    en: "Counts in follow-up. Never sees whom a number is about.",
  },
  "log-reviewer": {
    sv: "Kontrollerar vem som har läst vad. Ser inget av det som står om barnen.",
    en: "Checks who has read what. Sees nothing of what stands about the children.",
  },
  "user-administrator": {
    sv: "Sköter medarbetare, roller och konton. Ser inga barn.",
    en: "Runs staff, roles and accounts. Sees no children.",
  },
  "system-administrator": {
    sv: "Sköter programmet. Ser inga barn.",
    en: "Runs the program. Sees no children.",
  },
  trainer: {
    sv: "Visar programmet. Gäller bara i en nämnd med påhittade personer.",
    en: "Shows the program. In force only in a board with invented persons.",
  },
  inspector: {
    sv: "Tillsyn eller revision, för en tid. Läser bara de ärenden som en chef öppnar för just den personen; sista dagen måste anges.",
    en: "Inspection or audit, for a time. Reads only the matters a manager opens by name; the last day must be entered.",
  },
  provider: {
    sv: "Utförare utanför nämnden. Ser bara de uppdrag som kopplas till namnet.",
    en: "Provider outside the board. Sees only the assignments linked to the name.",
  },
} satisfies TextTable;
