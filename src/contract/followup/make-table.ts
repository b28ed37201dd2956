import { z } from "zod";
import { route } from "../route.ts";
import { empty, plainDate } from "../shapes.ts";

const text = z.object({ sv: z.string(), en: z.string() });

/** One question: a variable, perhaps crossed with another of the same grain, over a period and filters. */
export const tableQuery = z.object({
  rows: z.string().max(20),
  columns: z.string().max(20).optional(),
  from: plainDate.optional(),
  to: plainDate.optional(),
  filters: z
    .array(z.object({ variable: z.string().max(20), in: z.array(z.string().max(80)).max(50) }))
    .max(10)
    .default([]),
});

export const tableAnswer = z.object({
  query: tableQuery,
  question: text.describe("the question in words"),
  sentence: text.describe("the result in one plain sentence"),
  n: z.number().int(),
  missing: z.number().int(),
  rows: z.array(z.object({ code: z.string(), label: text, missing: z.boolean() })),
  columns: z.array(z.object({ code: z.string(), label: text, missing: z.boolean() })),
  cells: z
    .array(z.array(z.number().int()))
    .describe("cells[row][column]; one column when not crossed"),
  small: z.number().int().describe("counts under this are marked small inside the unit"),
  definition: z.object({
    rows: text,
    columns: text.nullable(),
    grain: z.string(),
    population: text,
    specDigest: z.string(),
    cutOff: z.string(),
  }),
});

/** Counts: the cross table inside the unit, exact numbers, missing kept apart. */
export const makeTable = route({
  id: "followup.make-table",
  method: "POST",
  path: "/api/v1/followup/make-table",
  params: empty,
  query: empty,
  body: tableQuery,
  answer: tableAnswer,
  action: "followup.read",
  purpose: "follow-up",
  problems: [
    "followup.unknown-variable",
    "followup.different-grain",
    "followup.not-selectable",
    "followup.period",
  ],
});

/** The same table as a CSV file (text, not JSON). */
export const downloadTable = route({
  id: "followup.download-table",
  method: "GET",
  path: "/api/v1/followup/table.csv",
  params: empty,
  query: z.object({
    query: z.string().max(8000).describe("the query as JSON"),
    lang: z.enum(["sv", "en"]).default("sv"),
  }),
  body: empty,
  answer: z.string(),
  action: "followup.read",
  purpose: "follow-up",
  problems: [
    "followup.unknown-variable",
    "followup.different-grain",
    "followup.not-selectable",
    "followup.period",
  ],
});
