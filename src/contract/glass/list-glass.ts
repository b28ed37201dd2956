import { z } from "zod";
import { route } from "../route.ts";
import { empty, personLabel, plainDate, uuid, words } from "../shapes.ts";

const text = z.object({ sv: z.string(), en: z.string() });
const staff = z.object({ id: uuid, name: z.string() });

/** The openings that somebody is to follow up, those that wait first. */
export const listGlass = route({
  id: "glass.list-glass",
  method: "GET",
  path: "/api/v1/glass",
  params: empty,
  query: empty,
  body: empty,
  answer: z.object({
    today: plainDate,
    law: text,
    outcomes: z.array(words),
    openings: z.array(
      z.object({
        opening: uuid,
        akt: uuid,
        child: personLabel.describe("named only to those who may see the child"),
        by: staff,
        unit: z.string().nullable(),
        kind: text,
        reason: z.string(),
        openedAt: z.string().describe("local time"),
        until: z.string().describe("local time"),
        looks: z.number().int().describe("how many times the akt was looked at through it"),
        followUpBy: plainDate,
        late: z.boolean(),
        mine: z.boolean().describe("opened by the one who asks, who may not follow it up"),
        review: z
          .object({ by: staff, at: z.string(), outcome: z.string(), note: z.string() })
          .nullable(),
      }),
    ),
  }),
  action: "glass.review",
  purpose: "access-control",
  problems: [],
});
