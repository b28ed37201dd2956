import { z } from "zod";
import { route } from "../route.ts";
import { empty } from "../shapes.ts";
import { passkeyAnswer, passkeyOptions } from "./passkey-shapes.ts";
import { me } from "./sign-in.ts";

const step = z.string().min(1).max(60);
const open = {
  method: "POST",
  params: empty,
  query: empty,
  action: "public",
  purpose: "sign-in",
} as const;

/** Goes on after the password with a code of the telephone or on paper, or with a passkey; sets the cookie. */
export const secondFactor = route({
  ...open,
  id: "session.second-factor",
  path: "/api/v1/session/second-factor",
  body: z.object({
    step,
    code: z.string().min(1).max(40).optional(),
    passkey: passkeyAnswer.optional(),
  }),
  answer: me,
  problems: ["session.step-over", "session.wrong-factor", "session.too-many-tries"],
});

/** What the browser answers with a passkey as second factor. */
export const factorPasskey = route({
  ...open,
  id: "session.factor-passkey",
  path: "/api/v1/session/factor-passkey",
  body: z.object({ step }),
  answer: z.object({ options: passkeyOptions }),
  problems: ["session.step-over"],
});

/** What the browser answers with a passkey instead of user name and password. */
export const beginPasskeySignIn = route({
  ...open,
  id: "session.begin-passkey-sign-in",
  path: "/api/v1/session/begin-passkey-sign-in",
  body: empty,
  answer: z.object({ step: z.string(), options: passkeyOptions }),
  problems: ["session.too-many-tries"],
});

/** Signs in with a passkey that has verified the person; sets the cookie. */
export const passkeySignIn = route({
  ...open,
  id: "session.passkey-sign-in",
  path: "/api/v1/session/passkey-sign-in",
  body: z.object({ step, passkey: passkeyAnswer }),
  answer: me,
  problems: ["session.step-over", "session.wrong-passkey", "session.passkey-copied"],
});
