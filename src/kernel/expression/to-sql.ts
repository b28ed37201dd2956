import { PLUS_LIMITS } from "./plus-date.ts";
import { ageSql, plusSql } from "./sql-dates.ts";
import { sqlParameters } from "./sql-parameters.ts";
import type {
  SqlEnv,
  SqlExpression,
  SqlFieldMapping,
  SqlMapping,
  SqlParameters,
} from "./sql-parameters.ts";
import { MISSING_CODES, comparisonOf, isMissingCode } from "./types.ts";
import type {
  ComparisonOperator,
  ExprType,
  Expression,
  Pair,
  PlusOperands,
  SetOperator,
  ValueExpression,
} from "./types.ts";

export type {
  SqlEnv,
  SqlExpression,
  SqlFieldMapping,
  SqlListMapping,
  SqlMapping,
  SqlValue,
} from "./sql-parameters.ts";

const SQL_TYPES: Readonly<Record<ExprType, string>> = {
  yesno: "boolean",
  integer: "bigint",
  decimal: "double precision",
  date: "date",
  code: "text",
  set: "text[]",
};

const SQL_OPERATORS: Readonly<Record<Exclude<ComparisonOperator | SetOperator, "in">, string>> = {
  eq: "=",
  ne: "<>",
  lt: "<",
  le: "<=",
  gt: ">",
  ge: ">=",
  hasAny: "&&",
  hasAll: "@>",
};

interface Scope {
  readonly mapping: SqlMapping;
  readonly parameters: SqlParameters;
  readonly env: SqlEnv;
}

/**
 * The SQL of an expression that `checkExpression` accepted; NULL is missing, and the answer is
 * the one `evaluate` gives. Values reach the database as parameters only. A condition in a WHERE
 * or FILTER needs nothing more: NULL is not true. Throws RangeError for a field or list that the
 * mapping does not have.
 */
export function toSql(expression: Expression, mapping: SqlMapping, env: SqlEnv): SqlExpression {
  const parameters = sqlParameters(env.firstParameter ?? 1);
  const text = sqlOf(expression, { mapping, parameters, env });
  return { text, values: parameters.values };
}

function sqlOf(expression: Expression, scope: Scope): string {
  if ("value" in expression) return valueSql(expression, scope);
  if ("set" in expression) return setSql(expression.set, scope);
  if ("field" in expression) return fieldSql(expression.field, scope);
  if ("today" in expression) return scope.parameters.add(scope.env.today, SQL_TYPES.date);
  if ("and" in expression) return joined(expression.and, "AND", scope);
  if ("or" in expression) return joined(expression.or, "OR", scope);
  if ("not" in expression) return `(NOT ${sqlOf(expression.not, scope)})`;
  if ("isMissing" in expression) return `(${sqlOf(expression.isMissing, scope)} IS NULL)`;
  if ("count" in expression) return countSql(expression.count, scope);
  if ("plus" in expression) return dateSumSql(expression.plus, scope);
  if ("age" in expression) {
    const at = expression.age.at ?? { today: true };
    return ageSql(sqlOf(expression.age.of, scope), sqlOf(at, scope), scope.parameters);
  }
  const comparison = comparisonOf(expression);
  if (comparison === undefined) throw new RangeError("Not an expression of version 1");
  return comparisonSql(comparison.operator, comparison.pair, scope);
}

function valueSql(literal: ValueExpression, scope: Scope): string {
  const sqlType = SQL_TYPES[literal.type];
  if (isMissingCode(literal.value)) return `NULL::${sqlType}`;
  return scope.parameters.add(literal.value, sqlType);
}

/**
 * A literal beyond the limit is settled here: the planner works constants out before it looks at
 * the CASE that guards them. Nothing of it is written, since a parameter that no text uses has no
 * type.
 */
function dateSumSql({ date, n, unit }: PlusOperands, scope: Scope): string {
  const literal = "value" in n && n.type === "integer" ? n.value : 0;
  if (Math.abs(literal) > PLUS_LIMITS[unit]) return "NULL::date";
  return plusSql(sqlOf(date, scope), sqlOf(n, scope), unit, scope);
}

function setSql(set: readonly string[], scope: Scope): string {
  if (set.some(isMissingCode)) return `NULL::${SQL_TYPES.set}`;
  return scope.parameters.add(set, SQL_TYPES.set);
}

function fieldSql(field: string, scope: Scope): string {
  const { fields } = scope.mapping;
  const mapping = Object.hasOwn(fields, field) ? fields[field] : undefined;
  if (mapping === undefined) throw new RangeError(`No SQL for field ${field}`);
  const column = columnSql(mapping);
  const isCoded = mapping.type === "code" || mapping.type === "set";
  if (!isCoded || mapping.holdsMissingCodes === false) return column;
  const codes = scope.parameters.add(MISSING_CODES, SQL_TYPES.set);
  const isMissing = mapping.type === "set" ? `${column} && ${codes}` : `${column} = ANY(${codes})`;
  return `(CASE WHEN ${isMissing} THEN NULL ELSE ${column} END)`;
}

/** Decimals are compared as doubles, as `evaluate` does; the others as they are stored. */
function columnSql({ sql, type }: SqlFieldMapping): string {
  if (type === "decimal" || type === "code" || type === "set")
    return `(${sql})::${SQL_TYPES[type]}`;
  return `(${sql})`;
}

function joined(operands: readonly Expression[], operator: "AND" | "OR", scope: Scope): string {
  return `(${operands.map((each) => sqlOf(each, scope)).join(` ${operator} `)})`;
}

function comparisonSql(
  operator: ComparisonOperator | SetOperator,
  [left, right]: Pair,
  scope: Scope,
): string {
  const a = sqlOf(left, scope);
  const b = sqlOf(right, scope);
  // NULL = ANY('{}') is false in SQL, but what is missing is in no set and outside none.
  if (operator === "in") return `(CASE WHEN ${a} IS NULL THEN NULL ELSE ${a} = ANY(${b}) END)`;
  return `(${a} ${SQL_OPERATORS[operator]} ${b})`;
}

function countSql(
  { over, where }: { readonly over: string; readonly where?: Expression },
  scope: Scope,
): string {
  const lists = scope.mapping.lists ?? {};
  const list = Object.hasOwn(lists, over) ? lists[over] : undefined;
  if (list === undefined) throw new RangeError(`No SQL for list ${over}`);
  const conditions = [
    ...(list.where === undefined ? [] : [`(${list.where})`]),
    ...(where === undefined ? [] : [sqlOf(where, { ...scope, mapping: list })]),
  ];
  const filter = conditions.length > 0 ? ` WHERE ${conditions.join(" AND ")}` : "";
  return `(SELECT count(*) FROM ${list.from}${filter})`;
}
