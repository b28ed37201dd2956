import type { TextTable } from "./text.ts";

/** Texts of second factors, one's own sign-ins, and of showing that it is still oneself. */
export const factorText = {
  codeLead: {
    sv: "Skriv koden som appen i telefonen visar nu.",
    en: "Enter the code that the app on your telephone shows now.",
  },
  paperLead: {
    sv: "Skriv en av koderna du har på papper. Varje kod kan användas en gång.",
    en: "Enter one of the codes you have on paper. Each can be used once.",
  },
  passkeyLead: {
    sv: "Visa vem du är med din passnyckel.",
    en: "Show who you are with your passkey.",
  },
  code: { sv: "Kod i telefonen", en: "Code on the telephone" },
  paperCode: { sv: "Kod på papper", en: "Code on paper" },
  goOn: { sv: "Fortsätt", en: "Go on" },
  back: { sv: "Börja om", en: "Start over" },
  usePasskey: { sv: "Använd passnyckel", en: "Use a passkey" },
  withPasskey: { sv: "Logga in med passnyckel", en: "Sign in with a passkey" },
  paperInstead: { sv: "Jag har inte telefonen", en: "I do not have the telephone" },
  telephoneInstead: { sv: "Använd telefonen", en: "Use the telephone" },
  noPasskey: {
    sv: "Webbläsaren gav ingen passnyckel. Försök igen, eller logga in på ett annat sätt.",
    en: "The browser gave no passkey. Try again, or sign in another way.",
  },
  atProvider: {
    sv: "Visa det i kommunens inloggning",
    en: "Show it in the municipality's sign-in",
  },
  confirmTitle: { sv: "Visa att det är du", en: "Show that it is you" },
  confirmLead: {
    sv: "Det du ska göra är känsligt, och det var en stund sedan du loggade in. Det du har skrivit står kvar.",
    en: "What you are about to do is sensitive, and it is a while since you signed in. What you have written stays.",
  },
  password: { sv: "Lösenord", en: "Password" },
  confirm: { sv: "Fortsätt", en: "Go on" },
  cancel: { sv: "Avbryt", en: "Cancel" },
  title: { sv: "Dina inloggningar", en: "Your sign-ins" },
  lead: {
    sv: "Här ser du var ditt konto är inloggat och vad du loggar in med. Känner du inte igen något: avsluta det, byt lösenord och säg till den som sköter konton.",
    en: "Here you see where your account is signed in and what you sign in with. If you do not recognise something: end it, change your password and tell whoever runs accounts.",
  },
  demanded: {
    sv: "Din roll kräver en andra faktor. Lägg till en här, så öppnas resten av Mittpunkt.",
    en: "Your role demands a second factor. Add one here, and the rest of Mittpunkt opens.",
  },
  here: { sv: "den här", en: "this one" },
  sessions: { sv: "Inloggad just nu", en: "Signed in now" },
  where: { sv: "Var", en: "Where" },
  when: { sv: "När", en: "When" },
  unknownBrowser: { sv: "Okänd webbläsare", en: "Unknown browser" },
  network: { sv: "nätverk {address}", en: "network {address}" },
  networkNow: {
    sv: "nu från nätverk {address}",
    en: "now from network {address}",
  },
  opened: { sv: "inloggad {moment}", en: "signed in {moment}" },
  used: { sv: "senast använd {moment}", en: "last used {moment}" },
  end: { sv: "Avsluta", en: "End" },
  endOthers: { sv: "Avsluta alla andra", en: "End all others" },
  telephone: { sv: "Kod i telefonen", en: "Code on the telephone" },
  telephoneOn: {
    sv: "Används. Koden skriver du efter lösenordet.",
    en: "In use. A code is asked for after the password.",
  },
  telephoneOff: {
    sv: "En app i telefonen visar en ny kod varje halv minut. Du skriver den efter lösenordet.",
    en: "An app on the telephone shows a new code every half minute. It is asked for after the password.",
  },
  addTelephone: { sv: "Lägg till app", en: "Add an app" },
  removeTelephone: { sv: "Ta bort appen", en: "Remove the app" },
  scan: {
    sv: "Läs av bilden med appen, eller skriv in nyckeln. Skriv sedan koden som appen visar.",
    en: "Scan the picture with the app, or type the key. Then enter the code the app shows.",
  },
  picture: {
    sv: "QR-bild för appen; nyckeln står under",
    en: "QR picture for the app; the key stands below",
  },
  key: { sv: "Nyckel", en: "Key" },
  passkeys: { sv: "Passnycklar", en: "Passkeys" },
  passkeysLead: {
    sv: "Logga in med fingeravtryck, ansikte eller pinkod på den här datorn, telefonen eller en säkerhetsnyckel, utan lösenord.",
    en: "Sign in with a fingerprint, face or PIN of this computer, the telephone or a security key, without a password.",
  },
  passkeysNot: {
    sv: "Passnycklar fungerar inte i den här webbläsaren eller på den här adressen.",
    en: "Passkeys do not work in this browser or at this address.",
  },
  passkeyName: { sv: "Namn på passnyckeln", en: "Name of the passkey" },
  passkeyNameNow: { sv: "Min dator", en: "My computer" },
  addPasskey: { sv: "Lägg till passnyckel", en: "Add a passkey" },
  removePasskey: { sv: "Ta bort", en: "Remove" },
  passkeyRefused: { sv: "Spärrad: kan vara kopierad", en: "Blocked: may be copied" },
  neverUsed: { sv: "inte använd än", en: "not used yet" },
  recovery: { sv: "Koder på papper", en: "Codes on paper" },
  recoveryLeft: {
    sv: "Om du tappar telefonen eller nyckeln. Kvar: {n}.",
    en: "For when you lose the telephone or the key. Left: {n}.",
  },
  recoveryNew: { sv: "Gör nya koder", en: "Make new codes" },
  recoveryShown: {
    sv: "Skriv ut eller skriv av dem nu; de visas inte igen. Tidigare koder gäller inte längre.",
    en: "Print or copy them now; they are not shown again. Earlier codes no longer count.",
  },
  print: { sv: "Skriv ut", en: "Print" },
  notices: { sv: "Det som har hänt med kontot", en: "What has happened to the account" },
  by: { sv: "av {name}", en: "by {name}" },
} satisfies TextTable;

/** What each notice says. */
export const noticeText = {
  invited: { sv: "En ny engångskod gjordes", en: "A new one-time code was made" },
  "password-set": {
    sv: "Lösenordet valdes med en engångskod",
    en: "The password was chosen with a one-time code",
  },
  "totp-added": { sv: "Kod i telefonen lades till", en: "Code on the telephone was added" },
  "totp-removed": { sv: "Kod i telefonen togs bort", en: "Code on the telephone was removed" },
  "passkey-added": { sv: "En passnyckel lades till", en: "A passkey was added" },
  "passkey-removed": { sv: "En passnyckel togs bort", en: "A passkey was removed" },
  "recovery-made": { sv: "Nya koder på papper gjordes", en: "New codes on paper were made" },
  "code-reused": {
    sv: "En engångskod som redan var använd prövades",
    en: "A code that had been used already was tried",
  },
  "recovery-used": { sv: "En kod på papper användes", en: "A code on paper was used" },
  "factors-removed": { sv: "Alla andra faktorer togs bort", en: "All second factors were removed" },
  "sessions-ended": { sv: "Inloggningarna avslutades", en: "The sign-ins were ended" },
  reopened: { sv: "Kontot stängdes eller öppnades", en: "The account was closed or opened" },
  "lock-lifted": {
    sv: "Spärren efter många försök hävdes",
    en: "The lock after many tries was lifted",
  },
  "subject-set": {
    sv: "Kopplingen till kommunens inloggning ändrades",
    en: "The tie to the municipality's sign-in was changed",
  },
  changed: { sv: "Roll, enhet eller sista dag ändrades", en: "Role, unit or last day was changed" },
  "other-browser": {
    sv: "Din inloggning användes i en annan webbläsare och avslutades",
    en: "Your sign-in was used in another browser and ended",
  },
  "passkey-copied": {
    sv: "En passnyckel kan vara kopierad och spärrades",
    en: "A passkey may be copied and was blocked",
  },
  "provider-other": {
    sv: "Kommunens inloggning uppgav en annan person och släpptes inte in",
    en: "The municipality's sign-in named another person and was not let in",
  },
} satisfies TextTable;
