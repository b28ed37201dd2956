import { z } from "zod";
import { route } from "../route.ts";
import { clockShape, empty, matterNumber, personLabel, plainDate, uuid, words } from "../shapes.ts";

const staff = z.object({ id: uuid, name: z.string() }).nullable();

/** A matter on one page for whoever takes it over: derived from what stands, nothing is written for it. */
export const handover = route({
  id: "views.handover",
  method: "GET",
  path: "/api/v1/akt/:akt/matter/:matter/handover",
  params: z.object({ akt: uuid, matter: uuid }),
  query: empty,
  body: empty,
  answer: z.object({
    akt: uuid,
    matter: uuid,
    number: matterNumber,
    today: plainDate,
    child: personLabel,
    phase: z.string(),
    startedOn: plainDate,
    closedOn: plainDate.nullable(),
    worker: staff,
    coWorker: staff,
    unit: staff,
    handedOver: z
      .object({
        to: z.string(),
        on: plainDate,
        by: z.string(),
        remaining: z.string().nullable(),
        toKnow: z.string().nullable(),
      })
      .nullable()
      .describe("to another unit, which has not received it"),
    why: z
      .array(z.object({ what: words, on: plainDate, texts: z.array(z.string()) }))
      .describe("what came in and why an investigation was opened, oldest first"),
    clocks: z.array(clockShape),
    promised: z
      .array(z.object({ what: words, to: words.nullable(), on: plainDate.nullable() }))
      .describe("what somebody has been told will happen and has not happened yet, next day first"),
    contacts: z
      .array(
        z.object({
          on: plainDate,
          what: words,
          by: z.string(),
          alone: z.boolean().nullable(),
          summary: z.string().nullable(),
          childsWords: z.string().nullable(),
        }),
      )
      .describe("the last times somebody met the child, newest first"),
    questions: z
      .array(z.object({ id: z.string(), text: z.string(), areas: z.array(z.string()) }))
      .describe("of the plan; all are open until the basis has been signed, none after"),
    drafts: z.array(
      z.object({ draft: uuid, document: z.string(), changedAt: z.string(), by: z.string() }),
    ),
    letters: z
      .array(
        z.object({
          letter: uuid,
          name: words,
          to: words,
          on: plainDate,
          answerBy: plainDate.nullable(),
        }),
      )
      .describe("sent with a day to answer by, and not answered"),
  }),
  action: "akt.read",
  purpose: "case-handling",
  problems: ["akt.not-found", "akt.protected"],
});
