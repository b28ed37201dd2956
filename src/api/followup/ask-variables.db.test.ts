import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { readFill } from "../../contract/followup/read-fill.ts";
import type { myDay } from "../../contract/views/my-day.ts";
import type { myGaps } from "../../contract/views/my-gaps.ts";
import type { readCatalogue } from "../../contract/followup/read-catalogue.ts";
import {
  DEMO_TIMEOUT,
  makeTestDemo,
  openTestApp,
  signIn,
  type TestApp,
  type TestUser,
} from "../testing/test-app.ts";

let app: TestApp;
let carina: TestUser;
let jonatan: TestUser;

beforeAll(async () => {
  app = await openTestApp({ withDemo: true });
  const demo = await makeTestDemo(app);
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

  it("lacks answers that each worker sees in the own matters only", async () => {
    const { body } = await jonatan.get<z.infer<typeof myGaps.answer>>("/api/v1/my-gaps");
    expect(body.rows.length).toBeGreaterThan(0);
    const known = new Set((await asked()).variables.map(({ id }) => id));
    for (const { missing } of body.rows) {
      expect(missing.length).toBeGreaterThan(0);
      expect(missing.every(({ id }) => known.has(id))).toBe(true);
    }
    const day = await jonatan.get<z.infer<typeof myDay.answer>>("/api/v1/my-day?show=all");
    const own = new Set(day.body.groups.flatMap(({ clocks }) => clocks.map(({ akt }) => akt)));
    expect(body.rows.filter(({ akt }) => !own.has(akt))).toEqual([]);
  });
});
