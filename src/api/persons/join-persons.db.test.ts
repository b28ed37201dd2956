import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { readPerson } from "../../contract/persons/read-person.ts";
import type { childPage } from "../../contract/views/child-page.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { rebuildCheck } from "../../store/rebuild.ts";
import {
  DEMO_TIMEOUT,
  makeTestDemo,
  openTestApp,
  signIn,
  type TestApp,
  type TestDemo,
  type TestUser,
} from "../testing/test-app.ts";

type Person = z.infer<typeof readPerson.answer>;

let app: TestApp;
let demo: TestDemo;
let jonatan: TestUser;
let ylva: TestUser;
const people = new Map<string, { person: string; akt: string }>();

beforeAll(async () => {
  app = await openTestApp({ withDemo: true });
  demo = await makeTestDemo(app);
  [jonatan, ylva] = [await signIn(app, demo, "jonatan"), await signIn(app, demo, "ylva")];
  const rows = await inTenant(app.pools.app, demo.tenant, (tx) =>
    tx.rows<{ name: string; person: string; akt: string }>({
      text: `select p.given_name as name, p.person, a.akt from akt a
        join person p on p.tenant = a.tenant and p.person = a.person`,
    }),
  );
  for (const { name, person, akt } of rows) people.set(name, { person, akt });
}, DEMO_TIMEOUT);
afterAll(() => app.close());

const of = (name: string) => people.get(name) ?? { person: "", akt: "" };

async function registered(): Promise<string> {
  const person = randomUUID();
  const data = { givenName: "Elmer", familyName: "Granvik" };
  const body = { commandId: randomUUID(), person, data, relations: [] };
  expect((await jonatan.post("/api/v1/persons/register-person", body)).status).toBe(200);
  return person;
}

function join(user: TestUser, person: string, other: string) {
  const body = { commandId: randomUUID(), person, other, reason: "Registrerad två gånger." };
  return user.post<{ joining: string }>("/api/v1/persons/join-persons", body);
}

describe("two records of one person", () => {
  it("are joined by who may write about both, and told of on the person", async () => {
    const [elmer, other] = [of("Elmer").person, await registered()];
    const outside = await join(ylva, of("Iris").person, other);
    expect(outside.status).toBe(403);
    const joined = await join(jonatan, elmer, other);
    expect([joined.status, ...joined.problems]).toEqual([200]);
    const { joining } = joined.body;
    const shown = (await jonatan.get<Person>(`/api/v1/persons/${elmer}`)).body;
    expect(shown.identity?.joined).toMatchObject([{ joining, on: "2026-11-25" }]);
    const part = (await jonatan.get<Person>(`/api/v1/persons/${other}`)).body;
    expect(part.identity?.partOf).toBe(elmer);
    const silent = { commandId: randomUUID(), person: elmer, joining, reason: " " };
    const refused = await jonatan.post("/api/v1/persons/part-persons", silent);
    expect(refused.problems).toEqual(["person.reason-missing"]);
    const parting = { ...silent, commandId: randomUUID(), reason: "Det var en annan." };
    expect((await jonatan.post("/api/v1/persons/part-persons", parting)).status).toBe(200);
    const after = (await jonatan.get<Person>(`/api/v1/persons/${elmer}`)).body;
    expect(after.identity?.joined).toEqual([]);
  });

  it("with an akt each show each other's", async () => {
    const [elmer, melker] = [of("Elmer"), of("Melker")];
    const joined = await join(jonatan, elmer.person, melker.person);
    expect([joined.status, ...joined.problems]).toEqual([200]);
    const pageOf = async (akt: string) =>
      (await jonatan.get<z.infer<typeof childPage.answer>>(`/api/v1/akt/${akt}`)).body;
    const linked = async (akt: string) => (await pageOf(akt)).linkedAkter;
    // Both had an investigation that runs: each page says so, and which is the other.
    expect((await pageOf(elmer.akt)).twoInvestigations).toMatchObject([{ akt: melker.akt }]);
    expect((await pageOf(melker.akt)).twoInvestigations).toMatchObject([{ akt: elmer.akt }]);
    expect([await linked(elmer.akt), await linked(melker.akt)]).toEqual([
      [melker.akt],
      [elmer.akt],
    ]);
    const { joining } = joined.body;
    const parting = { commandId: randomUUID(), person: elmer.person, joining, reason: "Två barn." };
    expect((await jonatan.post("/api/v1/persons/part-persons", parting)).status).toBe(200);
    expect([await linked(elmer.akt), await linked(melker.akt)]).toEqual([[], []]);
    const rebuilt = await rebuildCheck(app.store, app.connection, demo.tenant);
    expect(rebuilt.differences).toEqual([]);
  });
});
