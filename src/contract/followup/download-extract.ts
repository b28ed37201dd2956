import { z } from "zod";
import { route } from "../route.ts";
import { empty, instant, plainDate, uuid } from "../shapes.ts";
import { csvDialects, fileKinds } from "./file-table.ts";

const variable = z.string().max(20);

/** Which rows of follow-up are taken out, and what of them: a row for each row of one kind. */
export const extractDefinition = z.object({
  grain: z.enum(["akt", "utr", "bes", "gen", "fol", "avs", "goal"]),
  variables: z.array(variable).min(1).max(200),
  from: plainDate.optional(),
  to: plainDate.optional(),
  units: z.array(uuid).max(50).optional().describe("only rows of these units"),
  filters: z
    .array(z.object({ variable, in: z.array(z.string().max(80)).max(50) }))
    .max(10)
    .default([]),
});

/** What the file is to be for: kept, and asked for each time. */
export const statedPurpose = z.string().trim().min(10).max(500);

/** How a file is made. */
export const fileChoice = z.object({
  kind: z.enum(fileKinds).default("csv"),
  lang: z.enum(["sv", "en"]).default("sv"),
  dialect: z.enum(csvDialects).default("excel").describe("of CSV only"),
});

const definitionProblems = [
  "followup.unknown-variable",
  "followup.different-grain",
  "followup.not-selectable",
  "followup.only-in-groups",
  "followup.period",
];

/**
 * Takes rows out of follow-up for a stated purpose: kept with its definition, so that its files can be made. A row
 * has a number of its own in each extract and nothing that leads back to the child.
 */
export const makeExtract = route({
  id: "followup.make-extract",
  method: "POST",
  path: "/api/v1/followup/make-extract",
  params: empty,
  query: empty,
  body: z.object({ definition: extractDefinition, statedPurpose }),
  answer: z.object({
    extract: uuid,
    rows: z.number().int(),
    cutOff: instant.describe("up to when the rows say how it was"),
  }),
  action: "followup.extract",
  purpose: "follow-up",
  problems: definitionProblems,
});

/** A file of an extract: the same bytes each time, or a refusal when its rows have changed since. */
export const downloadExtract = route({
  id: "followup.download-extract",
  method: "GET",
  path: "/api/v1/followup/extract/:extract/file",
  params: z.object({ extract: uuid }),
  query: fileChoice,
  body: empty,
  answer: z.string(),
  action: "followup.extract",
  purpose: "follow-up",
  problems: [
    ...definitionProblems,
    "followup.unknown-extract",
    "followup.extract-changed",
    "followup.extract-busy",
    "followup.too-many-rows",
    "followup.no-parquet",
  ],
});
