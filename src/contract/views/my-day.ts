import { z } from "zod";
import { route } from "../route.ts";
import { clockShape, empty, personLabel, plainDate, uuid } from "../shapes.ts";

/** What is due for me and my unit, ordered by legal risk. Never a reason code, violence mark or text. */
export const myDay = route({
  id: "views.my-day",
  method: "GET",
  path: "/api/v1/my-day",
  params: empty,
  query: z.object({ scope: z.enum(["mine", "unit"]).default("mine") }),
  body: empty,
  answer: z.object({
    today: plainDate,
    groups: z.array(
      z.object({
        id: z.enum(["now", "today", "week", "later", "waiting"]),
        clocks: z.array(clockShape),
        more: z.number().int(),
      }),
    ),
    drafts: z.array(
      z.object({
        draft: uuid,
        akt: uuid.nullable(),
        child: personLabel.nullable(),
        document: z.string(),
        changedAt: z.string(),
      }),
    ),
    unassigned: z.number().int(),
  }),
  action: "akt.read",
  purpose: "case-handling",
  problems: [],
});
