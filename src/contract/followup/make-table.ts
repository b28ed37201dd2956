import { z } from "zod";
import { route } from "../route.ts";
import { empty, instant, plainDate, uuid } from "../shapes.ts";

const text = z.object({ sv: z.string(), en: z.string() });
const variable = z.string().max(20);

/**
 * One question: a variable, perhaps crossed with others of the same grain, over a period and filters. A table
 * has three places, rows, columns and layers. `series` and `compare` take the first of them that is free.
 */
export const tableQuery = z.object({
  rows: variable,
  columns: variable.optional(),
  layers: variable.optional(),
  from: plainDate.optional(),
  to: plainDate.optional(),
  filters: z
    .array(z.object({ variable, in: z.array(z.string().max(80)).max(50) }))
    .max(10)
    .default([]),
  units: z.array(uuid).max(50).optional().describe("only rows of these units"),
  series: z
    .enum(["month", "quarter", "half-year", "year"])
    .optional()
    .describe("a column for each period of the row's own day, those without rows too"),
  pool: z
    .boolean()
    .optional()
    .describe("periods of a series that hold few are counted together with the next"),
  compare: z
    .discriminatedUnion("by", [
      z.object({
        by: z.literal("periods"),
        from: plainDate.describe("the other period, beside `from` and `to` of the question"),
        to: plainDate,
      }),
      z.object({ by: z.literal("units") }),
    ])
    .optional(),
  percent: z
    .enum(["column", "row", "all"])
    .optional()
    .describe("of what the shares are: the answers of the column (when left out), the row, or all"),
  withMissing: z
    .boolean()
    .optional()
    .describe("the shares are of all, those without an answer too; otherwise of the answers"),
});

const axis = z.object({
  kind: z
    .enum(["variable", "series", "periods", "units"])
    .describe("a variable, periods of a series, two compared periods, or units"),
  id: z.string().nullable().describe("of the variable"),
  label: text,
  definition: text.nullable(),
  several: z.boolean().describe("one row of follow-up can be in several places at once"),
});
const entry = z.object({ code: z.string(), label: text, missing: z.boolean() });
const counted = z.number().int().nullable().describe("null: not told outside the unit");
const share = z.object({
  share: z.number(),
  low: z.number().describe("95 % interval of Wilson"),
  high: z.number(),
  of: z.number().int(),
});

/** Counts of one layer, or of all together. Totals count each thing once, also where several answers can apply. */
const slice = z.object({
  n: counted,
  cells: z.array(z.array(counted)).describe("cells[row][column]; one column when not crossed"),
  rowTotals: z.array(counted),
  columnTotals: z.array(counted),
  shares: z
    .array(z.array(share.nullable()))
    .describe(
      "as `percent` asks; null where the base is small, withheld or nought, and for missing",
    ),
});

/** How much may be seen: exact counts inside the unit, or what may leave it. */
const room = z.enum(["inside", "out"]);

export const tableAnswer = z.object({
  query: tableQuery,
  room,
  question: text.describe("the question in words"),
  sentence: text.describe("the result in one plain sentence"),
  notes: z.array(text).describe("what else must be said beside the table, a sentence each"),
  n: z.number().int(),
  missing: counted.describe("rows without an answer to one of the variables"),
  axes: z.object({ rows: axis, columns: axis.nullable(), layers: axis.nullable() }),
  rows: z.array(entry),
  columns: z.array(entry),
  layers: z.array(entry).describe("none without layers"),
  cells: slice.shape.cells,
  rowTotals: slice.shape.rowTotals,
  columnTotals: slice.shape.columnTotals,
  shares: slice.shape.shares,
  slices: z.array(slice).describe("one a layer, in their order"),
  small: z
    .number()
    .int()
    .describe("inside: counts under this are marked small; out: they are withheld"),
  rounded: z.number().int().describe("out: counts are rounded to whole multiples; 1 when not"),
  definition: z.object({
    rows: text,
    columns: text.nullable(),
    grain: z.string(),
    population: text,
    specVersion: z.string(),
    specDigest: z.string(),
    cutOff: instant,
  }),
});

export type TableQuery = z.infer<typeof tableQuery>;
export type TableAnswer = z.infer<typeof tableAnswer>;

export const tableProblems = [
  "followup.unknown-variable",
  "followup.different-grain",
  "followup.not-selectable",
  "followup.period",
  "followup.too-many-places",
  "followup.too-large",
] as const;

/** Counts: the table inside the unit, exact numbers, missing kept apart. */
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
  problems: [...tableProblems],
});
