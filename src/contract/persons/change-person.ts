import { z } from "zod";
import { route } from "../route.ts";
import { answers, empty, plainDate, problemShape, uuid } from "../shapes.ts";

/** Changes fields of `basic-data` from a day on, adds or ends relations; the history stays. */
export const changePerson = route({
  id: "persons.change-person",
  method: "POST",
  path: "/api/v1/persons/change-person",
  params: empty,
  query: empty,
  body: z.object({
    commandId: uuid,
    person: uuid,
    data: answers.default({}),
    validFrom: plainDate.optional(),
    source: z.string().max(60).optional().describe("code of codelist basic-data-source"),
    relations: z
      .array(
        z.object({
          relation: uuid,
          kind: z.string().max(40),
          to: uuid,
          validFrom: plainDate.optional(),
          validTo: plainDate.optional(),
        }),
      )
      .max(50)
      .default([]),
  }),
  answer: z.object({ person: uuid, warnings: z.array(problemShape) }),
  action: "person.write",
  purpose: "case-handling",
  problems: [
    "identity.check-digit",
    "identity.date",
    "identity.not-test-number",
    "person.number-taken",
    "person.new-identity-anew",
    "person.relation-unknown",
    "person.relation-to-itself",
    "person.relation-ends-before-it-begins",
    "person.relation-other",
    "person.not-found",
  ],
});
