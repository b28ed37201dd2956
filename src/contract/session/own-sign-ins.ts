import { z } from "zod";
import { route } from "../route.ts";
import { empty, instant, uuid } from "../shapes.ts";

const own = { params: empty, query: empty, action: "signed-in", purpose: "sign-in" } as const;
const browser = { family: z.string(), platform: z.string(), address: z.string() };

/** Where one is signed in, what one signs in with, and what has happened to the account. */
export const listSessions = route({
  ...own,
  id: "session.list-sessions",
  method: "GET",
  path: "/api/v1/session/sign-ins",
  body: empty,
  answer: z.object({
    sessions: z.array(
      z.object({
        session: uuid,
        ...browser,
        /** The network of the last use, where it is another one than at the beginning. */
        lastAddress: z.string().nullable(),
        via: z.enum(["password", "invitation", "passkey", "provider"]),
        openedAt: instant,
        usedAt: instant,
        here: z.boolean(),
      }),
    ),
    hasPassword: z.boolean(),
    /** Without one the board lets nobody of the role further. */
    demanded: z.boolean(),
    totp: z.boolean(),
    /** Recovery codes that are left. */
    recovery: z.int(),
    passkeys: z.array(
      z.object({
        credential: z.string(),
        name: z.string(),
        madeAt: instant,
        usedAt: instant.nullable(),
        refused: z.boolean(),
      }),
    ),
    notices: z.array(
      z.object({
        notice: uuid,
        kind: z.string(),
        at: instant,
        /** Who did it, where it was somebody else. */
        by: z.string().nullable(),
        ...browser,
      }),
    ),
  }),
  problems: [],
});

/** Ends one of one's own sign-ins. */
export const endSession = route({
  ...own,
  id: "session.end-session",
  method: "POST",
  path: "/api/v1/session/end-session",
  body: z.object({ session: uuid }),
  answer: empty,
  problems: [],
});

/** Ends all of one's own sign-ins but this one. */
export const endOtherSessions = route({
  ...own,
  id: "session.end-other-sessions",
  method: "POST",
  path: "/api/v1/session/end-other-sessions",
  body: empty,
  answer: z.object({ ended: z.int() }),
  problems: [],
});

/** What has happened to the account has been read. */
export const seeNotices = route({
  ...own,
  id: "session.see-notices",
  method: "POST",
  path: "/api/v1/session/see-notices",
  body: empty,
  answer: empty,
  problems: [],
});
