import { z } from "zod";
import { route } from "../route.ts";
import { empty } from "../shapes.ts";
import { passkeyAnswer, passkeyOptions } from "./passkey-shapes.ts";

const own = {
  method: "POST",
  params: empty,
  query: empty,
  action: "signed-in",
  purpose: "sign-in",
} as const;

/** With what one can show that one is still the one who signed in. */
export const beginConfirm = route({
  ...own,
  id: "session.begin-confirm",
  path: "/api/v1/session/begin-confirm",
  body: empty,
  answer: z.object({
    password: z.boolean(),
    totp: z.boolean(),
    /** At the identity provider, for whoever came by it. */
    provider: z.boolean(),
    passkey: z.object({ step: z.string(), options: passkeyOptions }).nullable(),
  }),
  problems: [],
});

/** Shows it, with one of them; sensitive acts are open again for a while. */
export const confirm = route({
  ...own,
  id: "session.confirm",
  path: "/api/v1/session/confirm",
  body: z.object({
    password: z.string().min(1).max(500).optional(),
    code: z.string().min(1).max(40).optional(),
    passkey: z.object({ step: z.string().min(1).max(60), answer: passkeyAnswer }).optional(),
  }),
  answer: empty,
  problems: [
    "session.wrong-factor",
    "session.confirm-wrong",
    "session.wrong-passkey",
    "session.passkey-copied",
    "session.step-over",
    "session.too-many-tries",
  ],
});
