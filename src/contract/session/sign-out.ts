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
  answer: empty,
  action: "signed-in",
  purpose: "sign-in",
  problems: [],
});
