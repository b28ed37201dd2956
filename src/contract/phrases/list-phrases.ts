import { z } from "zod";
import { route } from "../route.ts";
import { empty, uuid } from "../shapes.ts";

/** The phrases of the one who asks, and those of the own unit, by name. */
export const listPhrases = route({
  id: "phrases.list-phrases",
  method: "GET",
  path: "/api/v1/phrases",
  params: empty,
  query: empty,
  body: empty,
  answer: z.object({
    /** The unit whose members share phrases with the one who asks. */
    unit: z.object({ id: uuid, name: z.string() }).nullable(),
    phrases: z.array(
      z.object({
        phrase: uuid,
        shared: z.boolean().describe("of the unit; else one's own"),
        name: z.string(),
        words: z.string().describe("[in brackets] stands what has to be filled in"),
        by: z.string(),
        at: z.string(),
      }),
    ),
  }),
  action: "draft.write",
  purpose: "case-handling",
  problems: [],
});
