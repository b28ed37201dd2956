import { z } from "zod";
import { route } from "../route.ts";
import { answers, empty, plainDate, rowNumber, uuid } from "../shapes.ts";

/** That an entry no longer counts as it was written: since when, and by whom. */
const markShape = z.object({
  kind: z.enum(["corrected", "undone"]),
  on: plainDate,
  by: z.string(),
});

/** An objection as it stands beside the text it is about. */
const objectionShape = z.object({
  objection: uuid,
  seq: z.number().int(),
  on: plainDate,
  by: z.string(),
  item: uuid.nullable(),
  text: z.string().nullable(),
});

/** The child's story, newest first, paged: each line one sentence with source. */
export const chronology = route({
  id: "views.chronology",
  method: "GET",
  path: "/api/v1/akt/:akt/chronology",
  params: z.object({ akt: uuid }),
  query: z.object({
    cursor: z
      .string()
      .regex(/^[1-9]\d{0,8}$/)
      .optional(),
    kind: z.string().max(60).optional(),
    matter: uuid.optional(),
  }),
  body: empty,
  answer: z.object({
    lines: z.array(
      z.object({
        seq: z.number().int(),
        type: z.string(),
        matter: uuid.nullable(),
        on: plainDate,
        recordedOn: plainDate,
        late: z.boolean(),
        by: z.string(),
        sv: z.string(),
        en: z.string(),
        excerpt: z.string().nullable(),
        mark: markShape.nullable(),
      }),
    ),
    cursor: z.string().nullable(),
  }),
  action: "akt.read",
  purpose: "case-handling",
  problems: ["akt.not-found", "akt.protected"],
});

/** One recorded event in full: what was written, by whom, when; rendered by the specification it was written with. */
export const chronologyEntry = route({
  id: "views.chronology-entry",
  method: "GET",
  path: "/api/v1/akt/:akt/chronology/:seq",
  params: z.object({ akt: uuid, seq: rowNumber }),
  query: empty,
  body: empty,
  answer: z.object({
    seq: z.number().int(),
    type: z.string(),
    document: z.string().nullable(),
    specDigest: z.string(),
    on: plainDate,
    occurredAt: z.string(),
    recordedAt: z.string(),
    by: z.string(),
    data: answers,
    content: answers.nullable(),
    matter: uuid.nullable(),
    /** The document whose version it is. */
    documentId: uuid.nullable(),
    objections: z.array(objectionShape),
    mark: markShape.nullable(),
    /** What it shall say, with the reason, where it was corrected. */
    corrected: z.object({ data: answers, reason: z.string().nullable() }).nullable(),
    /** Whether its reader may correct it, and undo it today. */
    may: z.object({ correct: z.boolean(), undo: z.boolean() }),
  }),
  action: "akt.read",
  purpose: "case-handling",
  problems: ["akt.not-found", "akt.protected"],
});
