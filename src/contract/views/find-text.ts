import { z } from "zod";
import { route } from "../route.ts";
import { empty, plainDate, uuid, words } from "../shapes.ts";
import { markShape } from "./chronology.ts";

/**
 * Finds words in what may be read of one akt: a sentence a hit, with its source and day, newest first. The words
 * stand in the body, so that no address and no log has them. Nothing is indexed (SoLPuF 15 §).
 */
export const findText = route({
  id: "views.find-text",
  method: "POST",
  path: "/api/v1/views/find-text",
  params: empty,
  query: empty,
  body: z.object({ akt: uuid, text: z.string().trim().min(2).max(100) }),
  answer: z.object({
    hits: z.array(
      z.object({
        seq: z.number().int(),
        on: plainDate,
        by: z.string(),
        source: words.describe("what kind of document or act it stands in"),
        field: words.describe("the question it answers"),
        sentence: z.string(),
        mark: markShape.nullable(),
      }),
    ),
    /** There are more than those given. */
    more: z.boolean(),
  }),
  action: "akt.read",
  purpose: "case-handling",
  problems: ["akt.not-found", "akt.protected"],
});
