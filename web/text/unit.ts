import type { TextTable } from "./text.ts";

/** Texts of the manager's room. */
export const unitText = {
  title: { sv: "Enheten", en: "The unit" },
  nothing: {
    sv: "Inget väntar på dig: allt är fördelat, läst och beslutat.",
    en: "Nothing waits for you: all is allocated, read and decided.",
  },
  toAllocateOne: { sv: "Ett ärende att fördela.", en: "One matter to allocate." },
  toAllocateMany: { sv: "{n} ärenden att fördela.", en: "{n} matters to allocate." },
  toReadOne: { sv: "Ett underlag att läsa.", en: "One basis to read." },
  toReadMany: { sv: "{n} underlag att läsa.", en: "{n} bases to read." },
  toDecideOne: { sv: "Ett beslut att fatta.", en: "One decision to make." },
  toDecideMany: { sv: "{n} beslut att fatta.", en: "{n} decisions to make." },

  allocate: { sv: "Att fördela", en: "To allocate" },
  allocateEmpty: {
    sv: "Nya ärenden utan handläggare visas här.",
    en: "New matters without a caseworker show here.",
  },
  worker: { sv: "Handläggare", en: "Caseworker" },
  coWorker: { sv: "Medhandläggare", en: "Co-worker" },
  choose: { sv: "Välj handläggare …", en: "Choose a caseworker …" },
  nobody: { sv: "Ingen", en: "Nobody" },
  carries: { sv: "{name}, har {n}", en: "{name}, has {n}" },
  unqualified: { sv: "utan behörighet", en: "not qualified" },
  assign: { sv: "Fördela", en: "Allocate" },
  assigning: { sv: "Fördelar …", en: "Allocating …" },
  chooseFirst: { sv: "Välj en handläggare först.", en: "Choose a caseworker first." },
  of: { sv: "för {name}", en: "for {name}" },
  since: { sv: "från {day}", en: "from {day}" },

  review: { sv: "Att läsa före kommunicering", en: "To read before communication" },
  reviewEmpty: {
    sv: "Beslutsunderlag som handläggare har låst visas här innan parterna får läsa dem.",
    en: "Decision bases that caseworkers have fixed show here before the parties read them.",
  },
  fixedOn: { sv: "låst {day}", en: "fixed {day}" },
  read: { sv: "Läs underlaget", en: "Read the basis" },
  basisOf: { sv: "Beslutsunderlag, {name}", en: "Decision basis, {name}" },
  comment: { sv: "Synpunkter till handläggaren", en: "Comments to the caseworker" },
  approve: { sv: "Klart att kommunicera", en: "Ready to communicate" },
  giveBack: { sv: "Lämna tillbaka", en: "Give back" },
  commentFirst: {
    sv: "Skriv vad som behöver ändras innan du lämnar tillbaka.",
    en: "Write what needs to be changed before you give it back.",
  },
  noText: {
    sv: "Texten kunde inte hittas. Öppna barnets sida och läs den under Händelser.",
    en: "The text could not be found. Open the child's page and read it under Events.",
  },

  decide: { sv: "Att besluta", en: "To decide" },
  decideEmpty: {
    sv: "Förslag som väntar på ett beslut visas här.",
    en: "Proposals that wait for a decision show here.",
  },

  receive: { sv: "Att ta emot från andra enheter", en: "To receive from other units" },
  receiveIt: { sv: "Ta emot och fördela", en: "Receive and allocate" },
  handedFrom: { sv: "Lämnas över av {unit}.", en: "Handed over by {unit}." },
  readHandOver: { sv: "Läs överlämningen", en: "Read the handover" },
  handBack: { sv: "Lämna tillbaka", en: "Give back" },
  waitsFor: { sv: "Väntar på att {unit} tar emot", en: "Waits for {unit} to receive it" },
  toReceiveOne: { sv: "Ett ärende att ta emot.", en: "One matter to receive." },
  toReceiveMany: { sv: "{n} ärenden att ta emot.", en: "{n} matters to receive." },
  handOver: { sv: "Lämna över", en: "Hand over" },
  staffing: { sv: "Frånvaro och funktioner", en: "Absence and functions" },

  staff: { sv: "Vem som har vad", en: "Who has what" },
  staffLead: {
    sv: "För planering, i bokstavsordning. {note}",
    en: "For planning, in alphabetical order. {note}",
  },
  weight: { sv: "Tyngd, påhittad skala", en: "Weight, invented scale" },
  helps: { sv: "Medhandläggare i", en: "Co-worker in" },
  duties: { sv: "Funktion i dag", en: "Function today" },
  away: { sv: "Frånvarande", en: "Away" },
  awayDays: { sv: "{from} till {to}", en: "{from} to {to}" },
  late: { sv: "Blir sent när någon är borta", en: "Will be late while somebody is away" },
  lateLead: {
    sv: "Tider som infaller medan handläggaren är frånvarande.",
    en: "Times that fall while the caseworker is away.",
  },
  lateEmpty: {
    sv: "Inga tider infaller medan handläggaren är frånvarande.",
    en: "No times fall while their caseworker is away.",
  },
  lateNobody: {
    sv: "{name} är borta till {day}. Ingen står in.",
    en: "{name} is away until {day}. Nobody stands in.",
  },
  lateSomebody: {
    sv: "{name} är borta till {day}. {other} står in.",
    en: "{name} is away until {day}. {other} stands in.",
  },
  notHeard: { sv: "Barn som inte fått komma till tals", en: "Children not yet heard" },
  notHeardLead: {
    sv: "Barn i pågående förhandsbedömning eller utredning där inget samtal eller annat sätt att delta finns antecknat. Det kan finnas skäl till det; läs dem på barnets sida.",
    en: "Children in a running preliminary assessment or investigation where no talk or other way to take part is recorded. There may be reasons; read them on the child's page.",
  },
  notHeardEmpty: {
    sv: "Alla barn i pågående förhandsbedömningar och utredningar har kommit till tals.",
    en: "Every child in a running preliminary assessment or investigation has been heard.",
  },
  sinceHead: { sv: "Sedan", en: "Since" },
  unsigned: { sv: "Inte signerat", en: "Not signed" },
  unsignedLead: {
    sv: "Påbörjat eller låst, men inte signerat. Det äldsta står först.",
    en: "Begun or fixed, but not signed. The oldest stands first.",
  },
  unsignedEmpty: {
    sv: "Allt som påbörjats är signerat.",
    en: "Everything that was begun is signed.",
  },
  document: { sv: "Dokument", en: "Document" },
  state: { sv: "Läge", en: "State" },
  draft: { sv: "utkast", en: "draft" },
  fixed: { sv: "låst, inte signerat", en: "fixed, not signed" },
  lastBy: { sv: "Senast av", en: "Last by" },
  fill: { sv: "Hur mycket som är ifyllt", en: "How much is filled in" },
  fillLead: {
    sv: "Andel av startuppsättningens frågor som har ett svar, det senaste året. Var och en ser sina egna luckor på Min dag.",
    en: "Share of the starter set's questions that have an answer, the last year. Everybody sees the own gaps on My day.",
  },
  fillEmpty: { sv: "Det finns inget att räkna ännu.", en: "There is nothing to count yet." },
  unitHead: { sv: "Enhet", en: "Unit" },
  noUnit: { sv: "Ingen enhet ännu", en: "No unit yet" },
  fillCell: { sv: "{percent} % av {n}", en: "{percent} % of {n}" },
  showAll: { sv: "Visa alla {n}", en: "Show all {n}" },
  name: { sv: "Namn", en: "Name" },
  role: { sv: "Roll", en: "Role" },
  running: { sv: "Pågående ärenden", en: "Running matters" },
  due: { sv: "Tider inom en vecka", en: "Times within a week" },

  conference: { sv: "Lista för ärendegenomgång", en: "List for the case conference" },

  matters: { sv: "Enhetens ärenden", en: "The unit's matters" },
  child: { sv: "Barn", en: "Child" },
  matter: { sv: "Ärende", en: "Matter" },
  phase: { sv: "Var ärendet står", en: "Where it stands" },
  next: { sv: "Nästa tid", en: "Next time" },
  mattersEmpty: {
    sv: "Enheten har inga pågående ärenden.",
    en: "The unit has no running matters.",
  },

  clocks: { sv: "Enhetens tider", en: "The unit's times" },
  clocksEmpty: { sv: "Inga tider löper i enheten.", en: "No times are running in the unit." },
  more: { sv: "{n} till, längre fram.", en: "{n} more, further ahead." },
} satisfies TextTable;
