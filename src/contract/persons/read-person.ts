import { z } from "zod";
import { route } from "../route.ts";
import { answers, answerValue, empty, personLabel, uuid } from "../shapes.ts";

/** Basic data of a person, field by field, as far as the reader may see; withheld field classes are named. */
export const readPerson = route({
  id: "persons.read-person",
  method: "GET",
  path: "/api/v1/persons/:person",
  params: z.object({ person: uuid }),
  query: empty,
  body: empty,
  answer: z.object({
    label: personLabel,
    number: z.string().nullable(),
    fields: answers,
    origins: z
      .record(
        z.string(),
        z.object({
          validFrom: z.string(),
          source: z.string().nullable(),
          recordedOn: z.string().nullable(),
        }),
      )
      .describe("of each field shown: the day it holds from, its source, when it was recorded"),
    history: z
      .record(
        z.string(),
        z.array(
          z.object({
            value: answerValue,
            validFrom: z.string(),
            source: z.string().nullable(),
            recordedOn: z.string().nullable(),
          }),
        ),
      )
      .describe("of each field shown that has had other values: all of them, the latest first"),
    withheld: z.array(z.string()),
    relations: z.array(
      z.object({
        relation: uuid,
        kind: z.string(),
        direction: z.enum(["to", "from"]),
        other: personLabel,
        validFrom: z.string().nullable(),
        validTo: z.string().nullable(),
      }),
    ),
    akt: uuid.nullable(),
    identity: z
      .object({
        earlier: z.array(z.string()).describe("numbers the person had"),
        mistaken: z.array(z.object({ number: z.string(), on: z.string() })),
        joined: z.array(z.object({ joining: uuid, on: z.string(), numbers: z.array(z.string()) })),
        partOf: uuid.nullable().describe("the record this one is part of"),
      })
      .nullable()
      .describe("what became of the numbers; for those who work with the person"),
  }),
  action: "person.read",
  purpose: "case-handling",
  problems: ["person.not-found"],
});
