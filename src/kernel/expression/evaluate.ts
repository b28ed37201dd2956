import { ageOn, parsePlainDate } from "../plain-date.ts";
import type { PlainDate } from "../plain-date.ts";
import { plusDate } from "./plus-date.ts";
import { comparisonOf, isMissingCode } from "./types.ts";
import type {
  ComparisonOperator,
  Expression,
  ExpressionEnv,
  Facts,
  Pair,
  PlusOperands,
  SetOperator,
  Truth,
  Value,
} from "./types.ts";

/**
 * What an expression gives for some facts; undefined is missing. Never throws on an expression
 * that `checkExpression` accepts: facts of another type than the schema says count as missing.
 */
export function evaluate(expression: Expression, facts: Facts, env: ExpressionEnv): Value {
  if ("value" in expression) return isMissingCode(expression.value) ? undefined : expression.value;
  if ("set" in expression) return expression.set.some(isMissingCode) ? undefined : expression.set;
  if ("field" in expression) return fieldValue(facts, expression.field);
  if ("today" in expression) return env.today;
  if ("and" in expression) return combine(expression.and, false, facts, env);
  if ("or" in expression) return combine(expression.or, true, facts, env);
  if ("not" in expression) return negate(evaluateTruth(expression.not, facts, env));
  if ("isMissing" in expression) return evaluate(expression.isMissing, facts, env) === undefined;
  if ("count" in expression) return count(expression.count, facts, env);
  if ("plus" in expression) return plus(expression.plus, facts, env);
  if ("age" in expression) return age(expression.age, facts, env);
  const comparison = comparisonOf(expression);
  return comparison && compare(comparison.operator, comparison.pair, facts, env);
}

/** As {@link evaluate}, for a condition. */
export function evaluateTruth(expression: Expression, facts: Facts, env: ExpressionEnv): Truth {
  const value = evaluate(expression, facts, env);
  return typeof value === "boolean" ? value : undefined;
}

function fieldValue(facts: Facts, field: string): Value {
  const value = Object.hasOwn(facts.fields, field) ? facts.fields[field] : undefined;
  if (value === null || isMissingCode(value)) return undefined;
  return isSet(value) && value.some(isMissingCode) ? undefined : value;
}

/** Kleene: `decisive` wins over missing, missing over the other. */
function combine(
  operands: readonly Expression[],
  decisive: boolean,
  facts: Facts,
  env: ExpressionEnv,
): Truth {
  let result: Truth = !decisive;
  for (const operand of operands) {
    const value = evaluateTruth(operand, facts, env);
    if (value === decisive) return decisive;
    if (value === undefined) result = undefined;
  }
  return result;
}

function negate(value: Truth): Truth {
  return value === undefined ? undefined : !value;
}

function compare(
  operator: ComparisonOperator | SetOperator,
  [left, right]: Pair,
  facts: Facts,
  env: ExpressionEnv,
): Truth {
  const a = evaluate(left, facts, env);
  const b = evaluate(right, facts, env);
  if (operator === "in") return typeof a === "string" && isSet(b) ? b.includes(a) : undefined;
  if (isSet(a) || isSet(b)) return isSet(a) && isSet(b) ? compareSets(operator, a, b) : undefined;
  return typeof a === typeof b && a !== undefined && b !== undefined
    ? compareScalars(operator, a, b)
    : undefined;
}

function compareSets(
  operator: ComparisonOperator | SetOperator,
  a: readonly string[],
  b: readonly string[],
): Truth {
  if (operator === "hasAny") return b.some((code) => a.includes(code));
  return operator === "hasAll" ? b.every((code) => a.includes(code)) : undefined;
}

function compareScalars(
  operator: ComparisonOperator | SetOperator,
  a: boolean | number | string,
  b: boolean | number | string,
): Truth {
  switch (operator) {
    case "eq":
      return a === b;
    case "ne":
      return a !== b;
    case "lt":
      return a < b;
    case "le":
      return a <= b;
    case "gt":
      return a > b;
    case "ge":
      return a >= b;
    default:
      return undefined;
  }
}

function count(
  { over, where }: { readonly over: string; readonly where?: Expression },
  facts: Facts,
  env: ExpressionEnv,
): number {
  const lists = facts.lists ?? {};
  const items = (Object.hasOwn(lists, over) ? lists[over] : undefined) ?? [];
  if (where === undefined) return items.length;
  return items.filter((item) => evaluateTruth(where, item, env) === true).length;
}

function plus({ date, n, unit }: PlusOperands, facts: Facts, env: ExpressionEnv): Value {
  const start = dateValue(evaluate(date, facts, env));
  const units = evaluate(n, facts, env);
  if (start === undefined || typeof units !== "number") return undefined;
  return plusDate(start, units, unit, env.calendar);
}

function age(
  { of, at }: { readonly of: Expression; readonly at?: Expression },
  facts: Facts,
  env: ExpressionEnv,
): Value {
  const birth = dateValue(evaluate(of, facts, env));
  const on = at === undefined ? env.today : dateValue(evaluate(at, facts, env));
  return birth === undefined || on === undefined ? undefined : ageOn(birth, on);
}

function dateValue(value: Value): PlainDate | undefined {
  return typeof value === "string" ? parsePlainDate(value) : undefined;
}

function isSet(value: unknown): value is readonly string[] {
  return Array.isArray(value);
}
