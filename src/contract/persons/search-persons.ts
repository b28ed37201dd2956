import { z } from "zod";
import { route } from "../route.ts";
import { empty, personLabel, uuid } from "../shapes.ts";

/** Search by name, personnummer, samordningsnummer or matter number only (SoLPuF 15 §). */
export const searchPersons = route({
  id: "persons.search-persons",
  method: "GET",
  path: "/api/v1/persons/search",
  params: empty,
  query: z.object({ q: z.string().min(2).max(200) }),
  body: empty,
  answer: z.object({
    /** How the text was read: as a number or as a name. */
    readAs: z.enum(["number", "name"]),
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
