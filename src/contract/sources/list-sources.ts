import { z } from "zod";
import { route } from "../route.ts";
import { empty, plainDate, uuid } from "../shapes.ts";

/** One thing that the texts of a matter may cite: an entry of its record, or a part of one. */
export const sourceShape = z.object({
  entry: z.number().int(),
  kind: z.string().describe("code of codelist citation-kind"),
  part: uuid.nullable().describe("the statement of a document, or the received document"),
  on: plainDate,
  by: z.string(),
  sv: z.string(),
  en: z.string(),
  excerpt: z.string().nullable().describe("the beginning of what was written"),
  pages: z.number().int().nullable(),
  limited: z.boolean().describe("not everybody who gets a copy may see it"),
  mark: z.object({ kind: z.enum(["corrected", "undone", "moved"]), on: plainDate }).nullable(),
});

/** What the texts of a matter may cite, newest first, as far as the reader may see it. */
export const listSources = route({
  id: "sources.list-sources",
  method: "GET",
  path: "/api/v1/akt/:akt/matter/:matter/sources",
  params: z.object({ akt: uuid, matter: uuid }),
  query: empty,
  body: empty,
  answer: z.object({
    sources: z.array(sourceShape),
    complete: z.boolean().describe("false: there are older ones that are not told"),
  }),
  action: "akt.read",
  purpose: "case-handling",
  problems: ["akt.not-found", "akt.protected", "matter.not-found"],
});
