import { z } from "zod";
import { route } from "../route.ts";
import { empty } from "../shapes.ts";

/** Says which municipality the board is of, by which the research sample is known, or corrects it; the history stays. */
export const setMunicipality = route({
  id: "retention.set-municipality",
  method: "POST",
  path: "/api/v1/retention/set-municipality",
  params: empty,
  query: empty,
  body: z.object({
    municipality: z.string().regex(/^[0-9]{4}$/),
    was: z
      .string()
      .regex(/^[0-9]{4}$/)
      .nullable()
      .describe("the code that is corrected; null where none was said"),
  }),
  answer: z.object({ municipality: z.string() }),
  action: "retention.manage",
  purpose: "administration",
  problems: ["retention.municipality-changed", "retention.municipality-in-use"],
});
