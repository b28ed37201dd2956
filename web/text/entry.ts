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
  code: { sv: "Engångskod", en: "One-time code" },
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
} satisfies TextTable;
