import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
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
    expect((await asked()).asked).toEqual(onRequest);
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
