import { problem } from "../problem.ts";
import type { Problem } from "../problem.ts";
import { fail, ok } from "../result.ts";
import type { Result } from "../result.ts";
import { pointerTo } from "./pointer.ts";
import { ORDER_OPERATORS, comparisonOf, isMissingCode } from "./types.ts";
import type {
  ComparisonOperator,
  ExprType,
  Expression,
  ExpressionSchema,
  Pair,
  SetOperator,
} from "./types.ts";

/** What is known of a part: its type, the list its codes come from, and the codes it writes. */
interface Part {
  readonly type: ExprType;
  readonly codelist?: readonly string[];
  readonly codes?: readonly { readonly code: string; readonly pointer: string }[];
}

interface Place {
  readonly pointer: string;
  readonly schema: ExpressionSchema;
  readonly problems: Problem[];
}

/**
 * The type of an expression against a schema. Refuses, each with a pointer: a field or list that
 * is not there (`expression.unknown-field`, `expression.unknown-list`), a wrong type
 * (`expression.type`), a code outside the list of the field it is compared with
 * (`expression.unknown-code`), and a missing code written as a literal (`expression.missing-code`:
 * it would never be equal to anything; ask with isMissing).
 */
export function checkExpression(
  expression: Expression,
  schema: ExpressionSchema,
): Result<ExprType> {
  const problems: Problem[] = [];
  const part = partOf(expression, { pointer: "", schema, problems });
  return part === undefined || problems.length > 0 ? fail(problems) : ok(part.type);
}

function partOf(expression: Expression, at: Place): Part | undefined {
  if ("value" in expression) return literal(expression.type, [expression.value], [at.pointer], at);
  if ("set" in expression) return setLiteral(expression.set, at);
  if ("field" in expression) return fieldPart(expression.field, at);
  if ("today" in expression) return { type: "date" };
  if ("and" in expression) return conditions(expression.and, inside(at, "and"));
  if ("or" in expression) return conditions(expression.or, inside(at, "or"));
  if ("not" in expression) {
    expectType(expression.not, inside(at, "not"), ["yesno"]);
    return { type: "yesno" };
  }
  if ("isMissing" in expression) {
    partOf(expression.isMissing, inside(at, "isMissing"));
    return { type: "yesno" };
  }
  if ("count" in expression) return countPart(expression.count, inside(at, "count"));
  if ("plus" in expression) {
    const place = inside(at, "plus");
    expectType(expression.plus.date, inside(place, "date"), ["date"]);
    expectType(expression.plus.n, inside(place, "n"), ["integer"]);
    return { type: "date" };
  }
  if ("age" in expression) {
    const place = inside(at, "age");
    expectType(expression.age.of, inside(place, "of"), ["date"]);
    if (expression.age.at) expectType(expression.age.at, inside(place, "at"), ["date"]);
    return { type: "integer" };
  }
  const comparison = comparisonOf(expression);
  return comparison && comparisonPart(comparison.operator, comparison.pair, at);
}

function literal(
  type: ExprType,
  values: readonly unknown[],
  pointers: readonly string[],
  at: Place,
): Part {
  if (type !== "code" && type !== "set") return { type };
  const codes = values.map((code, index) => ({
    code: String(code),
    pointer: pointers[index] ?? at.pointer,
  }));
  for (const { code, pointer } of codes) {
    if (isMissingCode(code)) report(at, "expression.missing-code", pointer, { code });
  }
  return { type, codes };
}

function setLiteral(set: readonly string[], at: Place): Part {
  const pointer = pointerTo(at.pointer, "set");
  return literal(
    "set",
    set,
    set.map((_, index) => pointerTo(pointer, index)),
    at,
  );
}

function fieldPart(field: string, at: Place): Part | undefined {
  const known = Object.hasOwn(at.schema.fields, field) ? at.schema.fields[field] : undefined;
  if (known === undefined) report(at, "expression.unknown-field", at.pointer, { field });
  return known;
}

function conditions(operands: readonly Expression[], at: Place): Part {
  for (const [index, operand] of operands.entries()) {
    expectType(operand, inside(at, index), ["yesno"]);
  }
  return { type: "yesno" };
}

function countPart(count: { readonly over: string; readonly where?: Expression }, at: Place): Part {
  const lists = at.schema.lists ?? {};
  const schema = Object.hasOwn(lists, count.over) ? lists[count.over] : undefined;
  if (schema === undefined) {
    report(at, "expression.unknown-list", pointerTo(at.pointer, "over"), { list: count.over });
  } else if (count.where) {
    expectType(count.where, { ...inside(at, "where"), schema }, ["yesno"]);
  }
  return { type: "integer" };
}

function comparisonPart(operator: ComparisonOperator | SetOperator, pair: Pair, at: Place): Part {
  const [left, right] = allowedTypes(operator);
  const place = inside(at, operator);
  const leftPart = expectType(pair[0], inside(place, 0), left);
  const rightPart = expectType(pair[1], inside(place, 1), right);
  if (leftPart && rightPart) {
    if (operator !== "in" && family(leftPart.type) !== family(rightPart.type)) {
      report(at, "expression.type", pointerTo(place.pointer, 1), {
        expected: leftPart.type,
        found: rightPart.type,
      });
    }
    checkCodes(leftPart, rightPart, at);
    checkCodes(rightPart, leftPart, at);
  }
  return { type: "yesno" };
}

function allowedTypes(
  operator: ComparisonOperator | SetOperator,
): readonly [readonly ExprType[], readonly ExprType[]] {
  if (operator === "in") return [["code"], ["set"]];
  if (operator === "hasAny" || operator === "hasAll") return [["set"], ["set"]];
  const ordered: readonly ExprType[] = ["integer", "decimal", "date"];
  const isOrder = ORDER_OPERATORS.some((each) => each === operator);
  const either: readonly ExprType[] = isOrder ? ordered : [...ordered, "yesno", "code"];
  return [either, either];
}

function checkCodes(known: Part, written: Part, at: Place): void {
  const { codelist } = known;
  if (codelist === undefined) return;
  for (const { code, pointer } of written.codes ?? []) {
    if (!codelist.includes(code) && !isMissingCode(code)) {
      report(at, "expression.unknown-code", pointer, { code });
    }
  }
}

/** Whole and decimal numbers are compared with one another; nothing else is mixed. */
function family(type: ExprType): string {
  return type === "integer" || type === "decimal" ? "number" : type;
}

function expectType(
  expression: Expression,
  at: Place,
  expected: readonly ExprType[],
): Part | undefined {
  const part = partOf(expression, at);
  if (part === undefined || expected.includes(part.type)) return part;
  report(at, "expression.type", at.pointer, { expected: expected.join(" "), found: part.type });
  return undefined;
}

function report(
  at: Place,
  id: string,
  pointer: string,
  params: Readonly<Record<string, string>>,
): void {
  at.problems.push(problem(id, { pointer, params }));
}

function inside(at: Place, step: string | number): Place {
  return { ...at, pointer: pointerTo(at.pointer, step) };
}
