import { z } from "zod";
import { route } from "../route.ts";
import { empty, personLabel, plainDate, uuid } from "../shapes.ts";

const text = z.object({ sv: z.string(), en: z.string() });

/**
 * Who has looked at a child's akt or written in it, for the manager of its unit: a line for each person, day and
 * kind, newest first, with reasons to ask. Never what was read.
 */
export const accesses = route({
  id: "views.accesses",
  method: "GET",
  path: "/api/v1/akt/:akt/accesses",
  params: z.object({ akt: uuid }),
  query: empty,
  body: empty,
  answer: z.object({
    today: plainDate,
    child: personLabel,
    law: text.describe("why access is checked"),
    cut: z.boolean().describe("there are older lines that are not shown"),
    lines: z.array(
      z.object({
        staff: uuid,
        name: z.string(),
        unit: z.string().nullable(),
        relation: z
          .enum(["worker", "co-worker", "unit-manager", "performer", "unplaced", "none"])
          .describe("today; performer: on that day"),
        day: plainDate,
        kind: z.enum(["view", "command", "refused", "denied"]),
        did: text,
        what: z.array(text),
        times: z.number().int(),
        first: z.string().describe("time of day in Stockholm, HH:MM"),
        last: z.string().describe("time of day in Stockholm, HH:MM"),
        hints: z.array(z.enum(["glass", "no-assignment", "night"])),
      }),
    ),
  }),
  action: "log.read",
  purpose: "access-control",
  problems: ["akt.not-found", "akt.protected"],
});
