import { z } from "zod";
import { route } from "../route.ts";
import { empty, personLabel, plainDate, uuid } from "../shapes.ts";

const told = z.object({ sv: z.string(), en: z.string() });

/** The protection of a person: which, what it rests on, who set it, until when, through whom, and who may see the person. */
export const readProtection = route({
  id: "persons.read-protection",
  method: "GET",
  path: "/api/v1/persons/:person/protection",
  params: z.object({ person: uuid }),
  query: empty,
  body: empty,
  answer: z.object({
    label: personLabel,
    own: z
      .object({
        level: told,
        provision: told.nullable(),
        authority: told.nullable(),
        decidedOn: plainDate.nullable(),
        validFrom: plainDate,
        until: plainDate.nullable(),
        setBy: z.string().nullable().describe("the member of staff who recorded it"),
        setOn: plainDate.nullable(),
        review: z.object({ dueOn: plainDate, from: plainDate, late: z.boolean() }),
      })
      .nullable(),
    earlier: z.array(z.object({ level: told, validFrom: plainDate, setBy: z.string().nullable() })),
    through: personLabel.nullable().describe("the protected adult whom the child lives with"),
    named: z.array(z.object({ staff: uuid, name: z.string() })),
    others: z
      .array(z.object({ name: z.string(), tie: told }))
      .describe("those who have the matter, where nobody is named, and the manager of its unit"),
    hiddenFrom: z.array(personLabel).describe("address, telephone and school"),
    staff: z.array(z.object({ staff: uuid, name: z.string() })).describe("who may be named"),
  }),
  action: "person.read",
  purpose: "case-handling",
  problems: ["person.not-found"],
});
