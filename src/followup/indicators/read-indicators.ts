import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { rowKinds } from "../derive/rows.ts";
import type { Texts } from "../engine/words.ts";
import type { Condition, Indicator, OverviewSection } from "./types.ts";

const text = z.strictObject({ sv: z.string(), en: z.string() });
const time = z.strictObject({
  from: z.string(),
  law: z.string().exactOptional(),
  months: z.int().positive().exactOptional(),
});
const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ variable: z.string(), in: z.array(z.string()) }),
    z.strictObject({ all: z.array(condition) }),
    z.strictObject({ any: z.array(condition) }),
    z.strictObject({ not: condition }),
    z.strictObject({ within: time, to: z.string() }),
    z.strictObject({ over: time }),
  ]),
);
const role = z.enum(["yes", "no", "missing", "apart"]);
const row = z.enum(rowKinds);
const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

const indicatorFile: z.ZodType<Indicator> = z.strictObject({
  id: z.string(),
  title: text,
  question: text,
  definition: text,
  source: text,
  counted: text,
  sentence: text,
  row,
  per: z.literal("guardian").exactOptional(),
  where: condition.exactOptional(),
  bars: z.array(
    z.union([
      z.strictObject({ id: z.string(), label: text, role, when: condition }),
      z.strictObject({
        codesOf: z.string(),
        role,
        group: z.string().exactOptional(),
        only: z.array(z.string()).exactOptional(),
      }),
    ]),
  ),
  steps: z
    .array(
      z.strictObject({
        id: z.string(),
        label: text,
        row,
        day: z.string().exactOptional(),
        where: condition,
      }),
    )
    .exactOptional(),
  measured: z.strictObject({ variable: z.string(), unit: text }).exactOptional(),
  law: z.string().exactOptional(),
  example: z.strictObject({
    today: z.string().exactOptional(),
    rows: z.array(
      z.strictObject({
        times: z.int().positive().exactOptional(),
        row: row.exactOptional(),
        on: z.string().exactOptional(),
        values: z.record(z.string(), value),
      }),
    ),
    answer: z.strictObject({
      yes: z.int(),
      n: z.int(),
      missing: z.int(),
      median: z.number().exactOptional(),
    }),
  }),
});

const overviewFile = z.strictObject({
  sections: z.array(
    z.strictObject({
      id: z.string(),
      title: text,
      lead: text,
      picture: z.enum(["ladder", "shares", "waterfall"]),
      indicators: z.array(z.string()),
    }),
  ),
});

const reportFile = z.strictObject({
  id: z.string(),
  title: text,
  purpose: text,
  /** As sentences to be read aloud; else with tables. */
  spoken: z.boolean(),
  sections: z.array(
    z.strictObject({
      title: text,
      text: text.exactOptional(),
      indicators: z.array(z.string()).default([]),
      tables: z.array(z.string()).default([]),
    }),
  ),
  closing: text.exactOptional(),
});
const limitsFile = z.strictObject({ percentFrom: z.int().min(1) });
/** The one limit of what leaves the office, which tables are held to as well. */
const settingsFile = z.object({ outside: z.object({ least: z.int().min(2) }) });

/** A ready report: which indicators and tables it has, under which headings. */
export type ReportFile = z.infer<typeof reportFile>;

/** From which number shares are told, and under which nothing leaves the room. */
export interface Limits extends z.infer<typeof limitsFile> {
  readonly minimumCell: number;
}

/** Everything that `spec/followup` says about indicators and reports. */
export interface IndicatorSpec {
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly overview: readonly OverviewSection[];
  readonly reports: ReadonlyMap<string, ReportFile>;
  readonly limits: Limits;
  /** Words that every indicator and report shares. */
  readonly words: Texts;
}

/** Reads indicators, overview and reports below the folder `spec`. Refuses another shape with `spec.shape`. */
export function readIndicators(root: string): Result<IndicatorSpec> {
  const folder = join(root, "followup");
  const files = (name: string) =>
    readdirSync(join(folder, name))
      .filter((each) => each.endsWith(".json"))
      .toSorted()
      .map((each) => `${name}/${each}`);
  const wrong: string[] = [];
  const parse = <T>(schema: z.ZodType<T>, file: string): readonly T[] => {
    const read = schema.safeParse(JSON.parse(readFileSync(join(folder, file), "utf8")));
    if (!read.success) wrong.push(file);
    return read.success ? [read.data] : [];
  };
  const indicators = files("indicators").flatMap((file) => parse(indicatorFile, file));
  const reports = files("reports").flatMap((file) => parse(reportFile, file));
  const overview = parse(overviewFile, "overview.json").flatMap(({ sections }) => sections);
  const [limits] = parse(limitsFile, "limits.json");
  const [settings] = parse(settingsFile, "settings.json");
  const [words] = parse(z.record(z.string(), text), "words.json");
  const known = new Set(indicators.map(({ id }) => id));
  const used = [
    ...overview.flatMap((section) => section.indicators),
    ...reports.flatMap(({ sections }) => sections.flatMap((section) => section.indicators)),
  ];
  wrong.push(...used.filter((id) => !known.has(id)).map((id) => `indicators/${id}.json`));
  const [file] = wrong;
  if (file !== undefined || limits === undefined || settings === undefined || words === undefined) {
    return fail(problem("spec.shape", { params: { file: `followup/${file ?? "limits.json"}` } }));
  }
  return ok({
    indicators: new Map(indicators.map((each) => [each.id, each])),
    reports: new Map(reports.map((each) => [each.id, each])),
    overview,
    limits: { ...limits, minimumCell: settings.outside.least },
    words,
  });
}
