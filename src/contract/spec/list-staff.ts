import { z } from "zod";
import { route } from "../route.ts";
import { empty, uuid } from "../shapes.ts";

/** Staff and deciding bodies of the board, for pickers. */
export const listStaff = route({
  id: "spec.list-staff",
  method: "GET",
  path: "/api/v1/staff",
  params: empty,
  query: empty,
  body: empty,
  answer: z.object({
    staff: z.array(
      z.object({
        id: uuid,
        name: z.string(),
        role: z.string(),
        qualified: z.boolean(),
        unit: z.object({ id: uuid, name: z.string() }).nullable(),
      }),
    ),
    decisions: z.array(z.string()).describe("kinds of decision that law or delegation order names"),
    rights: z
      .array(z.object({ role: z.string(), qualified: z.boolean(), decides: z.array(z.string()) }))
      .describe("what each role may decide today; each decision is still tried"),
  }),
  action: "signed-in",
  purpose: "administration",
  problems: [],
});
