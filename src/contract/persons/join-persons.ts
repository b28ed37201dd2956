import { z } from "zod";
import { route } from "../route.ts";
import { empty, uuid } from "../shapes.ts";

const reason = z.string().max(4000);
const joinAnswer = z.object({ person: uuid, joining: uuid });

/** Makes two records of one person one: `person` is kept, `other` becomes part of it. Nothing is lost. */
export const joinPersons = route({
  id: "persons.join-persons",
  method: "POST",
  path: "/api/v1/persons/join-persons",
  params: empty,
  query: empty,
  body: z.object({ commandId: uuid, person: uuid, other: uuid, reason }),
  answer: joinAnswer,
  action: "person.write",
  purpose: "case-handling",
  problems: [
    "person.not-found",
    "person.same",
    "person.new-identity",
    "person.joined-already",
    "person.has-joined",
    "person.related-to-each-other",
    "person.keep-the-one-with-akt",
    "person.reason-missing",
  ],
});

/** Takes a joining back: each record is as it would be without it. */
export const partPersons = route({
  id: "persons.part-persons",
  method: "POST",
  path: "/api/v1/persons/part-persons",
  params: empty,
  query: empty,
  body: z.object({ commandId: uuid, person: uuid, joining: uuid, reason }),
  answer: joinAnswer,
  action: "person.write",
  purpose: "case-handling",
  problems: ["person.not-found", "person.not-joined", "person.reason-missing"],
});

/** Mends a number that was wrong from the beginning, or lets two who have each other's exchange them. */
export const mendNumber = route({
  id: "persons.mend-number",
  method: "POST",
  path: "/api/v1/persons/mend-number",
  params: empty,
  query: empty,
  body: z.object({
    commandId: uuid,
    person: uuid,
    /** Absent = nobody knows it yet: the person gets a provisional one. */
    number: z.string().max(20).optional(),
    swapWith: uuid.optional(),
    reason,
  }),
  answer: z.object({ person: uuid }),
  action: "person.write",
  purpose: "case-handling",
  problems: [
    "identity.check-digit",
    "identity.date",
    "identity.shape",
    "identity.not-test-number",
    "person.number-taken",
    "person.no-number-to-swap",
    "person.joined-already",
    "person.nothing-to-change",
    "person.reason-missing",
    "person.not-found",
  ],
});
