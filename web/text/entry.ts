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
  withProvider: {
    sv: "Logga in med kommunens inloggning",
    en: "Sign in with the municipality's sign-in",
  },
  withProviderOf: {
    sv: "Logga in med kommunens inloggning: {name}",
    en: "Sign in with the municipality's sign-in: {name}",
  },
  orHere: { sv: "Eller med ett konto i Mittpunkt:", en: "Or with an account in Mittpunkt:" },
  providerWindow: {
    sv: "Öppnas i ett eget fönster. Det du har skrivit här står kvar.",
    en: "Opens in a window of its own. What you have written here stays.",
  },
  providerShown: {
    sv: "Klart. Du kan stänga det här fönstret och gå tillbaka.",
    en: "Done. You can close this window and go back.",
  },
  providerNothing: {
    sv: "Här finns inget svar från kommunens inloggning. Börja om.",
    en: "There is no answer of the municipality's sign-in here. Start over.",
  },
  toSignIn: { sv: "Till inloggningen", en: "To signing in" },
  closeWindow: { sv: "Stäng fönstret", en: "Close the window" },
  noWindow: {
    sv: "Webbläsaren öppnade inget fönster. Tillåt fönster från Mittpunkt och försök igen.",
    en: "The browser opened no window. Allow windows from Mittpunkt and try again.",
  },
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
  show: { sv: "Visa", en: "Show" },
  hide: { sv: "Dölj", en: "Hide" },
  showOf: { sv: "Visa: {label}", en: "Show: {label}" },
  hideOf: { sv: "Dölj: {label}", en: "Hide: {label}" },
  nowShown: { sv: "Lösenordet syns på skärmen.", en: "The password is shown on the screen." },
  strength: { sv: "Lösenordets styrka", en: "Strength of the password" },
  strengthShort: { sv: "För kort", en: "Too short" },
  strengthGuessable: {
    sv: "Lätt att gissa: vanliga ord, namn eller få olika tecken",
    en: "Easy to guess: common words, names or few different characters",
  },
  strengthFair: {
    sv: "Håller. Ett ord till gör det starkare.",
    en: "Good enough. Another word makes it stronger.",
  },
  strengthStrong: { sv: "Starkt", en: "Strong" },
  passwordChanged: { sv: "Lösenordet är bytt.", en: "The password is changed." },
  passwordChangedEnded: {
    sv: "Lösenordet är bytt. Andra inloggningar som avslutades: {n}.",
    en: "The password is changed. Other sign-ins that ended: {n}.",
  },
} satisfies TextTable;
