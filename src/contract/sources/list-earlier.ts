import { z } from "zod";
import { route } from "../route.ts";
import { answers, empty, plainDate, uuid } from "../shapes.ts";

/**
 * What was answered in earlier documents of the child to the questions of a document, newest first, as far as
 * the reader may see it: to read beside the text, and to bring over where it still holds.
 */
export const listEarlier = route({
  id: "sources.list-earlier",
  method: "GET",
  path: "/api/v1/akt/:akt/matter/:matter/earlier/:document",
  params: z.object({ akt: uuid, matter: uuid, document: z.string().max(60) }),
  query: empty,
  body: empty,
  answer: z.object({
    versions: z.array(
      z.object({
        entry: z.number().int(),
        matter: uuid,
        document: z.string(),
        sv: z.string(),
        en: z.string(),
        on: plainDate,
        by: z.string(),
        answers,
      }),
    ),
  }),
  action: "akt.read",
  purpose: "case-handling",
  problems: ["akt.not-found", "akt.protected", "matter.not-found"],
});
