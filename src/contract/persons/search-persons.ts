import { z } from "zod";
import { route } from "../route.ts";
import { empty, personLabel, uuid } from "../shapes.ts";

/**
 * Search by name, personnummer, samordningsnummer or matter number only (SoLPuF 15 §). It reads, and is a POST all
 * the same: a name in an address would stand in the logs of every proxy on the way.
 */
export const searchPersons = route({
  id: "persons.search-persons",
  method: "POST",
  path: "/api/v1/persons/search-persons",
  params: empty,
  query: empty,
  body: z.object({ q: z.string().min(2).max(200) }),
  answer: z.object({
    /** How the text was read: as the number of a person or of a matter, or as a name. */
    readAs: z.enum(["number", "matter-number", "name"]),
    hits: z.array(
      personLabel.extend({
        akt: uuid.nullable(),
        birthDate: z.string().nullable(),
        reasons: z.array(z.object({ id: z.string(), sv: z.string(), en: z.string() })),
        running: z.boolean(),
      }),
    ),
    more: z.boolean(),
  }),
  action: "person.search",
  purpose: "case-handling",
  problems: ["identity.check-digit", "identity.date", "identity.century-unknown", "identity.shape"],
});
