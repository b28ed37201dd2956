import { z } from "zod";
import { plainDate, uuid } from "../shapes.ts";

/** A central need of the decision basis that holds. */
const needView = z.object({
  id: z.string(),
  area: z.string().nullable(),
  words: z.string(),
});

/** A goal for the child, by the id it keeps through the whole chain. */
const goalView = z.object({
  id: z.string(),
  need: z
    .string()
    .nullable()
    .describe("id of the need it is for; null = another need, by its area"),
  area: z.string().nullable(),
  words: z.string(),
});

/** A goal that a measure works towards, and how far it had come when it was last followed up. */
const measureGoal = z.object({
  goal: z.string(),
  on: plainDate.nullable(),
  attainment: z.string().nullable(),
  childAttainment: z.string().nullable(),
  guardianAttainment: z.string().nullable(),
});

/** An open measure from its grant to its end. */
export const measureView = z.object({
  measure: uuid,
  types: z.array(z.string()),
  decision: uuid,
  grantedOn: plainDate,
  from: plainDate.nullable(),
  to: plainDate.nullable(),
  providerKind: z.string().nullable(),
  orderedOn: plainDate.nullable(),
  startedOn: plainDate.nullable(),
  planMadeOn: plainDate.nullable(),
  planRevisedOn: plainDate.nullable(),
  followedUpOn: plainDate.nullable().describe("the latest follow-up"),
  nextFollowUp: plainDate.nullable(),
  consentWithdrawn: z.boolean(),
  goals: z.array(measureGoal),
  documents: z
    .array(
      z.object({
        entry: z.number().int(),
        document: z.string(),
        on: plainDate,
        toProvider: z.boolean().describe("whoever carries out the measure may get a copy"),
      }),
    )
    .describe("what can be printed: the line it stands in, and which document it is"),
  reports: z
    .array(
      z.object({
        report: uuid,
        entry: z.number().int().describe("the line that has its words"),
        on: plainDate,
        readOn: plainDate.nullable(),
      }),
    )
    .describe("what whoever carries it out outside the board has told, oldest first"),
  ended: z.object({ on: plainDate, reason: z.string() }).nullable(),
});

/** What a matter leads to: needs, the goals for them, and the measures that work towards the goals. */
export const measuresOfMatter = {
  needs: z
    .array(needView)
    .describe("central needs of the decision basis; the words as far as the reader may see them"),
  goals: z.array(goalView).describe("of the decision basis and of plans; words as for the needs"),
  measures: z.array(measureView),
};
