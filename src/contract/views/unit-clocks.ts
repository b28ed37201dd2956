import { z } from "zod";
import { route } from "../route.ts";
import { clockShape, empty, matterNumber, personLabel, plainDate, uuid, words } from "../shapes.ts";

const matterRow = z.object({
  akt: uuid,
  matter: uuid,
  number: matterNumber,
  child: personLabel,
  phase: z.string(),
  unit: z.string().nullable(),
  startedOn: plainDate,
  worker: z.object({ id: uuid, name: z.string() }).nullable(),
  coWorker: z.object({ id: uuid, name: z.string() }).nullable(),
  handedTo: z.string().nullable().describe("the unit that is to receive it"),
  nextClock: clockShape.nullable(),
});

/** The unit's running matters and clocks for the manager: allocation and what will be late. For planning, never a ranking. */
export const unitClocks = route({
  id: "views.unit-clocks",
  method: "GET",
  path: "/api/v1/unit",
  params: empty,
  query: empty,
  body: empty,
  answer: z.object({
    today: plainDate,
    unit: z.object({ id: uuid, name: z.string() }).nullable(),
    staff: z.array(
      z.object({
        id: uuid,
        name: z.string(),
        role: z.string(),
        qualified: z.boolean(),
        running: z.number().int(),
        clocksDue: z.number().int(),
      }),
    ),
    unallocated: z.array(matterRow),
    toReceive: z.array(matterRow).describe("handed over by other units, to be received"),
    matters: z.array(matterRow),
    toReview: z.array(
      z.object({ akt: uuid, matter: uuid, child: personLabel, document: uuid, fixedOn: plainDate }),
    ),
    toDecide: z.array(
      z.object({
        akt: uuid,
        matter: uuid,
        child: personLabel,
        what: words,
        target: plainDate.nullable(),
      }),
    ),
    clocks: z.array(clockShape),
    more: z.number().int(),
  }),
  action: "unit.read",
  purpose: "case-handling",
  problems: [],
});
