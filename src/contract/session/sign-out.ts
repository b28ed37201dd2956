import { z } from "zod";
import { route } from "../route.ts";
import { empty } from "../shapes.ts";

/** Ends the session on the server and clears the cookie. */
export const signOut = route({
  id: "session.sign-out",
  method: "POST",
  path: "/api/v1/session/sign-out",
  params: empty,
  query: empty,
  body: empty,
  answer: z.object({
    /** Where to go to sign out at the identity provider too, for whoever came by it. */
    provider: z.string().nullable(),
  }),
  action: "signed-in",
  purpose: "sign-in",
  problems: [],
});
