import { z } from "zod";
import { route } from "../route.ts";
import { empty, personLabel, plainDate, uuid } from "../shapes.ts";

const text = z.object({ sv: z.string(), en: z.string() });

/** What follow-up has no answer to yet in one's own running matters: each worker sees the own, nobody else's. */
export const myGaps = route({
  id: "views.my-gaps",
  method: "GET",
  path: "/api/v1/my-gaps",
  params: empty,
  query: empty,
  body: empty,
  answer: z.object({
    today: plainDate,
    rows: z.array(
      z.object({
        akt: uuid,
        matter: uuid,
        child: personLabel,
        kind: text.describe("what it is about: an investigation, a measure"),
        on: plainDate,
        missing: z.array(z.object({ id: z.string(), label: text })),
      }),
    ),
  }),
  action: "followup.gaps",
  purpose: "case-handling",
  problems: [],
});
