import { z } from "zod";
import { parseExpression } from "../kernel/expression/parse.ts";
import { parsePlainDate } from "../kernel/plain-date.ts";
import { problem } from "../kernel/problem.ts";
import type { Problem } from "../kernel/problem.ts";
import { fail, ok } from "../kernel/result.ts";
import type { Result } from "../kernel/result.ts";

/**
 * The shapes of the law files. Every object is strict: a key that is not known is refused, so that
 * a misspelt condition can never silently be no condition.
 */
const id = z.string().regex(/^[A-Za-z0-9*][A-Za-z0-9.*-]{0,79}$/);
const words = z.string().trim().min(1);
const text = z.strictObject({ sv: words, en: words });

const date = z.string().transform((value, context) => {
  const parsed = parsePlainDate(value);
  if (parsed !== undefined) return parsed;
  context.addIssue({ code: "custom", message: "law.not-a-date" });
  return z.NEVER;
});

const expression = z.unknown().transform((value, context) => {
  const parsed = parseExpression(value);
  if (parsed.ok) return parsed.value;
  for (const found of parsed.problems) {
    const path = (found.pointer ?? "").split("/").filter((step) => step !== "");
    context.addIssue({ code: "custom", message: found.id, path });
  }
  return z.NEVER;
});

const validity = { validFrom: date, validTo: date.nullable() };
const section = { section: words, short: words };
const certainty = z.enum(["certain", "interpretation"]);
const source = words;

const period = z.union([
  z.strictObject({
    n: z.number().int().min(0).max(1000),
    unit: z.enum(["hour", "day", "workday", "week", "month", "year"]),
  }),
  z.strictObject({ fixed: id }),
  z.strictObject({
    // 29 February is no day of every year.
    monthDay: z
      .string()
      .regex(
        /^(?:(?:0[13-9]|1[0-2])-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8])|(?:0[13578]|1[02])-31)$/,
      ),
    addYears: z.number().int().min(0).max(100),
  }),
]);

const linkKey = z.enum([
  "child",
  "matter",
  "report",
  "investigation",
  "decision",
  "party",
  "measure",
  "placement",
]);
const factShape = { fact: id, when: expression.exactOptional(), by: linkKey.exactOptional() };
const named = id.transform((fact) => ({ fact }));
const factRef = z.union([named, z.strictObject(factShape)]);
const startRef = z.union([
  named,
  z.strictObject({ ...factShape, requires: z.array(factRef).exactOptional() }),
]);

const deadline = z.strictObject({
  id,
  name: text,
  period,
  start: z.array(startRef).min(1),
  startDay: id.exactOptional(),
  per: linkKey,
  roll: z.enum(["yes", "no", "cautious"]),
  when: expression.exactOptional(),
  unless: expression.exactOptional(),
  graceNextDayWhen: expression.exactOptional(),
  metBy: z.array(factRef),
  metByAll: z.array(factRef).min(1).exactOptional(),
  countsUntil: factRef.exactOptional(),
  extendedBy: id.exactOptional(),
  endsWith: z.array(factRef).exactOptional(),
  warnDaysBefore: z.array(z.number().int().min(0)),
  severity: z.enum(["A", "B", "C"]),
  owner: z.enum(["authority", "party", "court"]),
  whenPassed: z.enum(["missed", "expired", "lapsed", "reached"]).exactOptional(),
  onMiss: words.exactOptional(),
  reminder: z.literal(true).exactOptional(),
  every: period.exactOptional(),
  maxTotal: period.exactOptional(),
  appliesToRunning: z.literal(true).exactOptional(),
  runs: z.boolean(),
  ...section,
  ...validity,
  certainty,
  rollCertain: z.literal(true).exactOptional(),
  source,
});

const guard = z.strictObject({
  id,
  key: id,
  on: z.array(id).min(1),
  effect: z.enum(["block", "warn", "tell"]),
  violatedWhen: expression,
  pointer: z.string().startsWith("/").exactOptional(),
  ...section,
  message: text,
  ...validity,
  certainty,
  reasonAllowed: z.literal(true).exactOptional(),
  source,
});

const ceiling = z.strictObject({
  id,
  decision: id,
  levels: z.array(z.enum(["delegate", "committee", "board", "chair", "court"])).min(1),
  chairUrgent: z.literal(true).exactOptional(),
  ...section,
  message: text,
  ...validity,
  certainty,
  source,
});

const order = z.strictObject({
  id,
  name: text,
  ...validity,
  entries: z.array(
    z.strictObject({
      decision: id,
      roles: z.array(id).min(1),
      qualified: z.literal(true).exactOptional(),
      row: text.exactOptional(),
    }),
  ),
  source,
});

const appeal = z.strictObject({
  decision: id,
  appealable: z.enum(["appeal", "not", "legality-review"]),
  ...section,
  text: id,
  ...validity,
});

const lawOf = z.enum(["today", "closed"]);
const retentionScope = z.union([
  z.strictObject({ to: z.enum(["not-opened", "investigation", "other", "follow-up-row"]), lawOf }),
  z.strictObject({
    to: z.literal("connected"),
    lawOf,
    facts: z.array(id),
    decisions: z.array(id),
  }),
  z.strictObject({
    to: z.literal("sample"),
    lawOf,
    counties: z.array(z.string().regex(/^\d{2}$/)),
    municipalities: z.array(z.string().regex(/^\d{4}$/)),
    birthDays: z.array(z.int().min(1).max(31)),
  }),
]);

const retention = z.strictObject({
  id,
  name: text,
  applies: retentionScope,
  start: id,
  period: period.nullable(),
  doneBy: period.exactOptional(),
  ...section,
  ...validity,
  certainty,
  source,
});

const act = z.strictObject({
  id,
  short: words,
  cited: z.string(),
  name: text,
  sfs: words,
  ...validity,
  source,
});

/** The reader of each kind of file. */
export const fileShapes = {
  act,
  order,
  deadlines: z.array(deadline),
  guards: z.array(guard),
  ceilings: z.array(ceiling),
  appeals: z.array(appeal),
  retention: z.array(retention),
  texts: z.record(id, text),
};

/** Reads the content of one file. Problems name the file and point at the place in it. */
export function parseFile<T>(file: string, shape: z.ZodType<T>, content: unknown): Result<T> {
  const parsed = shape.safeParse(content);
  if (parsed.success) return ok(parsed.data);
  return fail(parsed.error.issues.flatMap((issue) => problemsOf(file, issue)));
}

function problemsOf(
  file: string,
  issue: z.core.$ZodIssue,
  above: readonly PropertyKey[] = [],
): Problem[] {
  const path = [...above, ...issue.path];
  if (issue.code === "invalid_union") {
    // The last branch is the object form: what is wrong there is what its writer wants to hear.
    const branch = issue.errors.at(-1) ?? [];
    return branch.flatMap((inner) => problemsOf(file, inner, path));
  }
  const pointer = path.map((step) => `/${String(step)}`).join("");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => problem("law.unknown-key", { pointer, params: { file, key } }));
  }
  const reason = issue.message;
  return [problem("law.shape", { pointer, params: { file, reason } })];
}
