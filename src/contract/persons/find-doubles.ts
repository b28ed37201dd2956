import { z } from "zod";
import { route } from "../route.ts";
import { empty, personLabel, plainDate, uuid } from "../shapes.ts";

/** Persons who may be one and the same, each with why. A hint for people to look at, never a merge (U-07). */
const answer = z.object({
  doubles: z.array(
    personLabel.extend({
      akt: uuid.nullable(),
      birthDate: z.string().nullable(),
      kind: z
        .enum(["double", "twins"])
        .describe("`twins` are two persons, whose numbers may have been given to the wrong one"),
      reasons: z.array(z.object({ id: z.string(), sv: z.string(), en: z.string() })),
    }),
  ),
});

/** Before somebody is registered: who is here already by a like name and nearly the same birth date. */
export const findDoubles = route({
  id: "persons.find-doubles",
  method: "POST",
  path: "/api/v1/persons/find-doubles",
  params: empty,
  query: empty,
  body: z.object({
    givenName: z.string().max(200),
    familyName: z.string().max(200).default(""),
    birthDate: plainDate.optional(),
    identityNumber: z.string().max(20).optional(),
  }),
  answer,
  action: "person.search",
  purpose: "case-handling",
  problems: [],
});

/** Who may be the same as a person who is here, for those who may join the two; none for others. */
export const listDoubles = route({
  id: "persons.list-doubles",
  method: "GET",
  path: "/api/v1/persons/:person/doubles",
  params: z.object({ person: uuid }),
  query: empty,
  body: empty,
  answer,
  action: "person.read",
  purpose: "case-handling",
  problems: ["person.not-found"],
});
