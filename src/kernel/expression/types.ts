import type { Calendar } from "../calendar.ts";
import type { PlainDate } from "../plain-date.ts";

/**
 * Expression language v1: conditions as a JSON tree, for what is visible, required, allowed, due
 * or counted. Logic has three values: what is missing makes a comparison missing, and `and`, `or`
 * and `not` follow Kleene (missing and false = false; missing or true = true). A missing code
 * counts as missing. `count` and `isMissing` are never missing themselves.
 *
 * Two back ends give the same answer: `evaluate` and `toSql`.
 */
export type Expression =
  | ValueExpression
  | { readonly set: readonly string[] }
  | { readonly field: string }
  | { readonly today: true }
  | { readonly and: readonly Expression[] }
  | { readonly or: readonly Expression[] }
  | { readonly not: Expression }
  | { readonly eq: Pair }
  | { readonly ne: Pair }
  | { readonly lt: Pair }
  | { readonly le: Pair }
  | { readonly gt: Pair }
  | { readonly ge: Pair }
  | { readonly in: Pair }
  | { readonly hasAny: Pair }
  | { readonly hasAll: Pair }
  | { readonly isMissing: Expression }
  | { readonly count: { readonly over: string; readonly where?: Expression } }
  | { readonly plus: PlusOperands }
  | { readonly age: { readonly of: Expression; readonly at?: Expression } };

export type Pair = readonly [Expression, Expression];

/** A literal with its type. */
export type ValueExpression =
  | { readonly value: boolean; readonly type: "yesno" }
  | { readonly value: number; readonly type: "integer" | "decimal" }
  | { readonly value: PlainDate; readonly type: "date" }
  | { readonly value: string; readonly type: "code" };

/** A date and a number of units. Outside what {@link plusDate} can give, the sum is missing. */
export interface PlusOperands {
  readonly date: Expression;
  readonly n: Expression;
  readonly unit: PlusUnit;
}

export const PLUS_UNITS = ["days", "weeks", "months", "years", "workdays"] as const;
export type PlusUnit = (typeof PLUS_UNITS)[number];

export const ORDER_OPERATORS = ["lt", "le", "gt", "ge"] as const;
export const COMPARISONS = ["eq", "ne", ...ORDER_OPERATORS] as const;
export type ComparisonOperator = (typeof COMPARISONS)[number];
export const SET_OPERATORS = ["in", "hasAny", "hasAll"] as const;
export type SetOperator = (typeof SET_OPERATORS)[number];

/** The types of answers; `set` is a set of codes. */
export const EXPRESSION_TYPES = ["yesno", "integer", "decimal", "date", "code", "set"] as const;
export type ExprType = (typeof EXPRESSION_TYPES)[number];

/** Why there is no answer. Stored like a code, counted as missing. */
export const MISSING_CODES = ["not_asked", "unknown", "declined", "not_relevant"] as const;

/** True for one of the codes that say why there is no answer. */
export function isMissingCode(value: unknown): boolean {
  return MISSING_CODES.some((code) => code === value);
}

/** What may be asked about: fields by id, and lists of things with fields of their own. */
export interface ExpressionSchema {
  readonly fields: Readonly<Record<string, FieldSchema>>;
  readonly lists?: Readonly<Record<string, ExpressionSchema>>;
}

export interface FieldSchema {
  readonly type: ExprType;
  /** Codes of a code or set field; without it any code is accepted. */
  readonly codelist?: readonly string[];
}

/** What is known: answers by field id, and lists of things with facts of their own. */
export interface Facts {
  readonly fields: Readonly<Record<string, FactValue | undefined>>;
  readonly lists?: Readonly<Record<string, readonly Facts[]>>;
}

/** yes/no, number, date or code, set of codes; null is missing. */
export type FactValue = boolean | number | string | readonly string[] | null;

/** What an expression gives; undefined is missing. */
export type Value = boolean | number | string | readonly string[] | undefined;

/** The answer of a condition; undefined is missing. */
export type Truth = boolean | undefined;

/** What an expression needs beside the facts. Nothing here comes from a clock. */
export interface ExpressionEnv {
  readonly today: PlainDate;
  readonly calendar: Calendar;
}

/** The two sides of a comparison or set operator, where the expression is one. */
export function comparisonOf(
  expression: Expression,
): { readonly operator: ComparisonOperator | SetOperator; readonly pair: Pair } | undefined {
  if ("eq" in expression) return { operator: "eq", pair: expression.eq };
  if ("ne" in expression) return { operator: "ne", pair: expression.ne };
  if ("lt" in expression) return { operator: "lt", pair: expression.lt };
  if ("le" in expression) return { operator: "le", pair: expression.le };
  if ("gt" in expression) return { operator: "gt", pair: expression.gt };
  if ("ge" in expression) return { operator: "ge", pair: expression.ge };
  if ("in" in expression) return { operator: "in", pair: expression.in };
  if ("hasAny" in expression) return { operator: "hasAny", pair: expression.hasAny };
  if ("hasAll" in expression) return { operator: "hasAll", pair: expression.hasAll };
  return undefined;
}
