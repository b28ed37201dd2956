import type { TextTable } from "./text.ts";

/** Texts of the first start: a board to try, or the first real one. */
export const setupText = {
  setupTitle: { sv: "Första start", en: "First start" },
  setupLead: {
    sv: "Installationen är tom. Välj om den ska visa påhittade personer eller användas i arbetet.",
    en: "The installation is empty. Choose whether it is to show invented persons or be used at work.",
  },
  code: { sv: "Engångskod", en: "One-time code" },
  codeHelp: {
    sv: "Koden står i terminalen där programmet startades.",
    en: "The code is in the terminal where the program was started.",
  },
  name: { sv: "Nämndens namn", en: "Name of the board" },
  nameHelp: { sv: "Lämna tomt för ett påhittat namn.", en: "Leave empty for an invented name." },
  size: { sv: "Vad vill du prova?", en: "What do you want to try?" },
  sizeFamilies: { sv: "Några familjer", en: "A few families" },
  sizeFamiliesHelp: {
    sv: "Fem familjer som är skrivna för hand, i varje steg av kedjan. Klart på några sekunder.",
    en: "Five families written by hand, at every step of the chain. Ready in a few seconds.",
  },
  sizeSmall: { sv: "En liten kommun", en: "A small municipality" },
  sizeSmallHelp: {
    sv: "5 000 invånare under två år, helt påhittade. Du kan logga in direkt; resten fylls på under en halv minut.",
    en: "5,000 inhabitants over two years, all invented. You can sign in at once; the rest is filled in within half a minute.",
  },
  sizeTypical: { sv: "En vanlig kommun", en: "An ordinary municipality" },
  sizeTypicalHelp: {
    sv: "20 000 invånare under fem år. Det som pågår nu kommer först; resten fylls på under några minuter.",
    en: "20,000 inhabitants over five years. What runs now comes first; the rest is filled in within some minutes.",
  },
  fillingLabel: { sv: "Kommunen fylls på", en: "The municipality is being filled" },
  fillingSo: {
    sv: "{done} av {total} familjer finns på plats.",
    en: "{done} of {total} families are there.",
  },
  fillingPlanned: {
    sv: "Familjerna hittas på. Det tar några sekunder.",
    en: "The families are being invented. It takes some seconds.",
  },
  fillingDone: { sv: "Alla familjer finns på plats.", en: "All families are there." },
  fillingResumed: {
    sv: "Programmet stannade innan alla familjer fanns på plats. Nu fylls resten på; ingen familj görs två gånger.",
    en: "The program stopped before all families were there. The rest is being filled in now; no family is made twice.",
  },
  fillingFailed: {
    sv: "Påfyllningen stannade vid {done} av {total} familjer. Det som finns går att använda.",
    en: "The filling stopped at {done} of {total} families. What is there can be used.",
  },
  make: { sv: "Skapa demonämnden", en: "Make the demo board" },
  making: {
    sv: "Skapar nämnd, medarbetare och familjer. Det tar några sekunder …",
    en: "Making board, staff and families. It takes a few seconds …",
  },
  madeTitle: { sv: "{board} är klar", en: "{board} is ready" },
  madeLead: {
    sv: "Lösenorden visas bara nu. Skriv ut sidan eller spara dem på ett säkert ställe.",
    en: "The passwords are shown only now. Print the page or keep them in a safe place.",
  },
  accounts: { sv: "Konton", en: "Accounts" },
  role: { sv: "Roll", en: "Role" },
  worksIn: { sv: "Enhet", en: "Unit" },
  who: { sv: "Namn", en: "Name" },
  printAccounts: { sv: "Skriv ut", en: "Print" },
  goOn: { sv: "Till inloggningen", en: "To signing in" },
  doneAlready: {
    sv: "Installationen har redan en nämnd. Logga in i stället.",
    en: "The installation already has a board. Sign in instead.",
  },
  use: { sv: "Vad ska installationen vara till?", en: "What is the installation for?" },
  useDemo: { sv: "Prova med påhittade personer", en: "Try it with invented persons" },
  useDemoHelp: {
    sv: "Barn, familjer, medarbetare och konton skapas åt dig. Nämnden märks som test på varje sida och utskrift, och tar inte emot riktiga personnummer.",
    en: "Children, families, staff and accounts are made for you. The board is marked as a test on every page and print, and takes no real identity numbers.",
  },
  useReal: { sv: "Arbeta med riktiga ärenden", en: "Work with real matters" },
  useRealHelp: {
    sv: "Nämnden börjar tom. Läs först docs/first-board.md om det som ska vara ordnat: nycklar, säkerhetskopior, ansvar.",
    en: "The board begins empty. First read docs/first-board.md on what must be in order: keys, backups, responsibility.",
  },
  realName: { sv: "Nämndens namn", en: "Name of the board" },
  units: { sv: "Enheter, en på varje rad", en: "Units, one on each line" },
  unitsHelp: {
    sv: "De som tar emot, utreder eller beslutar. Fler kan läggas till sedan.",
    en: "Those that receive, investigate or decide. More can be added later.",
  },
  committee: { sv: "Utskott som beslutar (om det finns)", en: "Committee that decides (if any)" },
  userAdministrator: { sv: "Sköter konton och roller", en: "Runs accounts and roles" },
  userAdministratorHelp: {
    sv: "Ger de andra konton. Ser inga barn och inga ärenden.",
    en: "Gives the others accounts. Sees no children and no matters.",
  },
  systemAdministrator: { sv: "Sköter driften", en: "Runs the server" },
  systemAdministratorHelp: {
    sv: "Någon annan än den som sköter konton. Ser inga barn och inga ärenden.",
    en: "Somebody else than whoever runs accounts. Sees no children and no matters.",
  },
  password: { sv: "Lösenord", en: "Password" },
  personName: { sv: "Namn", en: "Name" },
  username: { sv: "Användarnamn", en: "User name" },
  usernameHelp: {
    sv: "Små bokstäver, siffror, punkt, bindestreck eller en e-postadress.",
    en: "Small letters, digits, dot, hyphen, or an e-mail address.",
  },
  makeReal: { sv: "Skapa nämnden", en: "Make the board" },
  makingReal: { sv: "Skapar nämnden …", en: "Making the board …" },
  invitedLead: {
    sv: "Koderna visas bara nu och gäller till {moment}. Lämna varje kod till sin ägare, personligen. På inloggningssidan: Jag har en engångskod. Därefter väljer var och en lösenord och en andra faktor.",
    en: "The codes are shown only now and count until {moment}. Hand each code to its owner, in person. On the sign-in page: I have a one-time code. Each then chooses a password and a second factor.",
  },
  invitedNext: {
    sv: "Den som sköter konton fortsätter på sidan Medarbetare och konton: handläggare, chefer och den som granskar loggen.",
    en: "Whoever runs accounts goes on at Staff and accounts: caseworkers, managers and whoever reviews the log.",
  },
  invitedPeople: { sv: "Engångskoder", en: "One-time codes" },
  oneTimeCode: { sv: "Engångskod", en: "One-time code" },
} satisfies TextTable;
