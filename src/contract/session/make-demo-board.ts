import { z } from "zod";
import { route } from "../route.ts";
import { empty } from "../shapes.ts";

/** Makes the synthetic demo board from the one-time code the terminal printed, and tells its accounts once. */
export const makeDemoBoard = route({
  id: "session.make-demo-board",
  method: "POST",
  path: "/api/v1/setup/make-demo-board",
  params: empty,
  query: empty,
  body: z.object({
    code: z.string().min(1).max(100),
    name: z.string().min(1).max(200).optional(),
    /** A handful of families walked through by hand, or an invented municipality, which fills while it is used. */
    size: z.enum(["families", "small", "typical"]).default("families"),
  }),
  answer: z.object({
    board: z.string(),
    accounts: z.array(
      z.object({
        username: z.string(),
        password: z.string(),
        name: z.string(),
        role: z.string(),
        unit: z.string().nullable(),
      }),
    ),
  }),
  action: "setup",
  purpose: "administration",
  problems: ["setup.wrong-code", "setup.already-done", "setup.under-way", "session.too-many-tries"],
});
