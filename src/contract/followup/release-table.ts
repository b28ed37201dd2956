import { z } from "zod";
import { route } from "../route.ts";
import { empty, uuid } from "../shapes.ts";
import { tableAnswer, tableProblems, tableQuery } from "./make-table.ts";

/** A table that may leave the board, as it was given and will be given again. */
export const releasedTable = z.object({
  release: uuid,
  hash: z.string().describe("SHA-256 of the table in canonical form"),
  held: z
    .boolean()
    .describe("so few have changed since that the table is given as it was: see its cut-off"),
  table: tableAnswer,
});

/**
 * Makes a table that may leave the board: what is small, and what it could be worked out from, is withheld,
 * with everything that has left before in view. What is told is kept.
 */
export const releaseTable = route({
  id: "followup.release-table",
  method: "POST",
  path: "/api/v1/followup/release-table",
  params: empty,
  query: empty,
  body: tableQuery,
  answer: releasedTable,
  action: "followup.release",
  purpose: "follow-up",
  problems: [
    ...tableProblems,
    "followup.too-few",
    "followup.already-told",
    "followup.too-much-told",
  ],
});

/** A table that has left, as it was given. */
export const readRelease = route({
  id: "followup.read-release",
  method: "GET",
  path: "/api/v1/followup/releases/:release",
  params: z.object({ release: uuid }),
  query: empty,
  body: empty,
  answer: releasedTable,
  action: "followup.release",
  purpose: "follow-up",
  problems: ["followup.no-release"],
});
