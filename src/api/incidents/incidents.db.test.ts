import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { z } from "zod";
import type { listIncidents } from "../../contract/incidents/incident-routes.ts";
import {
  DEMO_TIMEOUT,
  makeTestDemo,
  openTestApp,
  signIn,
  type TestApp,
  type TestUser,
} from "../testing/test-app.ts";

type Listed = z.infer<typeof listIncidents.answer>;

let app: TestApp;
let carina: TestUser;
let jonatan: TestUser;
let administrators: readonly TestUser[];

beforeAll(async () => {
  app = await openTestApp({ withDemo: true });
  const demo = await makeTestDemo(app);
  carina = await signIn(app, demo, "carina");
  jonatan = await signIn(app, demo, "jonatan");
  administrators = [await signIn(app, demo, "kajsa"), await signIn(app, demo, "admin")];
}, DEMO_TIMEOUT);
afterAll(() => app.close());

it("is noted by anybody, followed by the manager, and its hours are counted to the minute", async () => {
  const incident = randomUUID();
  const note = (data: Readonly<Record<string, unknown>>) =>
    jonatan.post("/api/v1/incidents/note-incident", { commandId: randomUUID(), incident, data });
  const step = (data: Readonly<Record<string, unknown>>) =>
    carina.post("/api/v1/incidents/record-step", { commandId: randomUUID(), incident, data });
  const list = async () => (await carina.get<Listed>("/api/v1/incidents")).body.incidents[0];
  const data = {
    knownAt: "2026-11-23T10:00",
    concerns: ["data-breach"],
    text: "Ett brev kom fel.",
  };
  expect((await note({ ...data, text: "" })).problems).toEqual(["answer.required"]);
  expect((await note({ ...data, knownAt: "2026-11-26T10:00" })).problems).toEqual([
    "command.time-later-than-now",
  ]);
  expect((await note(data)).problems).toEqual([]);
  expect((await jonatan.get("/api/v1/incidents")).status).toBe(403);
  // It is Wednesday 10.30 in Stockholm: half an hour after the 48th hour.
  expect(await list()).toMatchObject({
    text: "Ett brev kom fel.",
    closed: false,
    clocks: [{ ruleId: "P-05", due: "2026-11-26T10:00", status: "open", isLate: false }],
  });
  const told = { doneAt: "2026-11-25T10:00", step: "authority-notified" };
  expect((await step(told)).problems).toEqual([]);
  expect(await list()).toMatchObject({ clocks: [{ status: "met" }], steps: [{ text: "" }] });
  expect((await step({ doneAt: "2026-11-25T10:10", step: "closed" })).problems).toEqual([]);
  expect((await step(told)).problems).toEqual(["incident.closed"]);
});

it("is written and noted by whoever runs accounts or the system, who writes in nothing else", async () => {
  for (const user of administrators) {
    const [draft, incident, akt] = [randomUUID(), randomUUID(), randomUUID()];
    const open = (more: object) => user.post("/api/v1/drafts/open-draft", { draft, ...more });
    expect((await open({ document: "incident" })).status).toBe(200);
    const field = { path: "text", base: 0, value: "Servern stod.", changeId: randomUUID() };
    const saved = await user.post("/api/v1/drafts/save-draft", { draft, changes: [field] });
    expect(saved.problems).toEqual([]);
    const data = { knownAt: "2026-11-25T09:00", concerns: ["data-breach"], text: "Servern stod." };
    const body = { commandId: randomUUID(), incident, data };
    expect((await user.post("/api/v1/incidents/note-incident", body)).problems).toEqual([]);
    expect((await open({ document: "note", draft: randomUUID() })).problems).toEqual([
      "access.role",
    ]);
    expect((await open({ document: "note", draft: randomUUID(), akt })).problems).toEqual([
      "akt.not-found",
    ]);
  }
});
