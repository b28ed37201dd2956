import { z } from "zod";
import { route } from "../route.ts";
import { empty, uuid } from "../shapes.ts";
import { fileChoice } from "./download-extract.ts";
import { tableProblems } from "./make-table.ts";

/** The same table as a file. A workbook has the description beside the numbers; of the others it is a part of its own. */
export const downloadTable = route({
  id: "followup.download-table",
  method: "GET",
  path: "/api/v1/followup/table-file",
  params: empty,
  query: fileChoice.extend({
    query: z.string().max(8000).default("").describe("the query as JSON"),
    release: uuid.optional().describe("a table that has left, as it was given, instead of a query"),
    part: z.enum(["data", "about"]).default("data"),
  }),
  body: empty,
  answer: z.string(),
  action: "followup.read",
  purpose: "follow-up",
  problems: [...tableProblems, "followup.no-parquet", "followup.no-release"],
});
