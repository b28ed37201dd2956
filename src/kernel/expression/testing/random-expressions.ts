import fc from "fast-check";
import { COMPARISONS, ORDER_OPERATORS, PLUS_UNITS } from "../types.ts";
import type {
  ComparisonOperator,
  ExprType,
  Expression,
  ExpressionSchema,
  Pair,
  SetOperator,
} from "../types.ts";
import { anyDate, anyDecimal, anyInteger } from "./random-facts.ts";

type Make = (type: ExprType, depth: number) => fc.Arbitrary<Expression>;

/** A well-typed expression of a type over a schema. */
export function anyExpression(
  schema: ExpressionSchema,
  type: ExprType,
  depth = 3,
): fc.Arbitrary<Expression> {
  const make: Make = (inner, left) => anyExpression(schema, inner, left);
  const choices = [{ weight: 2, arbitrary: leaf(schema, type) }];
  if (depth > 0) {
    for (const arbitrary of compounds(schema, type, depth - 1, make)) {
      choices.push({ weight: 2, arbitrary });
    }
  }
  return fc.oneof(...choices);
}

function leaf(schema: ExpressionSchema, type: ExprType): fc.Arbitrary<Expression> {
  const fields = Object.entries(schema.fields)
    .filter(([, field]) => field.type === type)
    .map(([id]) => ({ field: id }));
  const literal = anyLiteral(schema, type);
  return fields.length === 0 ? literal : fc.oneof(fc.constantFrom(...fields), literal);
}

function anyLiteral(schema: ExpressionSchema, type: ExprType): fc.Arbitrary<Expression> {
  switch (type) {
    case "yesno":
      return fc.boolean().map((value) => ({ value, type: "yesno" }));
    case "integer":
      return anyInteger.map((value) => ({ value, type: "integer" }));
    case "decimal":
      return anyDecimal.map((value) => ({ value, type: "decimal" }));
    case "date":
      return fc.oneof(
        anyDate.map((value): Expression => ({ value, type: "date" })),
        fc.constant<Expression>({ today: true }),
      );
    case "code":
      return fc.constantFrom(...codesOf(schema)).map((value) => ({ value, type: "code" }));
    case "set":
      return fc
        .uniqueArray(fc.constantFrom(...codesOf(schema)), { minLength: 1, maxLength: 3 })
        .map((set) => ({ set }));
  }
}

function compounds(
  schema: ExpressionSchema,
  type: ExprType,
  depth: number,
  make: Make,
): readonly fc.Arbitrary<Expression>[] {
  if (type === "yesno") return conditions(schema, depth, make);
  if (type === "date") return [anyPlus(depth, make)];
  if (type === "integer") return [anyAge(depth, make), ...counts(schema, depth)];
  return [];
}

function conditions(
  schema: ExpressionSchema,
  depth: number,
  make: Make,
): readonly fc.Arbitrary<Expression>[] {
  const several = fc.array(make("yesno", depth), { minLength: 1, maxLength: 3 });
  const numbers: readonly ExprType[] = ["integer", "decimal"];
  const number = fc.oneof(...numbers.map((type) => make(type, depth)));
  return [
    several.map((and) => ({ and })),
    several.map((or) => ({ or })),
    make("yesno", depth).map((not) => ({ not })),
    fc
      .constantFrom<ExprType>("yesno", "integer", "decimal", "date", "code", "set")
      .chain((type) => make(type, depth))
      .map((isMissing) => ({ isMissing })),
    comparison(COMPARISONS, number, number),
    comparison(COMPARISONS, make("date", depth), make("date", depth)),
    comparison(["eq", "ne"], make("code", 0), make("code", 0)),
    comparison(["eq", "ne"], make("yesno", depth), make("yesno", depth)),
    comparison(["in"], make("code", 0), make("set", 0)),
    comparison(["hasAny", "hasAll"], make("set", 0), make("set", 0)),
    ...counts(schema, depth).map((count) =>
      fc
        .tuple(fc.constantFrom(...ORDER_OPERATORS), count, fc.integer({ min: 0, max: 3 }))
        .map(([operator, each, n]) =>
          expressionOf(operator, [each, { value: n, type: "integer" }]),
        ),
    ),
  ];
}

function comparison(
  operators: readonly (ComparisonOperator | SetOperator)[],
  left: fc.Arbitrary<Expression>,
  right: fc.Arbitrary<Expression>,
): fc.Arbitrary<Expression> {
  return fc
    .tuple(fc.constantFrom(...operators), left, right)
    .map(([operator, a, b]) => expressionOf(operator, [a, b]));
}

function expressionOf(operator: ComparisonOperator | SetOperator, pair: Pair): Expression {
  // A computed key loses its type; every operator of the union takes a pair.
  return { [operator]: pair } as unknown as Expression;
}

function anyPlus(depth: number, make: Make): fc.Arbitrary<Expression> {
  const parts = { date: make("date", depth), n: make("integer", depth) };
  return fc
    .record({ ...parts, unit: fc.constantFrom(...PLUS_UNITS) })
    .map((plus): Expression => ({ plus }));
}

function anyAge(depth: number, make: Make): fc.Arbitrary<Expression> {
  const of = make("date", depth);
  return fc.oneof(
    of.map((birth): Expression => ({ age: { of: birth } })),
    fc
      .tuple(of, make("date", depth))
      .map(([birth, at]): Expression => ({ age: { of: birth, at } })),
  );
}

function counts(schema: ExpressionSchema, depth: number): readonly fc.Arbitrary<Expression>[] {
  return Object.entries(schema.lists ?? {}).map(([over, list]) =>
    fc.oneof(
      fc.constant<Expression>({ count: { over } }),
      anyExpression(list, "yesno", depth).map((where): Expression => ({ count: { over, where } })),
    ),
  );
}

function codesOf(schema: ExpressionSchema): readonly string[] {
  const codes = Object.values(schema.fields).flatMap((field) => field.codelist ?? []);
  return codes.length > 0 ? [...new Set(codes)] : ["other"];
}
