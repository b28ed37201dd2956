import { z } from "zod";
import { route } from "../route.ts";
import { empty, plainDate, problemShape, uuid } from "../shapes.ts";

const recipient = z.object({
  role: z.enum(["guardian", "child", "reporter", "body"]),
  person: uuid.nullable(),
  label: z
    .string()
    .describe("as the reader may see the person; a reporter is told by what they are"),
  labelEn: z.string(),
  protected: z.boolean(),
  problems: z.array(problemShape),
  enclosures: z.array(
    z.object({
      kind: z.enum(["basis", "decision", "received"]),
      item: uuid,
      label: z.string().describe("as it will stand in the letter: Swedish, as every letter"),
      belongs: z.boolean().describe("the letter speaks of it"),
      problems: z.array(problemShape),
    }),
  ),
});

/** The letters of an akt: which can be made now and for whom, and which were sent. */
export const listLetters = route({
  id: "letters.list-letters",
  method: "GET",
  path: "/api/v1/akt/:akt/letters",
  params: z.object({ akt: uuid }),
  query: empty,
  body: empty,
  answer: z.object({
    possible: z.array(
      z.object({
        matter: uuid,
        letter: z.string(),
        sv: z.string(),
        en: z.string(),
        /** What it is about: the report, the decision. */
        ids: z.record(z.string(), uuid),
        about: plainDate.nullable().describe("the day of the report or the decision"),
        recipients: z.array(recipient),
      }),
    ),
    sent: z.array(
      z.object({
        matter: uuid,
        letter: uuid,
        kind: z.string(),
        sv: z.string(),
        en: z.string(),
        to: z.string(),
        toEn: z.string(),
        on: plainDate,
        way: z.string().nullable(),
        answerBy: plainDate.nullable(),
        answeredOn: plainDate.nullable(),
        by: z.string().nullable().describe("who handed it over"),
        understood: z.string().nullable().describe("code: whether the child understood"),
        enclosed: z.number().int(),
        said: z.boolean().describe("the answer holds the child's own words"),
        file: uuid.nullable(),
      }),
    ),
  }),
  action: "akt.read",
  purpose: "case-handling",
  problems: ["akt.not-found", "akt.protected"],
});
