import { z } from "zod";
import { route } from "../route.ts";
import { empty, plainDate, uuid, words } from "../shapes.ts";

const named = z.object({ id: uuid, name: z.string() });

/** Who is away now and later and who stands in, and who has which function of a unit. */
export const readStaffing = route({
  id: "staffing.read-staffing",
  method: "GET",
  path: "/api/v1/staffing",
  params: empty,
  query: empty,
  body: empty,
  answer: z.object({
    today: plainDate,
    units: z.array(named).describe("those the one who asks may say it for"),
    staff: z.array(named.extend({ role: z.string(), unit: uuid.nullable() })),
    absences: z.array(
      z.object({
        absence: uuid,
        staff: named,
        from: plainDate,
        to: plainDate,
        substitute: named.nullable(),
        standsIn: named.nullable().describe("today; null when nobody does, or later"),
        runs: z.boolean(),
      }),
    ),
    duties: z.array(
      z.object({
        duty: uuid,
        unit: named,
        function: words,
        holder: named,
        substitute: named.nullable(),
        from: plainDate,
        to: plainDate,
        has: named.nullable().describe("who has it today"),
        runs: z.boolean(),
      }),
    ),
    functions: z.array(words),
  }),
  action: "staffing.set",
  purpose: "administration",
  problems: [],
});
