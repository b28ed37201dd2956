import type { z } from "zod";
import type { indicatorAnswer } from "../../contract/followup/indicators.ts";
import { stockholmDate } from "../../kernel/instant.ts";
import { parsePlainDate } from "../../kernel/plain-date.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { sectionOn } from "../../rules/look-up.ts";
import type { Law } from "../../rules/types.ts";
import type { PackInUse } from "../../store/deps.ts";
import { inTenant, type Tx } from "../../store/in-tenant.ts";
import { loadCodeBook, type CodeBook } from "../code-book.ts";
import { columnsOf } from "../columns.ts";
import type { EngineDeps, Scope } from "../engine/deps.ts";
import { fill } from "../engine/words.ts";
import {
  barsSql,
  measuredSql,
  stepsSql,
  type BarRow,
  type Divider,
  type MeasuredRow,
} from "./indicator-sql.ts";
import { digestOf } from "./digest.ts";
import { indicatorSentence, percentOf, periodWords } from "./indicator-words.ts";
import { dividerOf, partsOf } from "./parts.ts";
import type { IndicatorSpec } from "./read-indicators.ts";
import { barsOf, lookupOf, variablesOf, type Lookup } from "./resolve-indicator.ts";
import type { Bar, Indicator } from "./types.ts";

export type IndicatorAnswer = z.infer<typeof indicatorAnswer>;

/** What indicators are measured with: the engine's, the law, and the definitions. */
export interface IndicatorDeps {
  readonly engine: EngineDeps;
  readonly law: Law;
  readonly spec: IndicatorSpec;
}

/** Over what: a period, and by what it is divided. */
export interface IndicatorQuery {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly by?: string | undefined;
}

/** Everything of one measuring that does not change from indicator to indicator. */
interface Measuring {
  readonly deps: IndicatorDeps;
  readonly scope: Scope;
  readonly query: IndicatorQuery;
  readonly inUse: PackInUse;
  readonly lookup: Lookup;
  readonly book: CodeBook;
  readonly divider: Divider | undefined;
  readonly tx: Tx;
}

/** Letters of the digest of a definition: the same definition has the same version, on every board. */
const VERSION_LENGTH = 12;

/** All that is measured together sees the same rows, and nothing can be written. */
export const readOnly = { text: "set transaction isolation level repeatable read, read only" };

/**
 * Measures indicators by their ids, in the order given, all of them on the same rows. Refuses `followup.period`,
 * `followup.unknown-indicator` and, for what an indicator cannot be divided by, `followup.unknown-variable`.
 */
export async function measureIndicators(
  deps: IndicatorDeps,
  scope: Scope,
  ids: readonly string[],
  query: IndicatorQuery,
): Promise<Result<IndicatorAnswer[], Problem[]>> {
  const wanted = ids.flatMap((id) => deps.spec.indicators.get(id) ?? []);
  const problems = [
    ...periodProblems(query),
    ...(wanted.length < ids.length ? [problem("followup.unknown-indicator", { status: 404 })] : []),
  ];
  const inUse = deps.engine.packs.current(scope.tenant);
  const today = scope.today ?? stockholmDate(deps.engine.clock.now());
  const lookup = lookupOf(inUse.pack, deps.law, today, deps.spec.words);
  const divider = query.by === undefined ? undefined : dividerOf(query.by, inUse.pack);
  if (query.by !== undefined && divider === undefined) {
    const params = { variable: query.by };
    problems.push(problem("followup.unknown-variable", { pointer: "/by", params }));
  }
  if (problems.length > 0) return fail(problems);
  return inTenant(deps.engine.pool, scope.tenant, async (tx) => {
    await tx.run(readOnly);
    const book = await loadCodeBook(tx);
    const measuring = { deps, scope, query, inUse, lookup, book, divider, tx };
    const answers: IndicatorAnswer[] = [];
    for (const indicator of wanted) answers.push(await measureOne(indicator, measuring));
    return ok(answers);
  });
}

/** A period is two days in order, or one, or none. */
export function periodProblems({ from, to }: IndicatorQuery): Problem[] {
  const ends = [
    ["from", from],
    ["to", to],
  ] as const;
  const wrong = ends
    .filter(([, day]) => day !== undefined && parsePlainDate(day) === undefined)
    .map(([end]) => problem("followup.period", { pointer: `/${end}` }));
  if (wrong.length > 0 || from === undefined || to === undefined || from <= to) return wrong;
  return [problem("followup.period", { pointer: "/to" })];
}

async function measureOne(indicator: Indicator, measuring: Measuring): Promise<IndicatorAnswer> {
  const { lookup, inUse } = measuring;
  const { steps } = indicator;
  if (steps !== undefined) return measureSteps(indicator, steps, measuring);
  const bars = barsOf(indicator, lookup);
  const counted = await countBars(indicator, bars, measuring);
  const counts = bars.map((_bar, at) =>
    counted.filter(({ bar }) => bar === at + 1).reduce((sum, { n }) => sum + n, 0),
  );
  const measured = await measureNumber(indicator, measuring);
  const parts = partsOf(bars, counted, measuring.divider, {
    pack: inUse.pack,
    book: measuring.book,
    words: measuring.deps.spec.words,
    texts: measuring.deps.engine.texts,
    percentFrom: measuring.deps.spec.limits.percentFrom,
  });
  return answerOf(indicator, { bars, counts, measured, parts, kind: "bars" }, measuring);
}

async function countBars(
  indicator: Indicator,
  bars: readonly Bar[],
  { scope, query, book, lookup, divider, tx }: Measuring,
): Promise<readonly BarRow[]> {
  const around = { book, lookup, ...(divider === undefined ? {} : { divider }) };
  const { text, values } = barsSql(indicator, bars, askedOf(scope, query), around);
  return tx.rows<BarRow & Record<string, unknown>>({ text }, values);
}

async function measureNumber(
  indicator: Indicator,
  { scope, query, book, lookup, tx }: Measuring,
): Promise<IndicatorAnswer["measured"]> {
  if (indicator.measured === undefined) return null;
  const { variable, unit } = indicator.measured;
  const asked = askedOf(scope, query);
  const { text, values } = measuredSql(indicator, variable, asked, { book, lookup });
  const [row] = await tx.rows<MeasuredRow & Record<string, unknown>>({ text }, values);
  const [low, median, high] = row?.quartiles ?? [];
  if (row === undefined || low === undefined || median === undefined || high === undefined) {
    return null;
  }
  const { least, most, mean, n } = row;
  return { unit, n, median, low, high, least: least ?? 0, most: most ?? 0, mean: mean ?? 0 };
}

async function measureSteps(
  indicator: Indicator,
  steps: NonNullable<Indicator["steps"]>,
  measuring: Measuring,
): Promise<IndicatorAnswer> {
  const { scope, query, book, lookup, tx } = measuring;
  const { text, values } = stepsSql(steps, askedOf(scope, query), { book, lookup });
  const rows = await tx.rows<BarRow & Record<string, unknown>>({ text }, values);
  const counts = steps.map((_step, at) => rows.find(({ bar }) => bar === at + 1)?.n ?? 0);
  const bars = steps.map(({ id, label, where }) => ({
    id,
    label,
    role: "yes" as const,
    when: where,
  }));
  const counted = { bars, counts, measured: null, parts: [], kind: "steps" as const };
  return answerOf(indicator, counted, measuring);
}

function askedOf({ tenant, unit }: Scope, { from, to }: IndicatorQuery) {
  return {
    tenant,
    ...(unit === undefined ? {} : { unit }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

interface Counted extends Pick<IndicatorAnswer, "kind" | "measured" | "parts"> {
  readonly bars: readonly Bar[];
  readonly counts: readonly number[];
}

function answerOf(indicator: Indicator, counted: Counted, measuring: Measuring): IndicatorAnswer {
  const { deps } = measuring;
  const { limits, words } = deps.spec;
  const { title, question, counted: noun } = indicator;
  const bars = counted.bars.map(({ id, label, role }, at) => ({
    id,
    label,
    role,
    n: counted.counts[at] ?? 0,
  }));
  const sumOf = (role: Bar["role"]) =>
    bars.filter((bar) => bar.role === role).reduce((sum, bar) => sum + bar.n, 0);
  const steps = counted.kind === "steps";
  const yes = steps ? (counted.counts.at(-1) ?? 0) : sumOf("yes");
  const n = steps ? (counted.counts[0] ?? 0) : yes + sumOf("no");
  const missing = sumOf("missing");
  const numbers = {
    yes,
    n,
    missing,
    apart: bars.filter((bar) => bar.role === "apart"),
    steps: Object.fromEntries(bars.map((bar) => [bar.id, bar.n])),
    ...(counted.measured === null ? {} : { median: counted.measured.median }),
  };
  const about = { ...indicator, percentFrom: limits.percentFrom };
  return {
    id: indicator.id,
    kind: counted.kind,
    title,
    question,
    sentence: indicatorSentence(about, numbers, words),
    counted: noun,
    yes,
    n,
    missing,
    apart: sumOf("apart"),
    percent: steps ? null : percentOf(yes, n, limits.percentFrom),
    bars,
    measured: counted.measured,
    parts: counted.parts,
    law: lawOf(indicator, measuring),
    how: howOf(indicator, measuring),
  };
}

function lawOf({ law: rule }: Indicator, { deps, lookup }: Measuring): IndicatorAnswer["law"] {
  if (rule === undefined) return null;
  const section = sectionOn(deps.law, rule, lookup.today);
  const rows = deps.law.deadlines.get(rule) ?? [];
  const row = rows.find((each) => each.section === section?.section) ?? rows[0];
  if (section === undefined || row === undefined) return null;
  return { name: row.name, section: section.cited };
}

function howOf(indicator: Indicator, measuring: Measuring): IndicatorAnswer["how"] {
  const { deps, query, scope, inUse } = measuring;
  const { words } = deps.spec;
  const labels = new Map(columnsOf(inUse.pack).map((column) => [column.id, column.label]));
  const { from, to, by } = query;
  const population = indicator.per === "guardian" ? "population.guardian" : "population";
  const { yes, n, missing } = indicator.example.answer;
  return {
    definition: indicator.definition,
    source: indicator.source,
    variables: variablesOf(indicator).map((id) => ({
      id,
      label: labels.get(id) ?? { sv: id, en: id },
    })),
    population: fill(words, population, {
      counted: indicator.counted,
      period: periodWords({ from, to }, words),
    }),
    version: digestOf(indicator).slice(0, VERSION_LENGTH),
    specDigest: inUse.digest,
    cutOff: deps.engine.clock.now(),
    query: {
      indicator: indicator.id,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(scope.unit === undefined ? {} : { unit: scope.unit }),
      ...(by === undefined ? {} : { by }),
    },
    example: { rows: exampleWords(indicator), yes, n, missing },
  };
}

/** The rows of the worked example on a line each: how many, of which day, with which values. */
function exampleWords({ example }: Indicator): string {
  return example.rows
    .map(({ times = 1, on, values }) => {
      const named = Object.entries(values).map(([id, value]) => `${id} = ${String(value)}`);
      return `${times} × ${[...(on === undefined ? [] : [on]), ...named].join(", ")}`;
    })
    .join("\n");
}
