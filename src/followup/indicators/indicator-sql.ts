import { createValues, type BuiltSql } from "../engine/build-sql.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { ownLists, type CodeBook } from "../code-book.ts";
import type { Column } from "../columns.ts";
import type { RowKind } from "../derive/rows.ts";
import { dayColumn, missingDays } from "../schema.ts";
import { missingNumberOf, ownDay, type Lookup } from "./resolve-indicator.ts";
import type { Bar, Condition, Indicator, Step } from "./types.ts";

/** Which rows are asked: of a board, perhaps of one unit of it, in a period. */
export interface Asked {
  readonly tenant: number;
  readonly unit?: Uuid;
  readonly from?: string;
  readonly to?: string;
}

/** By what an indicator is divided: a column of the row, its unit, or its quarter or year. */
export type Divider = Column | "unit" | "quarter" | "year";

/** A bar of an answer; 0 where no bar is true of the row. */
export interface BarRow {
  readonly bar: number;
  readonly part: number;
  readonly n: number;
}

/** Quartiles, extremes and mean of a number. */
export interface MeasuredRow {
  readonly quartiles: readonly number[] | null;
  readonly least: number | null;
  readonly most: number | null;
  readonly mean: number | null;
  readonly n: number;
}

/** A number that stands for nothing. */
const NEVER = -99;
/** The last day that is no day but says why there is none. */
const LAST_MISSING = missingDays.not_relevant;

interface Building {
  readonly kind: RowKind;
  readonly guardians: boolean;
  readonly tenant: string;
  readonly book: CodeBook;
  readonly lookup: Lookup;
  readonly add: (value: unknown) => string;
}

/** Counts the rows of an indicator by its bars, and by the parts it is divided in. */
export function barsSql(
  indicator: Indicator,
  bars: readonly Bar[],
  asked: Asked,
  around: { readonly book: CodeBook; readonly lookup: Lookup; readonly divider?: Divider },
): BuiltSql {
  const { values, add } = createValues();
  const building = buildingOf(indicator, asked, around, add);
  const cases = bars
    .map((bar, at) => `when ${conditionSql(building, bar.when)} then ${at + 1}`)
    .join("\n      ");
  const part = dividerSql(around.divider, indicator.row);
  const text = `select bar, part, count(*)::int as n from (
    select case ${cases} else 0 end as bar, ${part} as part
    ${fromSql(building)}
    where ${whereSql(building, asked, dayColumn[indicator.row], indicator.where)}
  ) as counted group by 1, 2 order by 1, 2`;
  return { text, values };
}

/** The middle, quartiles, extremes and mean of the number that an indicator measures, where there is one. */
export function measuredSql(
  indicator: Indicator,
  variable: string,
  asked: Asked,
  around: { readonly book: CodeBook; readonly lookup: Lookup },
): BuiltSql {
  const { values, add } = createValues();
  const building = buildingOf(indicator, asked, around, add);
  const name = `r.${around.lookup.column(variable).name}`;
  const text = `select percentile_cont(array[0.25, 0.5, 0.75]) within group (order by ${name}) as quartiles,
    min(${name})::int as least, max(${name})::int as most, avg(${name})::float as mean, count(*)::int as n
    ${fromSql(building)}
    where ${name} >= 0 and ${whereSql(building, asked, dayColumn[indicator.row], indicator.where)}`;
  return { text, values };
}

/** Counts the rows of each step of a waterfall, by the day the step says. */
export function stepsSql(
  steps: readonly Step[],
  asked: Asked,
  around: { readonly book: CodeBook; readonly lookup: Lookup },
): BuiltSql {
  const { values, add } = createValues();
  const counts = steps.map((step, at) => {
    const building = buildingOf(step, asked, around, add);
    const day = step.day === undefined ? dayColumn[step.row] : around.lookup.column(step.day).name;
    return `select ${at + 1} as bar, 0 as part, count(*)::int as n
    ${fromSql(building)}
    where ${whereSql(building, asked, day, step.where)}`;
  });
  return { text: `${counts.join("\nunion all\n")}\norder by 1`, values };
}

/** Rows that are looked at together: of which kind and what of them, by bars, over what. */
export interface CountedBars extends Pick<Indicator, "row" | "per"> {
  readonly where?: Condition | undefined;
  /** The day the period is asked of, where not the row's own. */
  readonly day?: string | undefined;
  readonly bars: readonly Pick<Bar, "when">[];
  readonly asked: Asked;
}

/**
 * Counts the rows of one kind that some indicators put in the same bars: a column of each, with the number of its bar
 * from 0 on, and -1 for rows that are in none. Rows that are in no bar of any are left out.
 */
export function togetherSql(
  all: readonly [CountedBars, ...CountedBars[]],
  around: { readonly book: CodeBook; readonly lookup: Lookup },
): BuiltSql {
  const { values, add } = createValues();
  const [first] = all;
  const shared = buildingOf(first, first.asked, around, add);
  const columns = all.map(({ row, day, where, bars, asked }, at) => {
    const on = day === undefined ? dayColumn[row] : around.lookup.column(day).name;
    const cases = bars.map((bar, index) => `when ${conditionSql(shared, bar.when)} then ${index}`);
    return `case when not (${whereSql(shared, asked, on, where)}) then -1
      ${cases.join("\n      ")} else -1 end as c${at}`;
  });
  const names = all.map((_, at) => `c${at}`);
  const text = `select ${names.join(", ")}, count(*)::int as n from (
    select ${columns.join(",\n      ")}
    ${fromSql(shared)} where r.tenant = ${shared.tenant}
  ) as together where greatest(${names.join(", ")}) >= 0
  group by ${names.join(", ")}`;
  return { text, values };
}

function buildingOf(
  counted: Pick<Indicator, "row" | "per">,
  { tenant }: Asked,
  { book, lookup }: { readonly book: CodeBook; readonly lookup: Lookup },
  add: Building["add"],
): Building {
  const guardians = counted.per === "guardian";
  return { kind: counted.row, guardians, tenant: `${add(tenant)}::int`, book, lookup, add };
}

function fromSql({ kind, guardians, tenant }: Building): string {
  const rows = `from followup.${kind} r`;
  if (!guardians) return rows;
  return `${rows} join followup.guardian g
      on g.tenant = ${tenant} and g.row_kind = '${kind}' and g.row_key = r.row_key`;
}

function whereSql(
  building: Building,
  { from, to, unit }: Asked,
  day: string,
  population: Condition | undefined,
): string {
  const { add, book, tenant } = building;
  return [
    `r.tenant = ${tenant}`,
    ...(from === undefined ? [] : [`r.${day} >= ${add(from)}::date`]),
    ...(to === undefined ? [] : [`r.${day} <= ${add(to)}::date`]),
    ...(unit === undefined
      ? []
      : [`r.unit = ${add(book.numberOf(ownLists.unit, unit) ?? NEVER)}::smallint`]),
    ...(population === undefined ? [] : [conditionSql(building, population)]),
  ].join(" and ");
}

function dividerSql(divider: Divider | undefined, row: RowKind): string {
  const day = `r.${dayColumn[row]}`;
  if (divider === undefined) return "0";
  if (divider === "unit") return "r.unit::int";
  if (divider === "year") return `extract(year from ${day})::int`;
  if (divider === "quarter") {
    return `(extract(year from ${day}) * 4 + extract(quarter from ${day}) - 1)::int`;
  }
  return `r.${divider.name}::int`;
}

function conditionSql(building: Building, condition: Condition): string {
  if ("all" in condition) return joined(building, condition.all, " and ", "true");
  if ("any" in condition) return joined(building, condition.any, " or ", "false");
  if ("not" in condition) return `(not ${conditionSql(building, condition.not)})`;
  if ("variable" in condition) {
    return variableSql(building, building.lookup.column(condition.variable), condition.in);
  }
  const { add, lookup } = building;
  const time = "within" in condition ? condition.within : condition.over;
  const from = daySql(building, time.from);
  const { n, unit } = lookup.length(time);
  const end = `${from} + ${add(`${n} ${unit}s`)}::interval`;
  const isDay = `${from} > '${LAST_MISSING}'`;
  if ("over" in condition) return `(${isDay} and ${end} < ${add(lookup.today)}::date)`;
  const to = daySql(building, condition.to);
  return `(${isDay} and ${to} > '${LAST_MISSING}' and ${to} <= ${end})`;
}

function joined(
  building: Building,
  conditions: readonly Condition[],
  by: string,
  none: string,
): string {
  if (conditions.length === 0) return none;
  return `(${conditions.map((each) => conditionSql(building, each)).join(by)})`;
}

function daySql({ kind, lookup }: Building, id: string): string {
  return id === ownDay ? `r.${dayColumn[kind]}` : `r.${lookup.column(id).name}::date`;
}

function variableSql(building: Building, column: Column, wanted: readonly string[]): string {
  const { tenant, kind, add, book } = building;
  if (column.place === "choice") {
    const number = add(book.numberOf(ownLists.variable, column.id) ?? NEVER);
    return `exists (select from followup.choice f where f.tenant = ${tenant}
      and f.variable = ${number}::smallint and f.row_key = r.row_key
      and ${valueSql(building, column, "f.code", wanted)})`;
  }
  if (column.place === "guardian" && !building.guardians) {
    return `exists (select from followup.guardian h where h.tenant = ${tenant}
      and h.row_kind = '${kind}' and h.row_key = r.row_key
      and ${valueSql(building, column, `h.${column.name}`, wanted)})`;
  }
  const from = column.place === "guardian" ? "g" : "r";
  return valueSql(building, column, `${from}.${column.name}`, wanted);
}

/** One of the wanted values, of which each is a code, yes or no, a span, `answered` or why it is missing. */
function valueSql(
  building: Building,
  column: Column,
  name: string,
  wanted: readonly string[],
): string {
  const isDay = column.type === "date" || column.type === "datetime";
  const parts = wanted.map((text) => {
    if (text === "answered") return isDay ? `${name} > '${LAST_MISSING}'` : `${name} >= 0`;
    const missing = missingNumberOf(text);
    if (isDay)
      return missing === undefined ? "false" : `${name} = ${missingDaySql(building, text)}`;
    if (missing !== undefined) return `${name} = ${missing}`;
    return presentSql(building, column, name, text);
  });
  return parts.length === 0 ? "false" : `(${parts.join(" or ")})`;
}

function missingDaySql({ add }: Building, text: string): string {
  const day = Object.entries(missingDays).find(([code]) => code === text)?.[1];
  return `${add(day)}::date`;
}

function presentSql(
  { add, book, lookup }: Building,
  column: Column,
  name: string,
  text: string,
): string {
  if (column.type === "yesno") return `${name} = ${text === "yes" ? 1 : text === "no" ? 0 : NEVER}`;
  if (column.codelist === undefined) {
    const span = lookup.span(text);
    if (span === undefined) return "false";
    return `${name} between ${add(span[0])}::int and ${add(span[1])}::int`;
  }
  const group = text.startsWith("group:") ? text.slice("group:".length) : undefined;
  const codes = group === undefined ? [text] : lookup.codesOfGroup(column, group);
  const list = column.codelist;
  return `${name} = any(${add(codes.map((code) => book.numberOf(list, code) ?? NEVER))}::smallint[])`;
}
