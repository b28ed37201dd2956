import { z } from "zod";
import { route } from "../route.ts";
import { empty, plainDate } from "../shapes.ts";

const text = z.object({ sv: z.string(), en: z.string() });
const named = z.object({ id: z.string(), label: text });

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
    switchedOn: z
      .array(z.object({ id: z.string(), by: z.string(), on: plainDate }))
      .describe("who switched each of those on, and when"),
    steps: z.array(named).describe("steps of the process, in their order"),
    areas: z.array(named).describe("knowledge areas"),
    statuses: z.array(named),
    grains: z.array(named).describe("what one row of each kind stands for"),
    units: z.array(z.object({ id: z.string(), name: z.string() })).describe("of the board"),
    missing: z.array(named).describe("why a value may be missing"),
    variables: z.array(
      z.object({
        id: z.string(),
        grain: z.string(),
        step: z.string(),
        area: z.string(),
        label: text,
        definition: text,
        guidance: text.nullable(),
        difficulty: text.nullable().describe("what others have found hard to interpret"),
        source: text,
        derived: z.boolean().describe("follows from what is written anyway; nobody is asked"),
        available: z.boolean().describe("a document gives it by now"),
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
