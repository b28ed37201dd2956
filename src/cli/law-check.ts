import { z } from "zod";
import type { Calendar } from "../kernel/calendar.ts";
import { parseLocalDateTime } from "../kernel/instant.ts";
import { parsePlainDate } from "../kernel/plain-date.ts";
import type { PlainDate } from "../kernel/plain-date.ts";
import { problem } from "../kernel/problem.ts";
import { fail, ok } from "../kernel/result.ts";
import type { Result } from "../kernel/result.ts";
import { computeDeadline, computeHours } from "../rules/deadline.ts";
import { ruleOn } from "../rules/look-up.ts";
import type { DeadlineRow, Law } from "../rules/types.ts";

/** What came of comparing a file of worked examples with the law as data. */
export interface LawCheck {
  readonly file: string;
  /** Examples whose days were compared, and those of them where every day agreed. */
  readonly checked: number;
  readonly agreed: number;
  readonly differs: readonly {
    readonly path: string;
    readonly expected: string;
    readonly actual: string;
  }[];
  /** Examples, or keys of one, that nothing could be compared with; never counted as agreed. */
  readonly notCovered: readonly { readonly path: string; readonly reason: string }[];
}

const COMPARED = ["nominal", "legalLatest", "target"] as const;
/** `until` is the day a decision has set; `note` and `certainty` are for people. */
const KNOWN: readonly string[] = ["id", "rule", "on", "until", "note", "certainty", ...COMPARED];

const day = z.string().refine((text) => dayOf(text) !== undefined, "is no date");
const example = z.looseObject({
  id: z.string().optional(),
  rule: z.string(),
  on: day,
  until: day.optional(),
  nominal: day.optional(),
  legalLatest: day.optional(),
  target: day.optional(),
});
type Example = z.infer<typeof example>;
type Days = Readonly<Record<(typeof COMPARED)[number], string>>;

/**
 * Compares worked examples with what the rules give: a JSON array of objects with `rule`, `on` (the
 * day the count starts) and the days `nominal`, `legalLatest` and `target`. The conditions of the
 * rule are taken as fulfilled. Refuses text that is no such array (`law-check.json`,
 * `law-check.shape`), with the place and the reason in `params`.
 */
export function lawCheck(
  file: string,
  fileText: string,
  law: Law,
  calendar: Calendar,
): Result<LawCheck> {
  const json = parseJson(fileText);
  if (!json.ok) return fail(problem("law-check.json", { params: { file, reason: json.reason } }));
  const parsed = z.array(example).safeParse(json.value);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => {
      const pointer = issue.path.map((step) => `/${String(step)}`).join("");
      return problem("law-check.shape", { pointer, params: { file, reason: issue.message } });
    });
    return fail(problems);
  }
  const outcomes = parsed.data.map((each, index) => checkOne(each, index, law, calendar));
  const compared = outcomes.filter((outcome) => outcome.compared);
  return ok({
    file,
    checked: compared.length,
    agreed: compared.filter((outcome) => outcome.differs.length === 0).length,
    differs: outcomes.flatMap((outcome) => outcome.differs),
    notCovered: outcomes.flatMap((outcome) => outcome.notCovered),
  });
}

interface Outcome extends Pick<LawCheck, "differs" | "notCovered"> {
  readonly compared: boolean;
}

function checkOne(given: Example, index: number, law: Law, calendar: Calendar): Outcome {
  const path = given.id ?? `${index}`;
  const days = daysOf(given, law, calendar);
  if (typeof days === "string") {
    return { compared: false, differs: [], notCovered: [{ path, reason: days }] };
  }
  const keys = COMPARED.filter((key) => given[key] !== undefined);
  const unknown = Object.keys(given).filter((key) => !KNOWN.includes(key));
  return {
    compared: keys.length > 0,
    differs: keys.flatMap((key) => {
      const expected = given[key];
      const same = expected === undefined || expected === days[key];
      return same ? [] : [{ path: `${path}/${key}`, expected, actual: days[key] }];
    }),
    notCovered: [
      ...unknown.map((key) => ({ path: `${path}/${key}`, reason: "this key is not compared" })),
      ...(keys.length > 0 ? [] : [{ path, reason: "the example names no day to compare" }]),
    ],
  };
}

/** The days of the rule, or the reason why there are none. */
function daysOf(given: Example, law: Law, calendar: Calendar): Days | string {
  const on = dayOf(given.on);
  if (!law.deadlines.has(given.rule) || on === undefined) return `no rule ${given.rule}`;
  const row = ruleOn(law, given.rule, on);
  if (row === undefined) return `${given.rule} was not in force on ${on}`;
  if ("unit" in row.period && row.period.unit === "hour") return hoursOf(row.period.n, given.on);
  return datesOf(row, on, given.until === undefined ? undefined : dayOf(given.until), calendar);
}

function datesOf(
  row: DeadlineRow,
  on: PlainDate,
  until: PlainDate | undefined,
  calendar: Calendar,
): Days | string {
  const days = computeDeadline(row, on, calendar, until);
  return days.ok ? days.value : `the day of ${row.id} is set by a decision; give it as "until"`;
}

function hoursOf(hours: number, on: string): Days | string {
  const from = parseLocalDateTime(on);
  if (from === undefined) return "counted in hours; give the time of day";
  const end = computeHours(from, hours);
  return { nominal: end, legalLatest: end, target: end };
}

/** The day of a date or of a local time. */
function dayOf(text: string): PlainDate | undefined {
  return parseLocalDateTime(text) === undefined
    ? parsePlainDate(text)
    : parsePlainDate(text.slice(0, 10));
}

type Json =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly reason: string };

function parseJson(text: string): Json {
  try {
    const value: unknown = JSON.parse(text);
    return { ok: true, value };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : "no JSON" };
  }
}
