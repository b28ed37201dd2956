import type { Uuid } from "../../kernel/ids.ts";
import { ownLists, type CodeBook } from "../code-book.ts";
import type { Column } from "../columns.ts";
import { dayColumn, missingDays, missingNumbers } from "../schema.ts";
import type { Axis, Period, ResolvedFilter, ResolvedQuery, TableQuery } from "./resolve.ts";
import { monthsOf } from "./series.ts";

/** A statement with its values. */
export interface BuiltSql {
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * What a statement answers: a group of the table. A place is null where the group is of all its values: of an
 * axis that is not there, or of a set that was left out so that each row is counted once.
 */
export interface CellRow {
  readonly a: number | null;
  readonly b: number | null;
  readonly c: number | null;
  /** How many rows; and in the one row that is about no group how many of them lack an answer. */
  readonly n: number;
  readonly missing: number | null;
}

/** A number that stands for nothing: a filter on it finds no row. */
const NEVER = -99;

/** The numbers of the two compared periods. */
export const firstPeriod = 1;
export const secondPeriod = 2;

/** Collects values and gives their places in the text. */
export function createValues() {
  const values: unknown[] = [];
  return {
    values,
    add: (value: unknown) => {
      values.push(value);
      return `$${values.length}`;
    },
  };
}

/** What says which rows are meant, of a table or of an extract. */
type RowsAsked = Pick<ResolvedQuery, "kind" | "filters" | "counts" | "axes"> & {
  readonly query: Pick<TableQuery, "from" | "to" | "units">;
};

/** A statement about those rows. */
export interface RowsBuilding {
  readonly resolved: RowsAsked;
  readonly book: CodeBook;
  readonly tenant: string;
  readonly add: (value: unknown) => string;
}

/** A statement of a whole table. */
export interface Building extends RowsBuilding {
  readonly resolved: ResolvedQuery;
}

/**
 * One statement for the whole table: a group for each cell. Sets are joined as their chosen codes, so a row
 * can be in several cells; the totals over a set are therefore counted without it, and the size of the
 * population with what is missing beside them.
 */
export function tableSql(
  resolved: ResolvedQuery,
  book: CodeBook,
  scope: { readonly tenant: number; readonly unit?: Uuid },
): BuiltSql {
  const { values, add } = createValues();
  const building = { resolved, book, tenant: add(scope.tenant), add };
  const where = rowConditions(building, scope.unit);
  const sets = resolved.axes.flatMap((axis, at) => (isSet(axis) ? [at] : []));
  const cells = subsetsOf(sets).map((left) => cellsSql(building, left, where));
  if (sets.length === 0) return { text: cells.join(""), values };
  return { text: [...cells, populationSql(building, where)].join("\nunion all\n"), values };
}

function isSet(axis: Axis): boolean {
  return axis.kind === "variable" && axis.column.place === "choice";
}

/** Every choice of some of the places, none of them first. */
function subsetsOf(places: readonly number[]): readonly (readonly number[])[] {
  return places.reduce<readonly (readonly number[])[]>(
    (subsets, place) => [...subsets, ...subsets.map((subset) => [...subset, place])],
    [[]],
  );
}

const names = ["a", "b", "c"] as const;

/** The groups of a table, without the sets of some places. */
function cellsSql(building: Building, left: readonly number[], where: string): string {
  const { axes } = building.resolved;
  const shown = names.map((_, at) => (left.includes(at) ? undefined : axes[at]));
  const selected = names.map((name, at) => {
    const axis = shown[at];
    return `${axis === undefined ? "null::int" : axisSql(building, axis, at)} as ${name}`;
  });
  const joins = shown.flatMap((axis, at) => choiceJoin(building, axis, at));
  const groups = names.flatMap((_, at) => (shown[at] === undefined ? [] : [String(at + 1)]));
  return `select ${selected.join(", ")}, count(*)::int as n, null::int as missing
  ${[`from ${sources(building)}`, ...joins].join("\n  ")}
  where ${where}${groups.length === 0 ? "" : `\n  group by ${groups.join(", ")}`}`;
}

/** The size of the population and how many of it lack an answer to one of the variables. */
function populationSql(building: Building, where: string): string {
  const missing = building.resolved.axes.flatMap((axis, at) => missingSql(building, axis, at));
  const condition = missing.map((each) => each.condition).join(" or ");
  return `select null::int, null::int, null::int, count(*)::int,
    (count(*) filter (where ${condition}))::int
  ${[`from ${sources(building)}`, ...missing.flatMap(({ join }) => join)].join("\n  ")}
  where ${where}`;
}

/** The rows that are counted, with the guardians where those are. */
export function sources({ resolved, tenant }: Building): string {
  const { kind } = resolved;
  const rows = `followup.${kind} r`;
  if (resolved.counts === "row") return rows;
  return `${rows}
  join followup.guardian g
    on g.tenant = ${tenant} and g.row_kind = '${kind}' and g.row_key = r.row_key`;
}

function alias(column: Column, at: number): string {
  if (column.place === "choice") return `c${at}`;
  return column.place === "guardian" ? "g" : "r";
}

function choiceJoin(building: Building, axis: Axis | undefined, at: number): readonly string[] {
  if (axis?.kind !== "variable" || axis.column.place !== "choice") return [];
  const c = `c${at}`;
  return [
    `join followup.choice ${c}
    on ${c}.tenant = ${building.tenant} and ${c}.variable = ${variableNumber(building, axis.column)}
    and ${c}.row_key = r.row_key`,
  ];
}

/** The number of a variable whose values are sets. */
export function variableNumber({ book, add }: RowsBuilding, column: Column): string {
  return `${add(book.numberOf(ownLists.variable, column.id) ?? NEVER)}::smallint`;
}

/** One number for the place of a row along an axis. */
export function axisSql({ resolved, add }: Building, axis: Axis, at: number): string {
  const day = `r.${dayColumn[resolved.kind]}`;
  switch (axis.kind) {
    case "variable":
      return valueSql(axis.column, alias(axis.column, at));
    case "units":
      return "r.unit";
    case "series":
      return `((extract(year from ${day}) * 12 + extract(month from ${day}) - 1)::int / ${monthsOf[axis.step]})`;
    case "periods":
      return `(case when ${within(day, axis.first, add)} then ${firstPeriod} else ${secondPeriod} end)`;
  }
}

function within(day: string, period: Period, add: Building["add"]): string {
  return `${day} between ${add(period.from)}::date and ${add(period.to)}::date`;
}

/** One number for the value: a code, a number as it is, a month, or below zero why it is missing. */
export function valueSql(column: Column, from: string): string {
  const name = `${from}.${column.name}`;
  if (column.place === "choice") return `${from}.code`;
  if (column.type !== "date" && column.type !== "datetime") return name;
  // The first days of year 1 say why the day is missing: they become -1, -2 ...
  return `(case when ${name} < '0001-02-01'
    then date '${missingDays.not_asked}' - ${name}::date - 1
    else extract(year from ${name}) * 12 + extract(month from ${name}) - 1 end)::int`;
}

interface MissingSql {
  readonly condition: string;
  readonly join: readonly string[];
}

/** When a value is missing. A missing set has exactly one choice, so the join repeats no row. */
function missingSql(building: Building, axis: Axis, at: number): readonly MissingSql[] {
  if (axis.kind !== "variable") return [];
  const { column } = axis;
  if (column.place !== "choice") {
    return [{ condition: `${valueSql(column, alias(column, at))} < 0`, join: [] }];
  }
  const m = `m${at}`;
  const join = `left join followup.choice ${m}
    on ${m}.tenant = ${building.tenant} and ${m}.variable = ${variableNumber(building, column)}
    and ${m}.row_key = r.row_key and ${m}.code < 0`;
  return [{ condition: `${m}.row_key is not null`, join: [join] }];
}

/** That a set has a choice of which something holds. */
export function chosenSql(building: RowsBuilding, column: Column, condition: string): string {
  return `exists (select from followup.choice f where f.tenant = ${building.tenant}
    and f.variable = ${variableNumber(building, column)} and f.row_key = r.row_key and ${condition})`;
}

/** The condition that a row (as `r`) is one of those asked for. */
export function rowConditions(building: RowsBuilding, unit: Uuid | undefined): string {
  const { resolved, book, tenant, add } = building;
  const { units } = resolved.query;
  const numberOf = (each: string) => book.numberOf(ownLists.unit, each) ?? NEVER;
  return [
    `r.tenant = ${tenant}`,
    ...periodSql(building),
    ...(unit === undefined ? [] : [`r.unit = ${add(numberOf(unit))}::smallint`]),
    ...(units === undefined ? [] : [`r.unit = any(${add(units.map(numberOf))}::smallint[])`]),
    ...resolved.filters.map((filter) => filterSql(building, filter)),
  ].join("\n    and ");
}

/** The days of the question; of a comparison those of either period. */
function periodSql({ resolved, add }: RowsBuilding): readonly string[] {
  const day = `r.${dayColumn[resolved.kind]}`;
  const compared = resolved.axes.find((axis) => axis.kind === "periods");
  if (compared !== undefined) {
    return [`(${within(day, compared.first, add)} or ${within(day, compared.second, add)})`];
  }
  const { from, to } = resolved.query;
  return [
    ...(from === undefined ? [] : [`${day} >= ${add(from)}::date`]),
    ...(to === undefined ? [] : [`${day} <= ${add(to)}::date`]),
  ];
}

/** Which rows a filter keeps. */
export function filterSql(building: RowsBuilding, { column, in: wanted }: ResolvedFilter): string {
  const { resolved, add } = building;
  if (column.place === "choice") {
    const numbers = wanted.map((text) => codeNumber(building, column, text));
    return chosenSql(building, column, `f.code = any(${add(numbers)}::smallint[])`);
  }
  if (column.place === "guardian" && resolved.counts === "row") {
    return `exists (select from followup.guardian g where g.tenant = ${building.tenant}
    and g.row_kind = '${resolved.kind}' and g.row_key = r.row_key
    and ${valueFilter(building, column, wanted)})`;
  }
  return valueFilter(building, column, wanted);
}

function valueFilter(building: RowsBuilding, column: Column, wanted: readonly string[]): string {
  const { add } = building;
  const from = column.place === "guardian" ? "g" : "r";
  if (column.type === "code" || column.type === "yesno") {
    const numbers = wanted.map((text) => codeNumber(building, column, text));
    return `${from}.${column.name} = any(${add(numbers)}::smallint[])`;
  }
  const value = valueSql(column, from);
  const ranges = wanted.map((text) => rangeOf(column, text));
  return `(${
    ranges
      .map(([low, high]) => `${value} between ${add(low)}::int and ${add(high)}::int`)
      .join(" or ") || "false"
  })`;
}

/** The number of a code, of yes and no, or of a reason why the value is missing. */
function codeNumber({ book }: RowsBuilding, column: Column, text: string): number {
  const missing = missingNumber(text);
  if (missing !== undefined) return missing;
  if (column.type === "yesno") return text === "yes" ? 1 : text === "no" ? 0 : NEVER;
  return book.numberOf(column.codelist ?? "", text) ?? NEVER;
}

function missingNumber(text: string): number | undefined {
  return Object.entries(missingNumbers).find(([code]) => code === text)?.[1];
}

const LARGEST = 2_000_000_000;

/** `3`, `0-14`, `15-`, a month `2026-01`, or why the value is missing; else a range that holds nothing. */
function rangeOf(column: Column, text: string): readonly [number, number] {
  const missing = missingNumber(text);
  if (missing !== undefined) return [missing, missing];
  const match = /^(\d{1,6})(-(\d{0,6}))?$/.exec(text);
  if (match === null) return [1, 0];
  const low = Number(match[1]);
  if (column.type === "date" || column.type === "datetime") {
    const month = low * 12 + Number(match[3]) - 1;
    return match[3] === undefined || match[3] === "" ? [low * 12, low * 12 + 11] : [month, month];
  }
  if (match[2] === undefined) return [low, low];
  return [low, match[3] === "" ? LARGEST : Number(match[3])];
}
