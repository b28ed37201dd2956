import { route } from "../route.ts";
import { empty } from "../shapes.ts";
import { me } from "./sign-in.ts";

/** Who is signed in. */
export const readMe = route({
  id: "session.read-me",
  method: "GET",
  path: "/api/v1/session/me",
  params: empty,
  query: empty,
  body: empty,
  answer: me,
  action: "signed-in",
  purpose: "sign-in",
  problems: [],
});
