import { z } from "zod";
import { route } from "../route.ts";
import { empty, personLabel, plainDate, uuid, words } from "../shapes.ts";

/**
 * The people around a child with the days their relations hold, for the map and the list beside it. Somebody with
 * protected data is in it only for who may see that person; how many are left out is told by their number.
 */
export const network = route({
  id: "views.network",
  method: "GET",
  path: "/api/v1/akt/:akt/network",
  params: z.object({ akt: uuid }),
  query: empty,
  body: empty,
  answer: z.object({
    akt: uuid,
    today: plainDate,
    child: personLabel,
    persons: z.array(personLabel),
    relations: z.array(
      z.object({
        relation: uuid,
        person: uuid.describe("the person who is `kind` of the other"),
        kind: words,
        other: uuid,
        validFrom: plainDate.nullable(),
        validTo: plainDate.nullable(),
        source: z.string().nullable().describe("code of codelist basic-data-source"),
      }),
    ),
    professionals: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        role: words,
        from: plainDate.nullable(),
        to: plainDate.nullable(),
      }),
    ),
    hidden: z.number().int().describe("people with protected data whom the reader may not see"),
    kinds: z.array(words).describe("kinds of relation that can be recorded"),
  }),
  action: "akt.read",
  purpose: "case-handling",
  problems: ["akt.not-found", "akt.protected"],
});
