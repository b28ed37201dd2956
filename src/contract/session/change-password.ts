import { z } from "zod";
import { route } from "../route.ts";
import { empty } from "../shapes.ts";

/**
 * Changes the password of one's own account: the old one is asked for, and every other sign-in of the account ends.
 */
export const changePassword = route({
  id: "session.change-password",
  method: "POST",
  path: "/api/v1/session/change-password",
  params: empty,
  query: empty,
  body: z.object({ old: z.string().min(1).max(500), new: z.string().min(1).max(500) }),
  answer: z.object({ ended: z.number().int().describe("other sign-ins that were ended") }),
  action: "signed-in",
  purpose: "sign-in",
  problems: [
    "session.wrong-password",
    "session.password-short",
    "session.password-long",
    "session.password-guessable",
    "session.password-same",
    "session.too-many-tries",
  ],
});
