import { afterAll, beforeAll, expect, it } from "vitest";
import type { z } from "zod";
import type { accesses } from "../../contract/views/accesses.ts";
import type { unitClocks } from "../../contract/views/unit-clocks.ts";
import {
  DEMO_TIMEOUT,
  makeTestDemo,
  openTestApp,
  signIn,
  type TestApp,
  type TestDemo,
  type TestUser,
} from "../testing/test-app.ts";

type Answer = z.infer<typeof accesses.answer>;

const HOUR = 3_600_000;
let app: TestApp;
let demo: TestDemo;
let users: Readonly<Record<"jonatan" | "carina" | "ylva", TestUser>>;
let akt: string;
let iris: string;

beforeAll(async () => {
  app = await openTestApp({ withDemo: true });
  demo = await makeTestDemo(app);
  const [jonatan, carina, ylva] = await Promise.all([
    signIn(app, demo, "jonatan"),
    signIn(app, demo, "carina"),
    signIn(app, demo, "ylva"),
  ]);
  users = { jonatan, carina, ylva };
  const unit = await carina.get<z.infer<typeof unitClocks.answer>>("/api/v1/unit");
  const named = (name: string) =>
    unit.body.matters.find(({ child }) => child.name.startsWith(name));
  akt = named("Elmer")?.akt ?? "";
  iris = named("Iris")?.akt ?? "";
}, DEMO_TIMEOUT);
afterAll(() => app.close());

const read = (user: TestUser, of = akt) => user.get<Answer>(`/api/v1/akt/${of}/accesses`);

it("the manager of the unit sees who has looked, by day, and that it was looked at", async () => {
  await users.jonatan.get(`/api/v1/akt/${akt}`);
  await users.jonatan.get(`/api/v1/akt/${akt}`);
  const first = await read(users.carina);
  expect(first.status).toBe(200);
  const line = first.body.lines.find(
    ({ name, kind }) => name.startsWith("Jonatan") && kind === "view",
  );
  expect(line).toMatchObject({ relation: "worker", first: "10:30", last: "10:30", hints: [] });
  expect(line?.what.map(({ sv }) => sv)).toContain("barnets sida");
  expect(line?.times).toBeGreaterThanOrEqual(2);
  const again = await read(users.carina);
  const own = again.body.lines.find(
    ({ name, what }) => name.startsWith("Carina") && what.length > 0,
  );
  expect(own?.what.map(({ sv }) => sv)).toContain("vem som har läst");
});

it("a colleague who was denied stands there, and nobody but the manager may look", async () => {
  expect((await read(users.jonatan)).status).toBe(403);
  expect((await users.ylva.get(`/api/v1/akt/${iris}`)).status).toBe(403);
  const lines = (await read(users.carina, iris)).body.lines;
  expect(
    lines.find(({ name, kind }) => name.startsWith("Ylva") && kind === "denied"),
  ).toMatchObject({
    relation: "none",
    hints: [],
  });
});

it("nothing of what was read leaves with it", async () => {
  const answer = await read(users.carina);
  expect(JSON.stringify(answer.body)).not.toMatch(/orosanmälan från|telefon|adress/iu);
  expect(answer.body.child.number).not.toMatch(/^\d{12}$/u);
});

it("what is looked at in the night is marked", async () => {
  app.move(13 * HOUR);
  const jonatan = await signIn(app, demo, "jonatan");
  expect((await jonatan.get(`/api/v1/akt/${akt}`)).status).toBe(200);
  const carina = await signIn(app, demo, "carina");
  const { lines } = (await read(carina)).body;
  expect(lines.filter(({ hints }) => hints.includes("night")).length).toBeGreaterThan(0);
});
