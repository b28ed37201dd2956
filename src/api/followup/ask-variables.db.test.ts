import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { readFill } from "../../contract/followup/read-fill.ts";
import type { myGaps } from "../../contract/views/my-gaps.ts";
import type { unitPlan } from "../../contract/views/unit-plan.ts";
import type { readCatalogue } from "../../contract/followup/read-catalogue.ts";
import { columnsOf, columnsOfRow } from "../../followup/columns.ts";
import { rowKinds } from "../../followup/derive/rows.ts";
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

/** The day of all tests. */
const TODAY = "2026-11-25";
const path = "/api/v1/followup/ask-variables";
const ask = (user: TestUser, variables: readonly string[]) =>
  user.post(path, { commandId: randomUUID(), variables });
const asked = async () => {
  const answer = await carina.get<z.infer<typeof readCatalogue.answer>>(
    "/api/v1/followup/catalogue",
  );
  return answer.body;
};

describe("what is asked for only while it is followed up", () => {
  it("is off until who follows up switches it on, and can be switched off again", async () => {
    const { onRequest, asked: before } = await asked();
    expect(before).toEqual([]);
    expect(onRequest).toHaveLength(12);
    expect((await ask(carina, onRequest)).status).toBe(200);
    const { asked: on, switchedOn } = await asked();
    expect(on).toEqual(onRequest);
    expect(switchedOn).toEqual(onRequest.map((id) => ({ id, by: "Carina Torpvall", on: TODAY })));
    expect((await ask(carina, [])).status).toBe(200);
    expect((await asked()).asked).toEqual([]);
  });

  it("is no other variable, and nobody else's to switch", async () => {
    const refused = await ask(carina, ["UTR-21", "AKT-13"]);
    expect(refused.body).toMatchObject({
      problems: [{ id: "followup.unknown-variable", pointer: "/variables/1" }],
    });
    expect((await ask(jonatan, ["UTR-21"])).status).toBe(403);
    expect((await asked()).asked).toEqual([]);
  });
});

describe("what is known of the variables", () => {
  it("stands in the codebook as in the catalogue, no cell a formula", async () => {
    const { variables, missing } = await asked();
    const { body, response } = await carina.get<string>("/api/v1/followup/codebook?lang=sv");
    expect(response.headers["content-type"]).toBe("text/csv; charset=utf-8");
    const lines = (typeof body === "string" ? body : response.body).trim().split("\r\n");
    const values = variables.map(({ codes }) => Math.max(1, codes.length));
    expect(lines).toHaveLength(1 + values.reduce((sum, n) => sum + n, 0) + missing.length);
    expect(lines.filter((line) => /(?:^|;)"?[=+@]/u.test(line))).toEqual([]);
    expect(lines.some((line) => line.startsWith("AKT-13;") && line.includes("alone"))).toBe(true);
    expect((await jonatan.get("/api/v1/followup/codebook")).status).toBe(403);
  });

  it("is filled in as often unit by unit as in the catalogue, for what the starter set asks", async () => {
    const { body } = await carina.get<z.infer<typeof readFill.answer>>("/api/v1/followup/fill");
    const ofUnits = body.units.flatMap(({ kinds }) => kinds).filter(({ kind }) => kind === "utr");
    const { variables } = await asked();
    const starter = variables.filter(({ starter: first, grain }) => first && grain === "utr");
    const total = (rows: readonly { readonly n: number; readonly filled: number }[]) => ({
      n: rows.reduce((sum, { n }) => sum + n, 0),
      filled: rows.reduce((sum, { filled }) => sum + filled, 0),
    });
    expect(total(ofUnits)).toEqual(total(starter.flatMap(({ fill }) => fill ?? [])));
    expect(total(ofUnits).filled).toBeGreaterThan(0);
  });

  it("lacks answers that each worker sees in the own matters only, every one that can still come", async () => {
    const { body } = await jonatan.get<z.infer<typeof myGaps.answer>>("/api/v1/my-gaps");
    const shown = body.rows.flatMap(({ matter, missing }) =>
      missing.map(({ id }) => `${matter} ${id}`),
    );
    expect(shown.length).toBeGreaterThan(10);
    expect(shown.toSorted()).toEqual((await lacking("Jonatan Hedlid")).toSorted());
  });

  it("is not signed where somebody has begun or fixed it, in the running matters of the unit", async () => {
    const { body } = await carina.get<z.infer<typeof unitPlan.answer>>("/api/v1/unit/plan");
    const begun = await read<{ place: string; running: boolean; filled: boolean; fixed: boolean }>(
      `select d.matter || ' ' || d.changed_at::date as place, m.closed_on is null as running,
         (select count(*) > 0 from draft_field f where f.draft = d.draft) as filled,
         (select count(*) > 0 from document x where x.matter = d.matter and x.kind = d.document
            and x.status = 'fixed') as fixed
       from draft d join matter m using (tenant, matter)
       where m.unit is null or m.unit = (select unit from staff where name = 'Carina Torpvall')`,
    );
    const fixed = await read<{ place: string }>(
      `select x.matter || ' ' || x.fixed_at::date as place from document x join matter m using (tenant, matter)
       where x.status = 'fixed' and m.closed_on is null
         and (m.unit is null or m.unit = (select unit from staff where name = 'Carina Torpvall'))`,
    );
    const drafts = begun.filter((draft) => draft.running && draft.filled && !draft.fixed);
    expect(drafts.length).toBeGreaterThan(0);
    expect(drafts.length).toBeLessThan(begun.length);
    const shown = (wanted: boolean) =>
      body.unsigned
        .filter((line) => line.fixed === wanted)
        .map(({ matter, since }) => `${matter} ${since}`);
    expect(shown(false).toSorted()).toEqual(drafts.map(({ place }) => place).toSorted());
    expect(shown(true).toSorted()).toEqual(fixed.map(({ place }) => place).toSorted());
    const days = body.unsigned.map(({ since }) => since);
    expect(days).toEqual(days.toSorted());
  });
});

const read = <R extends object>(sql: string): Promise<R[]> =>
  withClient(app.connection, async (client) => {
    await client.query(`set app.tenant = '${demo.tenant}'; set time zone 'Europe/Stockholm'`);
    return (await client.query<R>(sql)).rows;
  });

/** What lacks an answer in somebody's running matters, looked up row by row without the statement of the program. */
async function lacking(name: string): Promise<readonly string[]> {
  const { pack } = app.store.packs.current(demo.tenant);
  const found: string[] = [];
  for (const kind of rowKinds) {
    const rows = await read<{
      matter: string;
      cells: Record<string, unknown>;
      sets: Record<string, number>;
    }>(
      `select m.matter, to_jsonb(r) as cells, (select coalesce(jsonb_object_agg(n.code, c.code), '{}')
           from followup.choice c join followup.code n on n.codelist = 'variable' and n.number = c.variable
           where c.row_key = r.row_key and c.place = 1) as sets
         from followup.${kind} r join followup_key k using (tenant, row_key) join matter m using (tenant, matter)
         where m.closed_on is null and (select staff from staff where name = '${name}') in (m.worker, m.co_worker)`,
    );
    const own = columnsOfRow(columnsOf(pack), kind).filter(
      ({ id, row, type, variable }) =>
        variable.starter && id === variable.id && row === kind && type !== "days",
    );
    for (const { matter, cells, sets } of rows) {
      for (const { id, name: column, place } of own) {
        const value = place === "choice" ? sets[id] : cells[column];
        const open = [-1, -2].includes(Number(value)) || /^0001-01-0[12]/u.test(String(value));
        if (place !== "guardian" && open) found.push(`${matter} ${id}`);
      }
    }
  }
  return found;
}
