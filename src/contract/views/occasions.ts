import { z } from "zod";
import { route } from "../route.ts";
import { answers, empty, uuid } from "../shapes.ts";

/** How the child took part in an investigation, each time, as the record tells it now: what the basis will hold. */
export const occasions = route({
  id: "views.occasions",
  method: "GET",
  path: "/api/v1/akt/:akt/matter/:matter/occasions",
  params: z.object({ akt: uuid, matter: uuid }),
  query: empty,
  body: empty,
  answer: z.object({
    answers: answers.describe("the list of the decision basis that the record fills"),
    corrected: z.array(uuid).describe("those whose entry was corrected, by item"),
  }),
  action: "akt.read",
  purpose: "case-handling",
  problems: ["akt.not-found", "akt.protected", "matter.not-found"],
});
