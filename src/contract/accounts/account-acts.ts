import { z } from "zod";
import { route } from "../route.ts";
import { empty, instant, plainDate, uuid } from "../shapes.ts";
import { usernameShape } from "./username.ts";

/** No sign that can't be seen, or two that look the same would differ. */
const PRINTABLE = /^\P{C}+$/u;

const about = { commandId: uuid, account: uuid };
/** A code that is told this once: sent again, the command gives a new one and the former is worth nothing. */
const invitation = z.object({ code: z.string(), until: instant });
const act = {
  method: "POST",
  params: empty,
  query: empty,
  action: "account.manage",
  purpose: "administration",
} as const;
const problems = ["account.not-found", "account.own", "staff.not-found"];

/** Makes an account for somebody of the staff, and a code with which the person chooses a password. */
export const makeStaffAccount = route({
  ...act,
  id: "accounts.make-account",
  path: "/api/v1/accounts/make-account",
  body: z.object({
    ...about,
    staff: uuid,
    username: usernameShape,
  }),
  answer: invitation,
  problems: [...problems, "account.name-taken", "account.has-one"],
});

/** A new code for somebody who has forgotten the password. The password counts until the code is used. */
export const inviteToAccount = route({
  ...act,
  id: "accounts.invite",
  path: "/api/v1/accounts/invite",
  body: z.object(about),
  answer: invitation,
  problems,
});

/** Closes an account, which ends its sign-ins at once, or opens it again. */
export const setAccountOpen = route({
  ...act,
  id: "accounts.set-open",
  path: "/api/v1/accounts/set-open",
  body: z.object({ ...about, open: z.boolean() }),
  answer: empty,
  problems,
});

/** The last day of an account. */
export const setAccountEndsOn = route({
  ...act,
  id: "accounts.set-end",
  path: "/api/v1/accounts/set-end",
  body: z.object({ ...about, endsOn: plainDate.nullable() }),
  answer: empty,
  problems,
});

/** What the identity provider must say of the person in its claim, letter by letter. */
export const setAccountSubject = route({
  ...act,
  id: "accounts.set-subject",
  path: "/api/v1/accounts/set-subject",
  body: z.object({ ...about, subject: z.string().trim().regex(PRINTABLE).max(200).nullable() }),
  answer: empty,
  problems: [...problems, "account.subject-taken"],
});

/** Ends every sign-in of an account. */
export const endAccountSessions = route({
  ...act,
  id: "accounts.end-sessions",
  path: "/api/v1/accounts/end-sessions",
  body: z.object(about),
  answer: z.object({ ended: z.int() }),
  problems,
});

/** Forgets the tries that stopped somebody from signing in. */
export const liftAccountLock = route({
  ...act,
  id: "accounts.lift-lock",
  path: "/api/v1/accounts/lift-lock",
  body: z.object(about),
  answer: empty,
  problems,
});

/** Takes away every second factor and passkey of somebody who has lost them; the owner is told. */
export const removeAccountFactors = route({
  ...act,
  id: "accounts.remove-factors",
  path: "/api/v1/accounts/remove-factors",
  body: z.object(about),
  answer: empty,
  problems,
});
