import type { TextTable } from "./text.ts";

/** Texts of the first start and of signing in. */
export const entryText = {
  signInLead: {
    sv: "Stöd för arbetet med barn och unga i socialtjänsten.",
    en: "Support for work with children and young people in social services.",
  },
  username: { sv: "Användarnamn", en: "User name" },
  password: { sv: "Lösenord", en: "Password" },
  signIn: { sv: "Logga in", en: "Sign in" },
  signingIn: { sv: "Loggar in …", en: "Signing in …" },
  wrong: { sv: "Inloggningen gick inte", en: "Signing in did not work" },
  haveCode: { sv: "Jag har en engångskod", en: "I have a one-time code" },
  haveCodeLead: {
    sv: "Koden får du av den som sköter konton. Välj ett lösenord med minst {n} tecken, gärna en lång mening; det ersätter ett äldre.",
    en: "You get the code from whoever runs accounts. Choose a password of at least {n} characters, such as a long sentence; it replaces an older one.",
  },
  choosePassword: { sv: "Spara lösenordet och logga in", en: "Keep the password and sign in" },
  backToSignIn: { sv: "Till vanlig inloggning", en: "To ordinary sign-in" },
  changePassword: { sv: "Byt lösenord", en: "Change password" },
  changePasswordLead: {
    sv: "Välj ett lösenord med minst {n} tecken, gärna en lång mening. Andra inloggningar med kontot avslutas.",
    en: "Choose a password of at least {n} characters, such as a long sentence. Other sign-ins of the account end.",
  },
  oldPassword: { sv: "Gammalt lösenord", en: "Old password" },
  newPassword: { sv: "Nytt lösenord", en: "New password" },
  newPasswordAgain: { sv: "Nytt lösenord en gång till", en: "New password once more" },
  passwordsDiffer: {
    sv: "De nya lösenorden är olika. Skriv samma två gånger.",
    en: "The new passwords differ. Write the same one twice.",
  },
  passwordChanged: { sv: "Lösenordet är bytt.", en: "The password is changed." },
  passwordChangedEnded: {
    sv: "Lösenordet är bytt. Andra inloggningar som avslutades: {n}.",
    en: "The password is changed. Other sign-ins that ended: {n}.",
  },
  setupTitle: { sv: "Första start", en: "First start" },
  setupLead: {
    sv: "Installationen är tom. Skapa en demonämnd med påhittade barn, familjer och medarbetare, så kan du gå igenom hela kedjan.",
    en: "The installation is empty. Make a demo board with invented children, families and staff, and walk through the whole chain.",
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
} satisfies TextTable;
