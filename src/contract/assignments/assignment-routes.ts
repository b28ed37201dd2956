import { z } from "zod";
import { route } from "../route.ts";
import { answers, empty, instant, personLabel, plainDate, uuid } from "../shapes.ts";

const line = z.object({
  akt: uuid,
  matter: uuid,
  measure: uuid,
  child: personLabel,
  types: z.array(z.string()).describe("codes of measure-type"),
  until: plainDate.describe("the last day the assignment is reached"),
  by: z.string().describe("who linked it"),
});

/** The assignments that are linked to the one who asks. */
export const listAssignments = route({
  id: "assignments.list-assignments",
  method: "GET",
  path: "/api/v1/assignments",
  params: empty,
  query: empty,
  body: empty,
  answer: z.object({ lines: z.array(line) }),
  action: "assignment.read",
  purpose: "case-handling",
  problems: [],
});

const block = z.object({
  place: z.int().describe("where it stands in the document"),
  heading: z.string(),
  level: z.int().describe("0 = a text with a label, else the level of a heading"),
  paragraphs: z.array(z.string()),
  items: z.array(z.object({ text: z.string(), details: z.array(z.string()) })),
  rows: z.array(z.object({ label: z.string(), value: z.string() })),
});

/**
 * One assignment: the documents as the provider gets them on paper, who the caseworker is, and what the reader has
 * reported back. Nothing else of the akt.
 */
export const readAssignment = route({
  id: "assignments.read-assignment",
  method: "GET",
  path: "/api/v1/akt/:akt/assignments/:measure",
  params: z.object({ akt: uuid, measure: uuid }),
  query: empty,
  body: empty,
  answer: line.extend({
    today: plainDate,
    startedOn: plainDate.nullable(),
    nextFollowUp: plainDate.nullable(),
    worker: z.string().nullable().describe("the caseworker, whom to ask"),
    unit: z.string().nullable(),
    documents: z.array(
      z.object({
        entry: z.number().int(),
        title: z.string(),
        on: plainDate,
        blocks: z.array(block).nullable().describe("null: not to be shown before it is mended"),
      }),
    ),
    reports: z.array(
      z.object({
        entry: z.number().int(),
        at: instant,
        text: z.string(),
        readOn: plainDate.nullable().describe("when the social services noted that it was read"),
      }),
    ),
  }),
  action: "assignment.read",
  purpose: "case-handling",
  problems: ["akt.not-found", "measure.not-found"],
});

/** Tells the caseworker how it goes: an act of the akt, which nobody but its readers and the writer sees. */
export const writeReport = route({
  id: "assignments.write-report",
  method: "POST",
  path: "/api/v1/assignments/write-report",
  params: empty,
  query: empty,
  body: z.object({
    commandId: uuid,
    akt: uuid,
    measure: uuid,
    report: uuid,
    data: answers,
  }),
  answer: z.object({ seq: z.number().int() }),
  action: "assignment.report",
  purpose: "case-handling",
  problems: ["akt.not-found", "measure.not-found", "command.id-taken", "answer.required"],
});

export const assignmentRoutes = [listAssignments, readAssignment, writeReport] as const;
