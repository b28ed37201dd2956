import { z } from "zod";
import { route } from "../route.ts";
import { answers, empty, plainDate, rowNumber, uuid, words } from "../shapes.ts";

/** That an entry no longer counts as it was written: since when, and by whom. */
export const markShape = z.object({
  kind: z.enum(["corrected", "undone", "moved"]),
  on: plainDate,
  by: z.string(),
  /** Why it was moved; null for the others. */
  reason: z.string().nullable(),
});

/** That an entry stood in another akt first: since when it stands here, and by whom it was moved. */
const originShape = z.object({ on: plainDate, by: z.string() });

/** An objection as it stands beside the text it is about. */
const objectionShape = z.object({
  objection: uuid,
  seq: z.number().int(),
  on: plainDate,
  by: z.string(),
  byEn: z.string(),
  /** The paragraph or the field it is about; neither = the whole. */
  item: uuid.nullable(),
  field: z.string().nullable(),
  text: z.string().nullable(),
});

/** A place in the story: the day and the number of the last line that was given. */
const place = z.string().regex(/^\d{4}-\d{2}-\d{2}\.[1-9]\d{0,8}$/);

/** What the story is filtered by: codes, days and ids only, never a word of what is written (SoLPuF 15 §). */
export const storyFilter = {
  kind: z
    .string()
    .max(60)
    .optional()
    .describe("a kind of spec/chronology/story.json, or an event type"),
  matter: uuid.optional(),
  from: plainDate.optional(),
  to: plainDate.optional(),
};

/** The child's story by the day it happened, newest first, paged: each line one sentence with source. */
export const chronology = route({
  id: "views.chronology",
  method: "GET",
  path: "/api/v1/akt/:akt/chronology",
  params: z.object({ akt: uuid }),
  query: z.object({ cursor: place.optional(), ...storyFilter }),
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
        source: words.describe("what kind of document or act the line comes from"),
        excerpt: z.string().nullable(),
        mark: markShape.nullable(),
        origin: originShape.nullable(),
      }),
    ),
    cursor: z.string().nullable(),
  }),
  action: "akt.read",
  purpose: "case-handling",
  problems: ["akt.not-found", "akt.protected"],
});

/** How the story lies in time: its years, and stretches of a running matter without any contact. */
export const chronologyShape = route({
  id: "views.chronology-shape",
  method: "GET",
  path: "/api/v1/akt/:akt/chronology-shape",
  params: z.object({ akt: uuid }),
  query: empty,
  body: empty,
  answer: z.object({
    years: z.array(z.object({ year: z.number().int(), lines: z.number().int() })),
    quiet: z.array(
      z.object({ from: plainDate, to: plainDate.nullable(), months: z.number().int() }),
    ),
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
    /** What became later of the talks, meetings and notes that a decision basis tells, by item. */
    occasions: z.array(z.object({ item: uuid, mark: markShape })),
    mark: markShape.nullable(),
    /** Where it was first: when and by whom it was recorded there, and why it was moved. */
    origin: originShape
      .extend({ recordedAt: z.string(), recordedBy: z.string(), reason: z.string().nullable() })
      .nullable(),
    /** What it shall say, with the reason, where it was corrected. */
    corrected: z.object({ data: answers, reason: z.string().nullable() }).nullable(),
    /** What the correction, or a registration afterwards, made of the duties: in words, with the section. */
    clockChanges: z.array(words.extend({ ruleId: z.string(), section: z.string() })),
    /** The reasons that good practice asked for when it was recorded. */
    reasons: z.array(z.string()),
    /** Whether its reader may correct it, undo it today, move it to another akt, and read what is sealed. */
    may: z.object({
      correct: z.boolean(),
      undo: z.boolean(),
      move: z.boolean(),
      readSealed: z.boolean(),
    }),
  }),
  action: "akt.read",
  purpose: "case-handling",
  problems: ["akt.not-found", "akt.protected"],
});
