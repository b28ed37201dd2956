import type { Calendar } from "../calendar.ts";
import { dayNumber, plainDate, weekdayOf } from "../plain-date.ts";
import type { PlainDate } from "../plain-date.ts";
import { PLUS_LIMITS, WORKDAY_WINDOW } from "./plus-date.ts";
import type { SqlParameters } from "./sql-parameters.ts";
import type { ExpressionEnv, PlusUnit } from "./types.ts";

interface DateScope {
  readonly parameters: SqlParameters;
  readonly env: ExpressionEnv;
}

/**
 * SQL of `plusDate`. PostgreSQL stops a month at its last day just as lag 1930:173 does. Every step
 * that could overflow stands behind a CASE.
 */
export function plusSql(date: string, n: string, unit: PlusUnit, scope: DateScope): string {
  const limit = PLUS_LIMITS[unit];
  return withNames({ d: date, n: `(${n})::bigint` }, scope.parameters, ({ d, n: units }) => {
    const sum = sumSql(d, units, unit, scope);
    return `CASE WHEN ${units} BETWEEN ${-limit} AND ${limit} THEN ${sum} END`;
  });
}

/** SQL of `ageOn`: the years apart, less one before this year's birthday. */
export function ageSql(birth: string, on: string, parameters: SqlParameters): string {
  return withNames({ d: birth, n: on }, parameters, ({ d, n: at }) => {
    const years = `(date_part('year', ${at}) - date_part('year', ${d}))::int`;
    const birthday = `(${d} + make_interval(years => ${years}))::date`;
    return `${years} - CASE WHEN ${at} < ${birthday} THEN 1 ELSE 0 END`;
  });
}

function sumSql(d: string, n: string, unit: PlusUnit, scope: DateScope): string {
  switch (unit) {
    case "days":
      return daysSql(d, n);
    case "weeks":
      return daysSql(d, `7 * ${n}`);
    case "months":
      return monthsSql(d, n);
    case "years":
      return monthsSql(d, `12 * ${n}`);
    case "workdays":
      return workdaysSql(d, n, scope);
  }
}

function daysSql(d: string, n: string): string {
  const end = `(${d} - DATE '0001-01-01') + ${n}`;
  return `CASE WHEN ${end} BETWEEN 0 AND ${PLUS_LIMITS.days} THEN ${d} + (${n})::int END`;
}

function monthsSql(d: string, n: string): string {
  const end = `date_part('year', ${d}) * 12 + date_part('month', ${d}) - 1 + ${n}`;
  const sum = `(${d} + make_interval(months => (${n})::int))::date`;
  return `CASE WHEN ${end} BETWEEN 12 AND ${9999 * 12 + 11} THEN ${sum} END`;
}

/**
 * Workdays by arithmetic instead of by steps. Days are counted from a Monday, Monday to Friday
 * numbered through; `holidays` are the rest days among them, so workdays up to a day = its weekday
 * number less the holidays up to it. Back: the k-th workday has weekday number k + the holidays
 * before it, and those are the holidays with fewer than k workdays before them.
 */
function workdaysSql(d: string, n: string, { parameters, env }: DateScope): string {
  const { epoch, holidays, thresholds } = workdayTables(env.calendar);
  const first = parameters.add(epoch, "date");
  const days = parameters.add(holidays, "int[]");
  const starts = parameters.add(thresholds, "int[]");
  const [inner, middle, outer] = [parameters.alias(), parameters.alias(), parameters.alias()];
  const window = `BETWEEN DATE '${WORKDAY_WINDOW.from}' AND DATE '${WORKDAY_WINDOW.to}'`;
  const until = (day: string): string =>
    `(5 * (${day} / 7) + least(${day} % 7 + 1, 5) - width_bucket(${day}, ${days}))`;
  const ordinal =
    `CASE WHEN ${inner}.n > 0 THEN ${until(`${inner}.day`)} + ${inner}.n` +
    ` ELSE ${until(`(${inner}.day - 1)`)} + ${inner}.n + 1 END`;
  return (
    `CASE WHEN ${d} ${window} THEN CASE WHEN ${n} = 0 THEN ${d} ELSE (` +
    `SELECT CASE WHEN ${outer}.e ${window} THEN ${outer}.e END FROM (` +
    `SELECT ${first} + 7 * (${middle}.w / 5) + ${middle}.w % 5 AS e FROM (` +
    `SELECT k + width_bucket(k, ${starts}) - 1 AS w FROM (` +
    `SELECT (${ordinal})::int AS k FROM (` +
    `SELECT ${d} - ${first} AS day, (${n})::int AS n OFFSET 0) AS ${inner}` +
    ` OFFSET 0) AS ${parameters.alias()} WHERE k > 0` +
    ` OFFSET 0) AS ${middle} OFFSET 0) AS ${outer}) END END`
  );
}

interface WorkdayTables {
  readonly epoch: PlainDate;
  /** Rest days from Monday to Friday, in days from the epoch. */
  readonly holidays: readonly number[];
  /** For each of them the ordinal of the first workday after it. */
  readonly thresholds: readonly number[];
}

const tablesByCalendar = new WeakMap<Calendar, WorkdayTables>();

function workdayTables(calendar: Calendar): WorkdayTables {
  const known = tablesByCalendar.get(calendar);
  if (known !== undefined) return known;
  // The Monday of the week in which the window opens.
  const epoch = plainDate("1979-12-31");
  const holidays = calendar
    .restDaysBetween(WORKDAY_WINDOW.from, WORKDAY_WINDOW.to)
    .filter((day) => weekdayOf(day) <= 5)
    .map((day) => dayNumber(day) - dayNumber(epoch));
  const thresholds = holidays.map((day, index) => 5 * Math.floor(day / 7) + (day % 7) + 1 - index);
  const tables = { epoch, holidays, thresholds };
  tablesByCalendar.set(calendar, tables);
  return tables;
}

/**
 * Lets a formula name its operands more than once. What is more than a column or a parameter is
 * computed once in a subquery, so that nested dates do not double the text at every level.
 */
function withNames(
  operands: { readonly d: string; readonly n: string },
  parameters: SqlParameters,
  formula: (names: { readonly d: string; readonly n: string }) => string,
): string {
  if (isShort(operands.d) && isShort(operands.n)) return `(${formula(operands)})`;
  const alias = parameters.alias();
  const body = formula({ d: `${alias}.d`, n: `${alias}.n` });
  return `(SELECT ${body} FROM (SELECT ${operands.d} AS d, ${operands.n} AS n OFFSET 0) AS ${alias})`;
}

function isShort(sql: string): boolean {
  return sql.length <= 60 && !sql.includes("SELECT");
}
