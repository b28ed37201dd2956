import { z } from "zod";
import { route } from "../route.ts";
import { empty } from "../shapes.ts";
import { passkeyMade, passkeyOptions } from "./passkey-shapes.ts";

const own = {
  method: "POST",
  params: empty,
  query: empty,
  action: "signed-in",
  purpose: "sign-in",
} as const;
/** Codes on paper are told with the first factor, this once. */
const recovery = z.array(z.string()).nullable();

/** A secret for an authenticator app, which counts when a first code of it was right. */
export const beginTotp = route({
  ...own,
  id: "session.begin-totp",
  path: "/api/v1/session/begin-totp",
  body: empty,
  answer: z.object({ uri: z.string(), letters: z.string() }),
  problems: ["factor.there-already"],
});

/** The first code of the app: from now on one is asked for at signing in. */
export const confirmTotp = route({
  ...own,
  id: "session.confirm-totp",
  path: "/api/v1/session/confirm-totp",
  body: z.object({ code: z.string().min(1).max(20) }),
  answer: z.object({ recovery }),
  problems: ["session.wrong-factor", "session.too-many-tries"],
});

export const removeTotp = route({
  ...own,
  id: "session.remove-totp",
  path: "/api/v1/session/remove-totp",
  body: empty,
  answer: empty,
  problems: ["factor.demanded"],
});

/** New codes on paper; those before are worth nothing. */
export const makeRecovery = route({
  ...own,
  id: "session.make-recovery",
  path: "/api/v1/session/make-recovery",
  body: empty,
  answer: z.object({ codes: z.array(z.string()) }),
  problems: ["factor.none"],
});

/** What the browser makes a passkey by. */
export const beginPasskey = route({
  ...own,
  id: "session.begin-passkey",
  path: "/api/v1/session/begin-passkey",
  body: empty,
  answer: z.object({ step: z.string(), options: passkeyOptions }),
  problems: [],
});

/** Keeps the passkey the browser has made, under a name of the owner's. */
export const addPasskey = route({
  ...own,
  id: "session.add-passkey",
  path: "/api/v1/session/add-passkey",
  body: z.object({
    step: z.string().min(1).max(60),
    name: z
      .string()
      .trim()
      .regex(/^\P{C}+$/u)
      .max(60),
    passkey: passkeyMade,
  }),
  answer: z.object({ recovery }),
  problems: ["session.step-over", "session.wrong-passkey"],
});

export const removePasskey = route({
  ...own,
  id: "session.remove-passkey",
  path: "/api/v1/session/remove-passkey",
  body: z.object({
    credential: z
      .string()
      .regex(/^[A-Za-z0-9_-]+$/)
      .max(1400),
  }),
  answer: empty,
  problems: ["factor.demanded"],
});
