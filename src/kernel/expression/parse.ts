import { parsePlainDate } from "../plain-date.ts";
import { problem } from "../problem.ts";
import type { Problem } from "../problem.ts";
import { fail, ok } from "../result.ts";
import type { Result } from "../result.ts";
import { pointerTo } from "./pointer.ts";
import { PLUS_UNITS } from "./types.ts";
import type { Expression, Pair, ValueExpression } from "./types.ts";

/** Deeper trees than this are refused, so that no later walk can exhaust the stack. */
const MAX_DEPTH = 64;
const ID_SHAPE = /^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,199}$/;

type JsonObject = Readonly<Record<string, unknown>>;

interface Place {
  readonly pointer: string;
  readonly depth: number;
  readonly problems: Problem[];
}

/**
 * Reads an expression from JSON. Refuses, each with a pointer: another shape (`expression.shape`),
 * a key that is not of the language (`expression.unknown-key`), a literal that is not of its type
 * (`expression.value`), and a tree that is too deep (`expression.depth`).
 */
export function parseExpression(json: unknown): Result<Expression> {
  const problems: Problem[] = [];
  const expression = parseNode(json, { pointer: "", depth: 0, problems });
  return expression === undefined || problems.length > 0 ? fail(problems) : ok(expression);
}

type OperandParser = (operand: unknown, at: Place) => Expression | undefined;

const OPERATORS: Readonly<Record<string, OperandParser>> = {
  set: parseSet,
  field: (operand, at) => parseId(operand, at, (field) => ({ field })),
  today: (operand, at) => (operand === true ? { today: true } : refuse(at, "expression.shape")),
  and: (operand, at) => parseEach(operand, at, (and) => ({ and })),
  or: (operand, at) => parseEach(operand, at, (or) => ({ or })),
  not: (operand, at) => parseInner(operand, at, (not) => ({ not })),
  eq: (operand, at) => parsePair(operand, at, (eq) => ({ eq })),
  ne: (operand, at) => parsePair(operand, at, (ne) => ({ ne })),
  lt: (operand, at) => parsePair(operand, at, (lt) => ({ lt })),
  le: (operand, at) => parsePair(operand, at, (le) => ({ le })),
  gt: (operand, at) => parsePair(operand, at, (gt) => ({ gt })),
  ge: (operand, at) => parsePair(operand, at, (ge) => ({ ge })),
  in: (operand, at) => parsePair(operand, at, (pair) => ({ in: pair })),
  hasAny: (operand, at) => parsePair(operand, at, (hasAny) => ({ hasAny })),
  hasAll: (operand, at) => parsePair(operand, at, (hasAll) => ({ hasAll })),
  isMissing: (operand, at) => parseInner(operand, at, (isMissing) => ({ isMissing })),
  count: parseCount,
  plus: parsePlus,
  age: parseAge,
};

function parseNode(json: unknown, at: Place): Expression | undefined {
  if (at.depth > MAX_DEPTH) return refuse(at, "expression.depth");
  if (!isObject(json)) return refuse(at, "expression.shape");
  if (Object.hasOwn(json, "value")) {
    return hasKeys(json, at, ["value", "type"], []) ? parseValue(json, at) : undefined;
  }
  const keys = Object.keys(json);
  const operator = keys.find((key) => Object.hasOwn(OPERATORS, key));
  if (operator === undefined && keys.length === 0) return refuse(at, "expression.shape");
  if (!hasKeys(json, at, operator === undefined ? [] : [operator], [])) return undefined;
  return operator === undefined
    ? undefined
    : OPERATORS[operator]?.(json[operator], inside(at, operator));
}

function parseValue(json: JsonObject, at: Place): ValueExpression | undefined {
  const { value, type } = json;
  if (type === "yesno" && typeof value === "boolean") return { value, type };
  if (type === "integer" && Number.isSafeInteger(value)) return { value: Number(value), type };
  if (type === "decimal" && Number.isFinite(value)) return { value: Number(value), type };
  if (type === "code" && isId(value)) return { value, type };
  const date = type === "date" && typeof value === "string" ? parsePlainDate(value) : undefined;
  return date === undefined ? refuse(at, "expression.value") : { value: date, type: "date" };
}

function parseSet(operand: unknown, at: Place): Expression | undefined {
  if (!Array.isArray(operand) || operand.length === 0) return refuse(at, "expression.shape");
  const codes = operand.filter(isId);
  return codes.length === operand.length ? { set: codes } : refuse(at, "expression.value");
}

function parseId(
  operand: unknown,
  at: Place,
  make: (id: string) => Expression,
): Expression | undefined {
  return isId(operand) ? make(operand) : refuse(at, "expression.shape");
}

function parseInner(
  operand: unknown,
  at: Place,
  make: (inner: Expression) => Expression,
): Expression | undefined {
  const inner = parseNode(operand, at);
  return inner && make(inner);
}

function parseEach(
  operand: unknown,
  at: Place,
  make: (operands: readonly Expression[]) => Expression,
): Expression | undefined {
  if (!Array.isArray(operand) || operand.length === 0) return refuse(at, "expression.shape");
  const operands = operand
    .map((each: unknown, index) => parseNode(each, inside(at, index)))
    .filter((each) => each !== undefined);
  return operands.length === operand.length ? make(operands) : undefined;
}

function parsePair(
  operand: unknown,
  at: Place,
  make: (pair: Pair) => Expression,
): Expression | undefined {
  if (!Array.isArray(operand) || operand.length !== 2) return refuse(at, "expression.shape");
  const left = parseNode(operand[0], inside(at, 0));
  const right = parseNode(operand[1], inside(at, 1));
  return left && right && make([left, right]);
}

function parseCount(operand: unknown, at: Place): Expression | undefined {
  if (!isObject(operand)) return refuse(at, "expression.shape");
  if (!hasKeys(operand, at, ["over"], ["where"])) return undefined;
  const { over, where } = operand;
  if (!isId(over)) return refuse(inside(at, "over"), "expression.shape");
  if (where === undefined) return { count: { over } };
  const condition = parseNode(where, inside(at, "where"));
  return condition && { count: { over, where: condition } };
}

function parsePlus(operand: unknown, at: Place): Expression | undefined {
  if (!isObject(operand)) return refuse(at, "expression.shape");
  if (!hasKeys(operand, at, ["date", "n", "unit"], [])) return undefined;
  const date = parseNode(operand["date"], inside(at, "date"));
  const n = parseNode(operand["n"], inside(at, "n"));
  const unit = PLUS_UNITS.find((each) => each === operand["unit"]);
  if (unit === undefined) return refuse(inside(at, "unit"), "expression.value");
  return date && n && { plus: { date, n, unit } };
}

function parseAge(operand: unknown, at: Place): Expression | undefined {
  if (!isObject(operand)) return refuse(at, "expression.shape");
  if (!hasKeys(operand, at, ["of"], ["at"])) return undefined;
  const birth = parseNode(operand["of"], inside(at, "of"));
  if (operand["at"] === undefined) return birth && { age: { of: birth } };
  const on = parseNode(operand["at"], inside(at, "at"));
  return birth && on && { age: { of: birth, at: on } };
}

function hasKeys(
  json: JsonObject,
  at: Place,
  required: readonly string[],
  optional: readonly string[],
): boolean {
  const unknown = Object.keys(json).filter(
    (key) => !required.includes(key) && !optional.includes(key),
  );
  for (const key of unknown) refuse(inside(at, key), "expression.unknown-key");
  const isComplete = required.every((key) => Object.hasOwn(json, key));
  if (!isComplete) refuse(at, "expression.shape");
  return isComplete && unknown.length === 0;
}

function refuse(at: Place, id: string): undefined {
  at.problems.push(problem(id, { pointer: at.pointer }));
  return undefined;
}

function inside(at: Place, step: string | number): Place {
  return { ...at, pointer: pointerTo(at.pointer, step), depth: at.depth + 1 };
}

function isObject(json: unknown): json is JsonObject {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

function isId(value: unknown): value is string {
  return typeof value === "string" && ID_SHAPE.test(value);
}
