import { z } from "zod";
import { route } from "../route.ts";
import { empty, plainDate, uuid } from "../shapes.ts";

const text = z.object({ sv: z.string(), en: z.string() });

/** How much of what the starter set asks has an answer, unit by unit and kind by kind of row. */
export const readFill = route({
  id: "followup.read-fill",
  method: "GET",
  path: "/api/v1/followup/fill",
  params: empty,
  query: empty,
  body: empty,
  answer: z.object({
    from: plainDate.describe("rows of this day and later"),
    kinds: z.array(z.object({ id: z.string(), name: text })),
    units: z.array(
      z.object({
        unit: uuid.nullable().describe("none for what no unit has yet"),
        name: z.string().nullable(),
        kinds: z.array(
          z.object({
            kind: z.string(),
            n: z.number().int().describe("answers that could be there"),
            filled: z.number().int(),
          }),
        ),
      }),
    ),
  }),
  action: "followup.read",
  purpose: "follow-up",
  problems: [],
});
