import { z } from "zod";
import { route } from "../route.ts";
import { empty, uuid } from "../shapes.ts";
import { fileChoice } from "./download-extract.ts";

/**
 * A table that has left the board as a file, the same bytes each time: of exact counts there is none. A workbook has the
 * description beside the numbers; of the others it is a part of its own.
 */
export const downloadTable = route({
  id: "followup.download-table",
  method: "GET",
  path: "/api/v1/followup/table-file",
  params: empty,
  query: fileChoice.extend({
    release: uuid.describe("of the table, as it was given"),
    part: z.enum(["data", "about"]).default("data"),
  }),
  body: empty,
  answer: z.string(),
  action: "followup.release",
  purpose: "follow-up",
  problems: ["followup.no-parquet", "followup.no-release"],
});
