import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { openCell } from "../../contract/followup/open-cell.ts";
import type { TableAnswer } from "../../contract/followup/make-table.ts";
import type { releasedTable } from "../../contract/followup/release-table.ts";
import { withClient } from "../../store/postgres/connection.ts";
import {
  DEMO_TIMEOUT,
  makeTestDemo,
  openTestApp,
  signIn,
  type TestApp,
  type TestDemo,
  type TestUser,
} from "../testing/test-app.ts";

let app: TestApp;
let demo: TestDemo;
let carina: TestUser;
let jonatan: TestUser;

beforeAll(async () => {
  app = await openTestApp({ withDemo: true });
  demo = await makeTestDemo(app);
  carina = await signIn(app, demo, "carina");
  jonatan = await signIn(app, demo, "jonatan");
}, DEMO_TIMEOUT);

afterAll(() => app.close());

const query = { rows: "AKT-03" };
const read = <R extends object>(sql: string): Promise<R[]> =>
  withClient(app.connection, async (client) => {
    await client.query(`set app.tenant = '${demo.tenant}'`);
    return (await client.query<R>(sql)).rows;
  });

type Cell = z.infer<typeof openCell.answer>;

describe("whom a number is about", () => {
  it("is shown of the own unit, never with protected data, and every child is logged", async () => {
    const table = await carina.post<TableAnswer>("/api/v1/followup/make-table", query);
    const cell = await carina.post<Cell>("/api/v1/followup/open-cell", { query });
    expect(cell.status).toBe(200);
    const { children, others } = cell.body;
    expect(children.length).toBeGreaterThan(3);
    expect(others).toBeGreaterThan(0);
    expect(children.length + others).toBeLessThanOrEqual(table.body.n);
    const shown = children.map(({ matter }) => `'${matter}'`).join(", ");
    const wrong = await read(
      `select from matter m join person p using (tenant, person)
       where m.matter in (${shown}) and (p.protected or m.unit is distinct from
         (select unit from staff where name = 'Carina Torpvall'))`,
    );
    expect(wrong).toEqual([]);
    const persons = children.map(({ child }) => child.person);
    const [logged] = await read<{ persons: string[] }>(
      "select persons from access_log where action = 'followup.open-cell' order by cardinality(persons) desc limit 1",
    );
    expect(new Set(logged?.persons)).toEqual(new Set(persons));
  });

  it("is as many as the number says, row by row", async () => {
    const byRow = await carina.post<Cell>("/api/v1/followup/open-cell", { query, row: "school" });
    const all = await carina.post<Cell>("/api/v1/followup/open-cell", { query });
    const matters = new Set(all.body.children.map(({ matter }) => matter));
    expect(byRow.body.children.length).toBeGreaterThan(0);
    expect(byRow.body.children.every(({ matter }) => matters.has(matter))).toBe(true);
    expect(byRow.body.children.length).toBeLessThan(matters.size);
  });

  it("is nobody else's to see, and no cell that is not there", async () => {
    const asked = await jonatan.post("/api/v1/followup/open-cell", { query });
    expect([asked.status, ...asked.problems]).toEqual([403, "access.role"]);
    const none = await carina.post("/api/v1/followup/open-cell", { query, row: "moon" });
    expect([none.status, ...none.problems]).toEqual([404, "followup.no-cell"]);
    const deep = await carina.post("/api/v1/followup/open-cell", { query, layer: "school" });
    expect(deep.problems).toEqual(["followup.no-cell"]);
  });
});

describe("a table that leaves", () => {
  it("holds no small number, is kept, and is given again by its id", async () => {
    type Released = z.infer<typeof releasedTable>;
    const { status, body } = await carina.post<Released>("/api/v1/followup/release-table", query);
    expect(status).toBe(200);
    const counts = [...body.table.cells.flat(), ...body.table.rowTotals];
    expect(counts.filter((count) => count !== null && count > 0 && count < 5)).toEqual([]);
    expect(counts.filter((count) => count === null).length).toBeGreaterThan(1);
    const again = await carina.get<Released>(`/api/v1/followup/releases/${body.release}`);
    expect(again.body).toEqual(body);
    const unknown = await carina.get(`/api/v1/followup/releases/${randomUUID()}`);
    expect(unknown.problems).toEqual(["followup.no-release"]);
    expect((await jonatan.post("/api/v1/followup/release-table", query)).status).toBe(403);
  });
});
