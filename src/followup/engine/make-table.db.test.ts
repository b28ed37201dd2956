import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { readSpecForTests } from "../../domain/testing/read-spec.ts";
import { seededRandom } from "../../kernel/random.ts";
import { tenantOf } from "../../store/tenant.ts";
import { columnsOf, isSelectable } from "../columns.ts";
import { deriveEnvOf } from "../derive/env.ts";
import { rowKinds, type FollowupRow } from "../derive/rows.ts";
import {
  changeOf,
  openFollowupDatabase,
  type FollowupDatabase,
} from "../testing/followup-database.ts";
import { randomAkt, randomUnits, type RandomAkt } from "../testing/random-akts.ts";
import { shippedSettings } from "../testing/read-settings.ts";
import { anyQuestion, type RandomQuestion } from "../testing/random-queries.ts";
import { countsOf, recount } from "../testing/recount.ts";
import { isMissing, notAsked, type Value } from "../value.ts";
import { checkRows } from "../writer/check.ts";
import { rowsOfAkt } from "../writer/projector.ts";
import { makeTable } from "./make-table.ts";
import { readCatalogue } from "./read-catalogue.ts";
import { resolveQuery } from "./resolve.ts";

const { pack } = readSpecForTests();
const env = deriveEnvOf(pack, shippedSettings());
const akts = 200;
/** Random populations, each with random variables; some at a time, as the pool has room for. */
const questionsAsked = 1000;
const together = 10;

let database: FollowupDatabase;
let made: readonly RandomAkt[];
let rows: readonly FollowupRow[];

beforeAll(async () => {
  database = await openFollowupDatabase();
  const random = seededRandom("follow-up");
  made = Array.from({ length: akts }, () => randomAkt(random, pack));
  rows = made.flatMap((akt) => rowsOfAkt({ ...akt, siblings: [] }, env));
  for (const akt of made) await database.project(akt);
});

afterAll(() => database.close());

const columns = columnsOf(pack).filter(isSelectable);

describe("a table", () => {
  test("counts what a naive count of the derived rows counts", { timeout: 120_000 }, async () => {
    const several = fc.array(anyQuestion(pack), { minLength: together, maxLength: together });
    await fc.assert(
      fc.asyncProperty(several, async (questions) => {
        await Promise.all(questions.map(expectRecounted));
      }),
      { numRuns: questionsAsked / together },
    );
  });

  async function expectRecounted({ query, unit }: RandomQuestion): Promise<void> {
    const resolved = resolveQuery(query, pack);
    if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems));
    const { tenant, engine } = database;
    const scope = unit === undefined ? { tenant } : { tenant, unit: unitOf(unit) };
    const table = await makeTable(engine, scope, query);
    if (!table.ok) throw new Error(JSON.stringify(table.problems));
    expect(countsOf(table.value)).toEqual(recount(rows, resolved.value, unit, pack));
  }

  test("is counted of every kind of row", () => {
    for (const kind of rowKinds) {
      expect(rows.filter((row) => row.kind === kind).length, kind).toBeGreaterThan(50);
    }
  });
});

describe("a filter", () => {
  async function counted(variable: string, values: readonly string[]): Promise<number> {
    const query = { rows: "AKT-01", filters: [{ variable, in: [...values] }] };
    const table = await makeTable(database.engine, { tenant: database.tenant }, query);
    return table.ok ? table.value.n : -1;
  }
  const akt = () => rows.filter((row) => row.kind === "akt").map((row) => row.values);
  const days = (values: FollowupRow["values"]) => values["AKT-17"];
  const span = (from: number, to: number) =>
    akt().filter((values) => {
      const value = days(values);
      return typeof value === "number" && value >= from && value <= to;
    }).length;

  test("takes spans of numbers", async () => {
    expect(await counted("AKT-17", ["0-14"])).toBe(span(0, 14));
    expect(await counted("AKT-17", ["15-"])).toBe(span(15, Number.POSITIVE_INFINITY));
    expect(await counted("AKT-17", ["2", "20-25"])).toBe(span(2, 2) + span(20, 25));
    expect(span(0, 14)).toBeGreaterThan(0);
  });

  test("takes a year, and nothing for what is no number, month or code", async () => {
    const arrivals = akt().map((values) => values["AKT-02"]);
    const inYear = arrivals.filter(
      (value) => typeof value === "string" && value.startsWith("2024"),
    );
    expect(inYear.length).toBeGreaterThan(0);
    expect(await counted("AKT-02", ["2024"])).toBe(inYear.length);
    expect(await counted("AKT-02", ["spring"])).toBe(0);
    expect(await counted("AKT-17", ["-5"])).toBe(0);
    expect(await counted("AKT-16", ["open'; drop table followup.akt"])).toBe(0);
    expect(await counted("AKT-18", ["maybe"])).toBe(0);
    expect(await counted("AKT-17", [])).toBe(0);
  });
});

function unitOf(text: string) {
  const unit = randomUnits.find((each) => each === text);
  if (unit === undefined) throw new Error("not a unit");
  return unit;
}

describe("the rows", () => {
  test("agree with the states they were derived from", async () => {
    const { tenant } = database;
    const differences = await database.inBoard((tx) =>
      Promise.all(made.map((akt) => checkRows(tx, changeOf(akt, tenant, pack), shippedSettings()))),
    );
    expect(differences.flat()).toEqual([]);
  });

  test("are all there, and another board sees none", async () => {
    const counted = await database.admin("select count(*)::int as n from followup_key");
    expect(counted).toEqual([{ n: rows.length }]);
    const scope = { tenant: tenantOf(8) };
    const other = await makeTable(database.engine, scope, { rows: "AKT-01", filters: [] });
    expect(other).toMatchObject({ ok: true, value: { n: 0, missing: 0 } });
  });
});

describe("the catalogue", () => {
  test("says for each variable where it applies and where it has a value", async () => {
    const { variables } = await readCatalogue(database.engine, { tenant: database.tenant });
    const fills = Object.fromEntries(variables.map(({ id, fill }) => [id, fill]));
    const naive = columns.map((column) => {
      const values = rows
        .filter((row) => column.row === "background" || column.row === row.kind)
        .flatMap((row) => (column.place === "guardian" ? row.guardians : [row.values]))
        .map((each) => each[column.id] ?? notAsked);
      const reason = (value: Value) => (isMissing(value) ? value.missing : undefined);
      return [
        column.id,
        {
          n: values.filter((value) => reason(value) !== "not_relevant").length,
          filled: values.filter((value) => reason(value) === undefined).length,
        },
      ] as const;
    });
    expect(naive.some(([, { n, filled }]) => filled > 0 && n > filled)).toBe(true);
    expect(fills).toMatchObject(Object.fromEntries(naive));
  });

  test("lists what no document gives yet without counts, and no level of protection", async () => {
    const { variables } = await readCatalogue(database.engine, { tenant: database.tenant });
    const byId = new Map(variables.map((variable) => [variable.id, variable]));
    expect(byId.get("FOL-06")?.fill).toBeNull();
    expect(byId.get("AKT-06.main")?.codes.length).toBeGreaterThan(30);
    expect([...byId.keys()]).not.toContain("BAK-11");
  });
});
