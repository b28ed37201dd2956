import type { TextTable } from "./text.ts";

/** Texts of who reads an akt by name, and who is kept out of it. */
export const reachText = {
  title: { sv: "Vem når akten", en: "Who reaches the file" },
  lead: {
    sv: "Den som har ärendet, enheten och chefen når akten. Här står de som dessutom får läsa en tid, sedan en chef har öppnat ett ärende för dem, och de som inte får läsa alls.",
    en: "Those who have the matter, the unit and its manager reach the file. Here are those who may also read for a time, since a manager has opened a matter for them, and those who must not read at all.",
  },
  readers: {
    sv: "Läser tillfälligt",
    en: "Read for a time",
  },
  noReaders: { sv: "Ingen.", en: "Nobody." },
  loan: {
    sv: "{name} till och med {until}. Öppnat av {by} den {on}.",
    en: "{name} until {until}. Opened by {by} on {on}.",
  },
  matter: { sv: "Ärende {number}", en: "Matter {number}" },
  end: { sv: "Avsluta läsningen", en: "End the reading" },
  open: { sv: "Öppna ett ärende för läsning", en: "Open a matter for reading" },
  openHelp: {
    sv: "Personen läser, men kan inte skriva eller skriva ut. Varje läsning syns i Vem har läst.",
    en: "The person reads and can neither write nor print. Every reading is seen in Who has read.",
  },
  whichMatter: { sv: "Vilket ärende?", en: "Which matter?" },
  forWhom: { sv: "För vem?", en: "For whom?" },
  untilDay: { sv: "Till och med", en: "Until and including" },
  ground: { sv: "Grund", en: "Ground" },
  whoIs: { sv: "Vem är jävig?", en: "Who has the conflict of interest?" },
  choose: { sv: "Välj …", en: "Choose …" },
  fill: { sv: "Fyll i det här.", en: "Fill this in." },
  doOpen: { sv: "Öppna för läsning", en: "Open for reading" },
  keptOut: { sv: "Jäviga: når ingenting om barnet", en: "Kept out for a conflict of interest" },
  noKeptOut: { sv: "Ingen är anmäld.", en: "Nobody has been noted." },
  bar: { sv: "{name}. Anmält av {by} den {on}.", en: "{name}. Noted by {by} on {on}." },
  why: { sv: "Varför?", en: "Why?" },
  letIn: { sv: "Släpp in igen", en: "Let in again" },
  note: { sv: "Anmäl jäv", en: "Note a conflict of interest" },
  noteHelp: {
    sv: "Personen når ingenting om barnet från den stunden: inte i listor, inte som chef, inte som ersättare. Den som har ärendet måste få en efterträdare.",
    en: "From that moment the person reaches nothing about the child: not in lists, not as a manager, not as a substitute. Whoever has the matter needs a successor.",
  },
  noteSelf: {
    sv: "Anmäler du dig själv når du ingenting om barnet från den stunden. Din chef ser till att någon tar över.",
    en: "If you note yourself you reach nothing about the child from that moment. Your manager sees to it that somebody takes over.",
  },
  doNote: { sv: "Anmäl jäv", en: "Note the conflict of interest" },
  opened: { sv: "Öppnat för dig", en: "Opened for you" },
  openedLine: { sv: "till och med {until}, av {by}", en: "until {until}, by {by}" },
  noOpened: {
    sv: "Inget ärende är öppnat för dig just nu. Behöver du läsa ett: be chefen för den enhet som har det.",
    en: "No matter is open to you now. If you need to read one: ask the manager of the unit that has it.",
  },
} satisfies TextTable;
