import { z } from "zod";
import { usernameShape } from "../accounts/username.ts";
import { route } from "../route.ts";
import { empty, instant } from "../shapes.ts";

const name = z
  .string()
  .trim()
  .min(1)
  .regex(/^\P{C}+$/u)
  .max(200);
const person = z.object({ name, username: usernameShape });

/**
 * Makes the first board of real persons from the one-time code the terminal printed: its units, the bodies that
 * decide, and the two who run it. Each gets a code of their own, told once, with which they choose a password.
 */
export const makeBoard = route({
  id: "session.make-board",
  method: "POST",
  path: "/api/v1/setup/make-board",
  params: empty,
  query: empty,
  body: z.object({
    code: z.string().min(1).max(100),
    name,
    units: z.array(name).min(1).max(50),
    /** The committee that decides for the board, where there is one. */
    committee: name.optional(),
    /** Gives others their accounts and roles. */
    userAdministrator: person,
    /** Runs the server and its backups, and sees nothing of any child. */
    systemAdministrator: person,
  }),
  answer: z.object({
    board: z.string(),
    accounts: z.array(
      z.object({ name: z.string(), role: z.string(), username: z.string(), code: z.string() }),
    ),
    until: instant,
  }),
  action: "setup",
  purpose: "administration",
  problems: [
    "setup.wrong-code",
    "setup.already-done",
    "setup.under-way",
    "setup.same-person",
    "setup.test-settings",
    "session.too-many-tries",
  ],
});
