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
