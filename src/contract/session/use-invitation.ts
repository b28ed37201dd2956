import { z } from "zod";
import { route } from "../route.ts";
import { empty } from "../shapes.ts";
import { signedIn } from "./sign-in.ts";

/** Chooses the password of an account with the one-time code from whoever runs accounts, and signs in. */
export const useInvitation = route({
  id: "session.use-invitation",
  method: "POST",
  path: "/api/v1/session/use-invitation",
  params: empty,
  query: empty,
  body: z.object({
    username: z.string().min(1).max(200),
    code: z.string().min(1).max(100),
    password: z.string().min(1).max(500),
  }),
  answer: signedIn,
  action: "public",
  purpose: "sign-in",
  problems: [
    "session.wrong-invitation",
    "session.password-short",
    "session.password-long",
    "session.password-guessable",
    "session.too-many-tries",
  ],
});
