import { z } from "zod";
import { route } from "../route.ts";
import { empty, personLabel, uuid } from "../shapes.ts";
import { tableProblems, tableQuery } from "./make-table.ts";

const place = z.string().max(80).optional();

/**
 * Whom a number is about: the children behind a cell of a table, of the own unit only and never one with
 * protected data. Every child shown stands in the access log.
 */
export const openCell = route({
  id: "followup.open-cell",
  method: "POST",
  path: "/api/v1/followup/open-cell",
  params: empty,
  query: empty,
  body: z.object({
    query: tableQuery,
    row: place.describe("code of the row; left out: the total over rows"),
    column: place,
    layer: place,
  }),
  answer: z.object({
    children: z.array(z.object({ akt: uuid, matter: uuid, child: personLabel })),
    others: z
      .number()
      .int()
      .describe("matters that are counted and not shown: of other units, protected, or too many"),
  }),
  action: "followup.open",
  purpose: "follow-up",
  problems: [...tableProblems, "followup.no-cell"],
});
