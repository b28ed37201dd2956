import { describe, expect, it } from "vitest";
import { makeCalendar } from "../calendar.ts";
import { plainDate } from "../plain-date.ts";
import { toSql } from "./to-sql.ts";
import type { SqlMapping } from "./to-sql.ts";
import type { Expression } from "./types.ts";

const env = { today: plainDate("2026-11-22"), calendar: makeCalendar([]) };
const mapping: SqlMapping = {
  fields: {
    visits: { sql: "r.visits", type: "integer" },
    outcome: { sql: "r.outcome", type: "code", holdsMissingCodes: false },
    channel: { sql: "r.channel", type: "code" },
    score: { sql: "r.score", type: "decimal" },
    opened: { sql: "r.opened", type: "date" },
  },
  lists: {
    measures: {
      from: "measure AS m",
      where: "m.tenant = r.tenant AND m.matter = r.matter",
      fields: { active: { sql: "m.active", type: "yesno" } },
    },
  },
};
const today = { today: true } as const;

/** What the database has been given stands in parameters; PostgreSQL itself is tested in store. */
describe("the text of an expression", () => {
  it("has values as parameters only, from the number asked for", () => {
    const expression: Expression = {
      and: [
        { ge: [{ field: "visits" }, { value: 3, type: "integer" }] },
        { in: [{ field: "outcome" }, { set: ["open", "link"] }] },
        { eq: [{ field: "score" }, { value: 0.5, type: "decimal" }] },
      ],
    };
    const sql = toSql(expression, mapping, { ...env, firstParameter: 4 });
    expect(sql.values).toEqual([3, ["open", "link"], 0.5]);
    expect(sql.text).toBe(
      "(((r.visits) >= $4::bigint) AND " +
        "(CASE WHEN (r.outcome)::text IS NULL THEN NULL ELSE (r.outcome)::text = ANY($5::text[]) END) AND " +
        "((r.score)::double precision = $6::double precision))",
    );
  });

  it("gives the same value one parameter", () => {
    const expression: Expression = {
      or: [{ lt: [{ field: "opened" }, today] }, { eq: [{ field: "opened" }, today] }],
    };
    const sql = toSql(expression, mapping, env);
    expect(sql.values).toEqual(["2026-11-22"]);
    expect(sql.text).toBe("(((r.opened) < $1::date) OR ((r.opened) = $1::date))");
  });

  it("reads a missing code as NULL unless the column never holds one", () => {
    const code = { value: "open", type: "code" } as const;
    expect(toSql({ eq: [{ field: "outcome" }, code] }, mapping, env).text).toBe(
      "((r.outcome)::text = $1::text)",
    );
    const sql = toSql({ eq: [{ field: "channel" }, code] }, mapping, env);
    expect(sql.values).toEqual([["not_asked", "unknown", "declined", "not_relevant"], "open"]);
    expect(sql.text).toContain("CASE WHEN (r.channel)::text = ANY($1::text[]) THEN NULL");
  });

  it("counts in a subquery tied to its row", () => {
    const sql = toSql({ count: { over: "measures", where: { field: "active" } } }, mapping, env);
    expect(sql.text).toBe(
      "(SELECT count(*) FROM measure AS m WHERE (m.tenant = r.tenant AND m.matter = r.matter) AND (m.active))",
    );
    expect(toSql({ count: { over: "measures" } }, mapping, env).text).not.toContain("active");
  });

  it("leaves nothing behind of a sum that is out of the calendar", () => {
    const n = { value: Number.MAX_SAFE_INTEGER, type: "integer" } as const;
    const sql = toSql({ plus: { date: today, n, unit: "days" } }, mapping, env);
    expect(sql).toEqual({ text: "NULL::date", values: [] });
    const most = { value: 9998, type: "integer" } as const;
    expect(toSql({ plus: { date: today, n: most, unit: "years" } }, mapping, env).values).toEqual([
      "2026-11-22",
      9998,
    ]);
  });

  it("refuses a field or list that the mapping does not have", () => {
    expect(() => toSql({ field: "toString" }, mapping, env)).toThrow(RangeError);
    expect(() => toSql({ count: { over: "others" } }, mapping, env)).toThrow(RangeError);
    const inner = { count: { over: "measures", where: { field: "visits" } } };
    expect(() => toSql(inner, mapping, env)).toThrow(RangeError);
  });
});
