import { z } from "zod";
import { route } from "../route.ts";
import { clockShape, empty, personLabel, plainDate, uuid, words } from "../shapes.ts";

const text = z.object({ sv: z.string(), en: z.string() });
const days = z.object({ from: plainDate, to: plainDate });
const place = { akt: uuid, matter: uuid, child: personLabel };

/**
 * What a unit carries and what it lacks, to plan by: never a ranking of people, so everybody stands in the order of
 * names. Lists the unit's own running matters; nothing is chosen by what stands in them.
 */
export const unitPlan = route({
  id: "views.unit-plan",
  method: "GET",
  path: "/api/v1/unit/plan",
  params: empty,
  query: empty,
  body: empty,
  answer: z.object({
    today: plainDate,
    weights: z.object({ invented: z.boolean(), note: text }),
    staff: z.array(
      z.object({
        id: uuid,
        name: z.string(),
        role: z.string(),
        matters: z.number().int().describe("running matters one has"),
        helps: z.number().int().describe("running matters one is the co-worker of"),
        due: z.number().int().describe("clocks to work to within a week"),
        duties: z.array(words).describe("functions of today"),
        weight: z.number().describe("in the unit of the weights, to the nearest half"),
        away: days.nullable().describe("now or next"),
      }),
    ),
    late: z.array(
      z.object({
        clock: clockShape,
        away: days,
        standsIn: z.string().nullable().describe("who looks after it on that day"),
      }),
    ),
    notHeard: z.array(
      z.object({ ...place, phase: z.string(), since: plainDate, worker: z.string().nullable() }),
    ),
    unsigned: z.array(
      z.object({
        ...place,
        document: text,
        fixed: z.boolean().describe("fixed, and waits to be signed"),
        by: z.string(),
        since: plainDate,
      }),
    ),
  }),
  action: "unit.read",
  purpose: "case-handling",
  problems: [],
});
