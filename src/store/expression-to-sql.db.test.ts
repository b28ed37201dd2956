import { readFileSync } from "node:fs";
import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeCalendar } from "../kernel/calendar.ts";
import type { HolidayRule } from "../kernel/calendar.ts";
import { evaluate } from "../kernel/expression/evaluate.ts";
import { anyExpression } from "../kernel/expression/testing/random-expressions.ts";
import { TEST_SCHEMA, anyDate, anyFacts } from "../kernel/expression/testing/random-facts.ts";
import { toSql } from "../kernel/expression/to-sql.ts";
import type { SqlMapping, SqlValue } from "../kernel/expression/to-sql.ts";
import { isMissingCode } from "../kernel/expression/types.ts";
import type {
  ExprType,
  Expression,
  ExpressionEnv,
  ExpressionSchema,
  FactValue,
  Facts,
} from "../kernel/expression/types.ts";
import { addDays, plainDate } from "../kernel/plain-date.ts";
import { openTestDatabase } from "./testing/database.ts";
import type { TestDatabase } from "./testing/database.ts";

const file: { rules: HolidayRule[] } = JSON.parse(
  readFileSync(new URL("../../spec/law/calendar/holidays.json", import.meta.url), "utf8"),
);
const sweden = makeCalendar(file.rules);
const today = plainDate("2026-11-22");

const COLUMN_TYPES: Readonly<Record<ExprType, string>> = {
  yesno: "boolean",
  integer: "bigint",
  decimal: "double precision",
  date: "date",
  code: "text",
  set: "text[]",
};

/** Rows made from JSON, one column a field, a list as JSON in a column of its own name. */
function rowsOf(schema: ExpressionSchema, source: string, alias: string): string {
  const columns = [
    ...Object.entries(schema.fields).map(([id, field]) => `"${id}" ${COLUMN_TYPES[field.type]}`),
    ...Object.keys(schema.lists ?? {}).map((id) => `"${id}" jsonb`),
  ];
  return `jsonb_to_recordset(${source}) AS ${alias} (${["ordinal int", ...columns].join(", ")})`;
}

function mappingOf(schema: ExpressionSchema, alias: string): SqlMapping {
  const fields = Object.entries(schema.fields).map(([id, { type }]) => [
    id,
    { sql: `${alias}."${id}"`, type },
  ]);
  const lists = Object.entries(schema.lists ?? {}).map(([id, list]) => {
    const inner = `${alias}_${id}`;
    const from = rowsOf(list, `${alias}."${id}"`, inner);
    return [id, { from, ...mappingOf(list, inner) }];
  });
  return { fields: Object.fromEntries(fields), lists: Object.fromEntries(lists) };
}

/** As a typed column stores it: a missing code stays in a code column, else there is no value. */
function stored(type: ExprType, value: FactValue | undefined): FactValue {
  if (value === undefined) return null;
  if (!isMissingCode(value) || type === "code") return value;
  return type === "set" ? [String(value)] : null;
}

type Row = Readonly<Record<string, unknown>>;

function rowOf(schema: ExpressionSchema, facts: Facts): Row {
  const row: Record<string, unknown> = {};
  for (const [id, { type }] of Object.entries(schema.fields)) {
    row[id] = stored(type, facts.fields[id]);
  }
  for (const [id, list] of Object.entries(schema.lists ?? {})) {
    row[id] = facts.lists?.[id]?.map((item) => rowOf(list, item)) ?? [];
  }
  return row;
}

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await openTestDatabase();
  client = new pg.Client(database.connections.admin);
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

interface Typed {
  readonly type: ExprType;
  readonly expression: Expression;
}

/** All expressions over all facts in one query; the answers as text, NULL as undefined. */
async function bySql(
  expressions: readonly Typed[],
  facts: readonly Facts[],
  env: ExpressionEnv,
): Promise<(string | undefined)[][]> {
  const rows = facts.map((each, ordinal) => ({ ordinal, ...rowOf(TEST_SCHEMA, each) }));
  const values: (SqlValue | string)[] = [JSON.stringify(rows)];
  const columns = expressions.map(({ expression }) => {
    const firstParameter = values.length + 1;
    const sql = toSql(expression, mappingOf(TEST_SCHEMA, "f"), { ...env, firstParameter });
    values.push(...sql.values);
    return `(${sql.text})::text`;
  });
  const from = rowsOf(TEST_SCHEMA, "$1::jsonb", "f");
  const text = `SELECT ${columns.join(", ")} FROM ${from} ORDER BY f.ordinal`;
  const answer = await client.query<(string | null)[]>({ text, values, rowMode: "array" });
  return answer.rows.map((row) => row.map((cell, at) => comparable(cell, expressions[at]?.type)));
}

/** Doubles are written differently by the two; the others are the same text. */
function comparable(cell: string | null, type: ExprType | undefined): string | undefined {
  return type === "decimal" && cell !== null ? String(Number(cell)) : (cell ?? undefined);
}

function byEvaluate(
  expressions: readonly Typed[],
  facts: readonly Facts[],
  env: ExpressionEnv,
): (string | undefined)[][] {
  return facts.map((each) =>
    expressions.map(({ expression }) => {
      const value = evaluate(expression, each, env);
      return value === undefined ? undefined : String(value);
    }),
  );
}

const anyTyped: fc.Arbitrary<Typed> = fc
  .constantFrom<ExprType>("yesno", "yesno", "yesno", "integer", "decimal", "date", "code")
  .chain((type) => anyExpression(TEST_SCHEMA, type, 4).map((expression) => ({ type, expression })));

describe("an expression in SQL", () => {
  it("gives the answer of evaluate, over random expressions and facts", async () => {
    const env = { today, calendar: sweden };
    const expressions = fc.array(anyTyped, { minLength: 20, maxLength: 20 });
    const facts = fc.array(anyFacts(TEST_SCHEMA), { minLength: 10, maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(expressions, facts, async (each, about) => {
        expect(await bySql(each, about, env)).toEqual(byEvaluate(each, about, env));
      }),
      { numRuns: 25 },
    );
  });

  it("gives the answer of evaluate for 5,000 cases in one query", async () => {
    const expressions = fc.sample(anyTyped, 100);
    const facts = fc.sample(anyFacts(TEST_SCHEMA), 50);
    const env = { today, calendar: sweden };
    expect(await bySql(expressions, facts, env)).toEqual(byEvaluate(expressions, facts, env));
  });

  it("counts workdays as the calendar does, on every day of five years and at the edges", async () => {
    const starts = [
      ...Array.from({ length: 1827 }, (_, n) => addDays(plainDate("2019-12-25"), n)),
      ...fc.sample(anyDate, 200),
    ];
    const facts = starts.map((opened) => ({ fields: { opened } }));
    const expressions = [-800, -31, -3, -2, -1, 0, 1, 2, 3, 14, 250].map((value) => ({
      type: "date" as const,
      expression: plusWorkdays(value),
    }));
    const env = { today, calendar: sweden };
    expect(await bySql(expressions, facts, env)).toEqual(byEvaluate(expressions, facts, env));
  });

  it("counts workdays in a calendar without holidays", async () => {
    const facts = fc.sample(anyDate, 200).map((opened) => ({ fields: { opened } }));
    const expressions = [-6, -1, 1, 5].map((value) => ({
      type: "date" as const,
      expression: plusWorkdays(value),
    }));
    const env = { today, calendar: makeCalendar([]) };
    expect(await bySql(expressions, facts, env)).toEqual(byEvaluate(expressions, facts, env));
  });

  it("keeps a nested date short", () => {
    let date: Expression = { field: "opened" };
    for (let depth = 0; depth < 20; depth += 1) {
      date = { plus: { date, n: { field: "visits" }, unit: "workdays" } };
    }
    const { text } = toSql(date, mappingOf(TEST_SCHEMA, "f"), { today, calendar: sweden });
    expect(text.length).toBeLessThan(40_000);
  });
});

function plusWorkdays(value: number): Expression {
  return {
    plus: { date: { field: "opened" }, n: { value, type: "integer" }, unit: "workdays" },
  };
}
