import { z } from "zod";

/** Shared pieces of request and answer shapes. Dates are plain dates, ids UUIDs, all as text. */
export const uuid = z.uuid();
export const plainDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const localDateTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);
export const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
/** A number of a row: what a 32-bit integer of the database holds. */
export const rowNumber = z.coerce.number().int().positive().max(2_147_483_647);
export const empty = z.object({});

const missing = z.object({ missing: z.enum(["not_asked", "unknown", "declined", "not_relevant"]) });
const longText = z.string().max(200_000);
const plainAnswer = z.union([
  longText,
  z.number(),
  z.boolean(),
  z.array(z.string().max(200)).max(500),
  missing,
]);
const item = z.object({ id: uuid }).catchall(plainAnswer);
export const answerValue = z.union([plainAnswer, z.array(item).max(500)]);
export const answers = z.record(z.string().max(80), answerValue);

/** The body of every command on an akt. */
export const aktCommandBody = z.object({
  commandId: uuid,
  akt: uuid,
  matter: uuid.optional(),
  ids: z.record(z.string().max(40), uuid).default({}),
  data: answers.default({}),
  /** Draft whose content the command fixes or signs. */
  draft: uuid.optional(),
  /** Local Stockholm time of the occurrence, when it was not now. */
  occurredAt: localDateTime.optional(),
  reasons: z.record(z.string().max(40), z.string().max(4000)).default({}),
  expect: z.record(z.string().max(40), z.number().int()).default({}),
});

/** What people call a matter by. */
export const matterNumber = z
  .string()
  .nullable()
  .describe("readable number of the matter; null for one from before matters had numbers");

/** A problem as RFC 9457 answers it; also used for warnings. */
export const problemShape = z.object({
  id: z.string(),
  ruleId: z.string().optional(),
  section: z.string().optional(),
  pointer: z.string().optional(),
  severity: z.enum(["block", "warn", "tell"]),
  sv: z.string(),
  en: z.string(),
});

/** What every command answers: the stored answer is given again when the command is repeated. */
export const commandAnswer = z.object({
  akt: uuid,
  seq: z.number().int(),
  events: z.array(z.object({ seq: z.number().int(), type: z.string() })),
  warnings: z.array(problemShape),
});

/** Something the program says by itself: its id, and its words in both languages. */
export const words = z.object({ id: z.string(), sv: z.string(), en: z.string() });

/** A person as lists show one: a protected person has a placeholder name and no number. */
export const personLabel = z.object({
  person: uuid,
  name: z.string(),
  nameEn: z.string().optional().describe("in English, where the name is a placeholder"),
  age: z.number().int().nullable(),
  number: z.string().nullable().describe("masked identity number"),
  protected: z.boolean(),
  stripe: z.number().int().describe("stable stripe and shape of the open child, 0-11"),
});

/** A running duty with its dates, as every list of clocks shows it. */
export const clockShape = z.object({
  clock: z.string(),
  ruleId: z.string(),
  name: z.string(),
  nameEn: z.string(),
  akt: uuid,
  matter: uuid,
  child: personLabel,
  subject: z.string().nullable(),
  subjectEn: z.string().optional().describe("in English, where the name is a placeholder"),
  from: plainDate,
  nominal: plainDate,
  legalLatest: plainDate,
  target: plainDate,
  severity: z.enum(["A", "B", "C"]),
  section: z.string(),
  certainty: z.string(),
  status: z.string(),
  metOn: plainDate.nullable(),
  daysLeft: z.number().int(),
  worker: z.string().nullable(),
  unit: z.string().nullable(),
  standsIn: words.nullable().describe("why it is on one's list though it is another's"),
  verb: z.string().describe("what to do, in words"),
  verbEn: z.string(),
  href: z.string(),
});

export type Words = z.infer<typeof words>;
export type PersonLabel = z.infer<typeof personLabel>;
export type ClockShape = z.infer<typeof clockShape>;
export type CommandAnswer = z.infer<typeof commandAnswer>;
export type ProblemShape = z.infer<typeof problemShape>;
