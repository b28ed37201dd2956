import { z } from "zod";
import { route } from "../route.ts";
import { empty } from "../shapes.ts";

const text = z.object({ sv: z.string(), en: z.string() });

/** The catalogue of variables: definition, source, value set and fill rate. */
export const readCatalogue = route({
  id: "followup.read-catalogue",
  method: "GET",
  path: "/api/v1/followup/catalogue",
  params: empty,
  query: empty,
  body: empty,
  answer: z.object({
    onRequest: z
      .array(z.string())
      .describe("variables nobody is asked for until the board switches them on"),
    asked: z.array(z.string()).describe("those of them that are on"),
    variables: z.array(
      z.object({
        id: z.string(),
        grain: z.string(),
        step: z.string(),
        area: z.string(),
        label: text,
        definition: text,
        source: text,
        status: z.string(),
        type: z.string(),
        codelist: z.string().nullable(),
        codes: z.array(z.object({ id: z.string(), label: text })),
        starter: z.boolean(),
        fill: z.object({ n: z.number().int(), filled: z.number().int() }).nullable(),
      }),
    ),
  }),
  action: "followup.read",
  purpose: "follow-up",
  problems: [],
});
