import { z } from "zod";
import { parseLocalDateTime, type LocalDateTime } from "../../kernel/instant.ts";
import { parsePlainDate, type PlainDate } from "../../kernel/plain-date.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";

/** The version of the case format this program reads. */
const VERSION = "1.0";

const day = z.string().transform((text, ctx): PlainDate => {
  const parsed = parsePlainDate(text);
  if (parsed !== undefined) return parsed;
  ctx.addIssue({ code: "custom", message: "is no date" });
  return z.NEVER;
});
const localTime = z.string().transform((text, ctx): LocalDateTime => {
  const parsed = parseLocalDateTime(text);
  if (parsed !== undefined) return parsed;
  ctx.addIssue({ code: "custom", message: "is no local time" });
  return z.NEVER;
});
const facts = z.record(z.string(), z.unknown());
const keys = z.array(z.string());

const idNumber = z.looseObject({
  kind: z.string(),
  value: z.string(),
  validFrom: day.exactOptional(),
});
const place = z.union([
  z.string(),
  z.looseObject({ text: z.string(), validFrom: day.exactOptional() }),
]);
const person = z.looseObject({
  key: z.string(),
  name: z.looseObject({ given: z.string(), family: z.string() }),
  idNumber: idNumber.nullable(),
  idHistory: z.array(idNumber).default([]),
  birthDate: day.nullable(),
  sex: z.string().nullable(),
  role: z.string(),
  guardianship: z.string().nullish(),
  protectedIdentity: z.string().nullish(),
  language: z.string().nullish(),
  interpreter: z.boolean().nullish(),
  communicationSupport: z.boolean().nullish(),
  countryOfBirth: z.string().nullish(),
  addressKind: z.string().nullish(),
  address: place.nullish(),
  addressNow: place.nullish(),
  phone: z.union([z.string(), z.looseObject({ value: z.string() })]).nullish(),
  disability: z.string().nullish(),
  unaccompanied: z.boolean().nullish(),
});
const relation = z.looseObject({
  from: z.string(),
  kind: z.string(),
  to: z.string(),
  validFrom: day.exactOptional(),
  validTo: day.exactOptional(),
});
const external = z.looseObject({ key: z.string(), kind: z.string(), name: z.string() });
const staff = z.looseObject({
  key: z.string(),
  name: z.string(),
  role: z.string(),
  qualified: z.boolean().nullable(),
  unit: z.string(),
});
const event = z.looseObject({
  id: z.string(),
  occurredAt: localTime,
  recordedAt: localTime.exactOptional(),
  recordedBy: z.string(),
  kind: z.string(),
  matters: keys.min(1),
  about: keys,
  data: facts,
});

const deadline = z.looseObject({
  ruleId: z.string(),
  for: z.union([z.string(), keys]),
  fromEvent: z.string(),
  from: z.string().exactOptional(),
  nominal: z.string().exactOptional(),
  legalLatest: z.string().exactOptional(),
  target: z.string().exactOptional(),
  status: z.string().exactOptional(),
  metOn: z.string().exactOptional(),
  metEvent: z.string().exactOptional(),
  certainty: z.string().exactOptional(),
});
const attempt = z.looseObject({
  at: localTime,
  after: z.string(),
  actor: z.string(),
  attempt: z.looseObject({
    kind: z.string(),
    matters: keys.min(1),
    about: keys.default([]),
    data: facts,
  }),
  ruleId: z.string(),
  otherRuleIds: keys.default([]),
});
const warning = z.looseObject({
  ruleId: z.string(),
  event: z.string().exactOptional(),
  at: z.string().exactOptional(),
});
const violation = z.looseObject({ ruleId: z.string(), for: z.string(), event: z.string() });
const visibility = z.looseObject({
  viewer: z.string(),
  may: z.boolean(),
  item: z.looseObject({ kind: z.string(), ref: z.string(), path: z.string().exactOptional() }),
  ruleId: z.string(),
  canary: z.string().exactOptional(),
  from: day.exactOptional(),
  to: day.exactOptional(),
});
const variables = z.looseObject({ child: z.string(), matter: z.string(), values: facts });
const retention = z.looseObject({
  ruleId: z.string(),
  matters: keys,
  decision: z.enum(["keep", "destroy"]),
  earliest: day.nullable(),
  latest: day.nullable(),
  certainty: z.enum(["certain", "interpretation"]),
});

const caseFile = z.looseObject({
  schemaVersion: z.literal(VERSION),
  id: z.string(),
  asOf: day,
  municipalities: z
    .array(
      z.looseObject({
        key: z.string(),
        name: z.string(),
        board: z.string(),
        keepsEverything: z.boolean().default(false),
      }),
    )
    .min(1),
  matters: z.array(z.looseObject({ key: z.string(), child: z.string() })).min(1),
  persons: z.array(person).min(1),
  relations: z.array(relation),
  externals: z.array(external),
  staff: z.array(staff).min(1),
  timeline: z.array(event),
  expected: z.looseObject({
    deadlines: z.array(deadline).default([]),
    blocked: z.array(attempt).default([]),
    warnings: z.array(warning).default([]),
    violations: z.array(violation).default([]),
    visibility: z.array(visibility).default([]),
    variables: z.array(variables).default([]),
    retention: z.array(retention).default([]),
  }),
});

/** A case as its file tells it. */
export type CaseFile = z.infer<typeof caseFile>;
export type CasePerson = CaseFile["persons"][number];
export type CaseStaff = CaseFile["staff"][number];
export type CaseEvent = CaseFile["timeline"][number];
export type CaseAttempt = CaseFile["expected"]["blocked"][number];
export type ExpectedDeadline = CaseFile["expected"]["deadlines"][number];
export type ExpectedWarning = CaseFile["expected"]["warnings"][number];
export type ExpectedVariables = CaseFile["expected"]["variables"][number];
export type ExpectedVisibility = CaseFile["expected"]["visibility"][number];

/**
 * Reads the text of a case file. Refuses what is no JSON (`replay.not-json`) or not of the format
 * (`replay.shape`, with the place and the reason).
 */
export function parseCaseFile(text: string): Result<CaseFile> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : "no JSON";
    return fail(problem("replay.not-json", { params: { reason } }));
  }
  const read = caseFile.safeParse(json);
  return read.success ? ok(read.data) : fail(shapeProblems(read.error, ""));
}

/** What a schema found wrong, each with its place below `pointer`. */
export function shapeProblems(error: z.ZodError, pointer: string) {
  return error.issues.map((issue) =>
    problem("replay.shape", {
      pointer: pointer + issue.path.map((step) => `/${String(step)}`).join(""),
      params: { reason: issue.message },
    }),
  );
}
