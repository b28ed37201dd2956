import { z } from "zod";
import { route } from "../route.ts";
import { empty } from "../shapes.ts";

/** Whether the installation is empty and waits for its first board. */
export const readSetup = route({
  id: "session.read-setup",
  method: "GET",
  path: "/api/v1/setup",
  params: empty,
  query: empty,
  body: empty,
  answer: z.object({
    needsSetup: z.boolean(),
    /** Families of an invented municipality that are there, while it fills; `resumed` after the program had stopped. */
    filling: z
      .object({ done: z.int(), total: z.int(), failed: z.boolean(), resumed: z.boolean() })
      .nullable(),
    /** Boards that an identity provider signs in to. */
    providers: z.array(z.object({ board: z.int(), name: z.string() })),
    /** Whether passwords and passkeys sign in to any of them. */
    localAccounts: z.boolean(),
    boards: z.array(z.object({ name: z.string(), synthetic: z.boolean() })),
  }),
  action: "public",
  purpose: "administration",
  problems: [],
});
