import { z } from "zod";
import { route } from "../route.ts";
import { clockShape, empty, personLabel, plainDate, uuid, words } from "../shapes.ts";

/** What is due for me and my unit, ordered by legal risk. Never a reason code, violence mark or text. */
export const myDay = route({
  id: "views.my-day",
  method: "GET",
  path: "/api/v1/my-day",
  params: empty,
  query: z.object({
    scope: z.enum(["mine", "unit"]).default("mine"),
    show: z.enum(["first", "all"]).default("first").describe("of each group"),
  }),
  body: empty,
  answer: z.object({
    today: plainDate,
    groups: z.array(
      z.object({
        id: z.enum(["now", "today", "week", "later", "waiting"]),
        clocks: z.array(clockShape),
        more: z.number().int().describe("those of the group that are not among the clocks"),
      }),
    ),
    late: z.number().int().describe("past their last day, among all that wait for no one else"),
    dueToday: z.number().int(),
    drafts: z.array(
      z.object({
        draft: uuid,
        akt: uuid.nullable(),
        matter: uuid.nullable(),
        item: uuid.nullable().describe("the thing it is about, where a matter may have several"),
        child: personLabel.nullable(),
        document: z.string(),
        changedAt: z.string(),
      }),
    ),
    protection: z
      .array(
        z.object({
          akt: uuid,
          person: personLabel,
          dueOn: plainDate.describe(
            "by when: the last day it is said to hold, or the next time of the law or good practice",
          ),
        }),
      )
      .describe("protected persons of one's matters whose protection is to be examined"),
    unassigned: z.number().int(),
    glass: z
      .object({ waiting: z.number().int(), late: z.number().int() })
      .nullable()
      .describe("openings in an emergency that are the reader's to follow up"),
    standsIn: z.object({
      staff: z.array(z.object({ name: z.string(), until: plainDate })),
      duties: z.array(z.object({ function: words, unit: z.string(), until: plainDate })),
    }),
  }),
  action: "akt.read",
  purpose: "case-handling",
  problems: [],
});
