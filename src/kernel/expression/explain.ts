import { evaluate } from "./evaluate.ts";
import { pointerTo } from "./pointer.ts";
import { comparisonOf } from "./types.ts";
import type { Expression, ExpressionEnv, Facts, Value } from "./types.ts";

/** A value and the parts of the expression that decided it, as JSON pointers into it. */
export interface Explanation {
  readonly value: Value;
  readonly decidedBy: readonly string[];
}

/**
 * Evaluates and says which leaf decided. A leaf is a comparison, a count, an is-missing or a
 * field that stands alone. The leaves named for a known value are enough: whatever the others
 * say, it stays the same. For a missing value the fields are named whose answers are missing.
 */
export function explain(expression: Expression, facts: Facts, env: ExpressionEnv): Explanation {
  return explainAt(expression, "", facts, env);
}

function explainAt(
  expression: Expression,
  pointer: string,
  facts: Facts,
  env: ExpressionEnv,
): Explanation {
  if ("and" in expression) return explainAll(expression.and, `${pointer}/and`, false, facts, env);
  if ("or" in expression) return explainAll(expression.or, `${pointer}/or`, true, facts, env);
  const value = evaluate(expression, facts, env);
  if ("not" in expression) {
    return { value, decidedBy: explainAt(expression.not, `${pointer}/not`, facts, env).decidedBy };
  }
  if (value !== undefined) return { value, decidedBy: [pointer] };
  const missing = missingFields(expression, pointer, facts, env);
  return { value, decidedBy: missing.length > 0 ? missing : [pointer] };
}

function explainAll(
  operands: readonly Expression[],
  pointer: string,
  decisive: boolean,
  facts: Facts,
  env: ExpressionEnv,
): Explanation {
  const parts = operands.map((each, index) =>
    explainAt(each, pointerTo(pointer, index), facts, env),
  );
  const result = outcome(
    parts.map((part) => part.value),
    decisive,
  );
  return {
    value: result,
    decidedBy: parts.filter((part) => part.value === result).flatMap((part) => part.decidedBy),
  };
}

function outcome(values: readonly Value[], decisive: boolean): boolean | undefined {
  if (values.includes(decisive)) return decisive;
  return values.every((value) => value === !decisive) ? !decisive : undefined;
}

/** Fields without an answer, outside what is never missing itself. */
function missingFields(
  expression: Expression,
  pointer: string,
  facts: Facts,
  env: ExpressionEnv,
): readonly string[] {
  if ("field" in expression) {
    return evaluate(expression, facts, env) === undefined ? [pointer] : [];
  }
  return innerParts(expression, pointer)
    .filter((part) => evaluate(part.expression, facts, env) === undefined)
    .flatMap((part) => missingFields(part.expression, part.pointer, facts, env));
}

function innerParts(
  expression: Expression,
  pointer: string,
): readonly { readonly expression: Expression; readonly pointer: string }[] {
  const comparison = comparisonOf(expression);
  if (comparison) return each(comparison.pair, pointerTo(pointer, comparison.operator));
  if ("and" in expression) return each(expression.and, `${pointer}/and`);
  if ("or" in expression) return each(expression.or, `${pointer}/or`);
  if ("not" in expression) return [{ expression: expression.not, pointer: `${pointer}/not` }];
  if ("plus" in expression) {
    const { date, n } = expression.plus;
    return [
      { expression: date, pointer: `${pointer}/plus/date` },
      { expression: n, pointer: `${pointer}/plus/n` },
    ];
  }
  if ("age" in expression) {
    const birth = { expression: expression.age.of, pointer: `${pointer}/age/of` };
    const { at } = expression.age;
    return at === undefined ? [birth] : [birth, { expression: at, pointer: `${pointer}/age/at` }];
  }
  return [];
}

function each(
  expressions: readonly Expression[],
  pointer: string,
): readonly { readonly expression: Expression; readonly pointer: string }[] {
  return expressions.map((expression, index) => ({
    expression,
    pointer: pointerTo(pointer, index),
  }));
}
