import { z } from "zod";
import { route } from "../route.ts";
import { empty, instant, plainDate, uuid } from "../shapes.ts";

const account = z.object({
  account: uuid,
  username: z.string(),
  hasPassword: z.boolean(),
  /** Until when a code that was given opens it; null when none is out. */
  invitedUntil: instant.nullable(),
  /** What the identity provider must say of the person. */
  subject: z.string().nullable(),
  /** The provider has signed the person in before: from then on it must be the same one there. */
  linked: z.boolean(),
  /** When the provider last sent somebody who was taken for another person; nobody was let in. */
  providerRefusedAt: instant.nullable(),
  endsOn: plainDate.nullable(),
  signedInAt: instant.nullable(),
  closed: z.boolean(),
  /** Somebody has been stopped after too many tries; browsers the owner has used before still get in. */
  locked: z.boolean(),
  totp: z.boolean(),
  passkeys: z.int(),
  /** Browsers signed in now. */
  sessions: z.int(),
});

/** Everybody of the staff with what they sign in with; nothing that opens anything. */
export const listAccounts = route({
  id: "accounts.list-accounts",
  method: "GET",
  path: "/api/v1/accounts",
  params: empty,
  query: empty,
  body: empty,
  answer: z.object({
    today: plainDate,
    staff: z.array(
      z.object({
        id: uuid,
        name: z.string(),
        role: z.string(),
        unit: uuid.nullable(),
        qualified: z.boolean(),
        /** First and last day of the role. */
        from: plainDate.nullable(),
        to: plainDate.nullable(),
        /** Roles beside the own one, of now and later. */
        grants: z.array(
          z.object({ grant: uuid, role: z.string(), from: plainDate, to: plainDate.nullable() }),
        ),
        /** The one who asks: changed by somebody else. */
        self: z.boolean(),
        account: account.nullable(),
      }),
    ),
    /** The bodies that decide, which sign in nowhere. */
    bodies: z.array(z.object({ id: uuid, name: z.string(), role: z.string() })),
    units: z.array(z.object({ id: uuid, name: z.string() })),
    /** The roles that can be given. */
    roles: z.array(z.string()),
    /** Whether an identity provider is set for the board. */
    provider: z.boolean(),
    localAccounts: z.boolean(),
    factorRoles: z.array(z.string()),
  }),
  action: "account.manage",
  purpose: "administration",
  problems: [],
});
