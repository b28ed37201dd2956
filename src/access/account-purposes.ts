import type { PurposeEntry } from "./purposes.ts";
import type { SelectionTerm } from "./purpose-terms.ts";

/** Colleagues and their accounts, and nothing about children. */
function accounts(...keys: readonly string[]): PurposeEntry {
  return { purpose: "administration", selects: chosenBy(keys) };
}

/** What somebody signs in with. */
function signIn(...keys: readonly string[]): PurposeEntry {
  return { purpose: "sign-in", selects: chosenBy(keys) };
}

function chosenBy(keys: readonly string[]): Readonly<Record<string, SelectionTerm>> {
  return Object.fromEntries(keys.map((key) => [key, "account"]));
}

const staff = accounts("staff", "role", "unit", "qualified", "from", "to");
const account = accounts("account");

/** The part of the register of purposes about staff, accounts and signing in. */
export const accountPurposes: Readonly<Record<string, PurposeEntry>> = {
  "accounts.list-accounts": accounts(),
  "accounts.add-staff": staff,
  "accounts.change-staff": staff,
  "accounts.grant-role": accounts("grant", "staff", "role", "from", "to"),
  "accounts.end-role": accounts("grant"),
  "accounts.list-role-history": accounts("staff"),
  "accounts.make-unit": accounts("unit", "name"),
  "accounts.rename-unit": accounts("unit", "name"),
  "accounts.make-account": accounts("account", "staff", "username"),
  "accounts.invite": account,
  "accounts.set-open": accounts("account", "open"),
  "accounts.set-end": accounts("account", "endsOn"),
  "accounts.set-subject": accounts("account", "subject"),
  "accounts.end-sessions": account,
  "accounts.lift-lock": account,
  "accounts.remove-factors": account,
  "accounts.set-sign-in": accounts("localAccounts", "factorRoles"),
  "session.second-factor": signIn("step", "code", "passkey"),
  "session.factor-passkey": signIn("step"),
  "session.begin-passkey-sign-in": signIn(),
  "session.passkey-sign-in": signIn("step", "passkey"),
  "session.list-sessions": signIn(),
  "session.end-session": signIn("session"),
  "session.end-other-sessions": signIn(),
  "session.see-notices": signIn(),
  "session.begin-totp": signIn(),
  "session.confirm-totp": signIn("code"),
  "session.remove-totp": signIn(),
  "session.make-recovery": signIn(),
  "session.begin-passkey": signIn(),
  "session.add-passkey": signIn("step", "passkey"),
  "session.remove-passkey": signIn("credential"),
  "session.begin-confirm": signIn(),
  "session.confirm": signIn("code", "passkey"),
  "session.begin-provider": signIn("board", "after", "again"),
  "session.provider-sign-in": signIn("state", "code", "iss", "error"),
  "session.begin-provider-confirm": signIn(),
  "session.provider-confirm": signIn("state", "code", "iss", "error"),
  "session.provider-logout": signIn("logout_token"),
  "session.use-invitation": signIn("username", "code"),
};
