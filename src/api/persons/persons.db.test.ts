import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { readPerson } from "../../contract/persons/read-person.ts";
import type { searchPersons } from "../../contract/persons/search-persons.ts";
import { inTenant } from "../../store/in-tenant.ts";
import {
  DEMO_TIMEOUT,
  makeTestDemo,
  openTestApp,
  signIn,
  type TestApp,
  type TestDemo,
  type TestUser,
} from "../testing/test-app.ts";

type Search = z.infer<typeof searchPersons.answer>;
type Person = z.infer<typeof readPerson.answer>;

let app: TestApp;
let demo: TestDemo;
let ylva: TestUser;
let mira: TestUser;

beforeAll(async () => {
  app = await openTestApp({ withDemo: true });
  demo = await makeTestDemo(app);
  [ylva, mira] = await Promise.all([signIn(app, demo, "ylva"), signIn(app, demo, "mira")]);
}, DEMO_TIMEOUT);
afterAll(() => app.close());

const SEARCH = "/api/v1/persons/search-persons";

async function search(user: TestUser, q: string): Promise<Search> {
  const answer = await user.post<Search>(SEARCH, { q });
  expect(answer.status, q).toBe(200);
  return answer.body;
}

function newcomer(data: object, more: object = {}) {
  return { commandId: randomUUID(), person: randomUUID(), data, ...more };
}

describe("searching for a person", () => {
  it("tells why each was found and shows no whole number", async () => {
    const { readAs, hits } = await search(ylva, "elmr granvik");
    expect(readAs).toBe("name");
    expect(hits[0]).toMatchObject({
      name: "Elmer Granvik",
      number: "20140217-****",
      age: 12,
      running: true,
    });
    expect(hits[0]?.reasons[0]?.sv.length).toBeGreaterThan(3);
  });

  it("finds somebody with protected data by the full number only, as a placeholder for most", async () => {
    expect((await search(ylva, "Signe Almroth")).hits).toEqual([]);
    const { hits } = await search(ylva, "20121005-9844");
    expect(hits[0]).toMatchObject({
      name: "Skyddade personuppgifter",
      number: null,
      birthDate: null,
      age: null,
      protected: true,
      running: false,
    });
    expect((await search(mira, "20121005-9844")).hits[0]).toMatchObject({
      name: "Signe Almroth",
      number: null,
    });
  });

  it("is for those who look persons up; others are told nobody of whom nothing was opened", async () => {
    const [elmer] = (await search(ylva, "elmr granvik")).hits;
    const asked = `/api/v1/persons/${elmer?.person}`;
    expect((await ylva.get<Person>(asked)).body.label.name).toBe("Elmer Granvik");
    for (const name of ["olle", "ivar"]) {
      const refused = await (await signIn(app, demo, name)).get(asked);
      expect([refused.status, ...refused.problems], name).toEqual([403, "access.not-yours"]);
    }
  });

  it("finds by a matter number what the one who asks may see: such numbers can be tried", async () => {
    const numbers = await inTenant(app.pools.app, demo.tenant, (tx) =>
      tx.rows<{ number: string; guarded: boolean }>({
        text: `select m.number, p.protected as guarded from matter m
               join person p on p.tenant = m.tenant and p.person = m.person order by m.number`,
      }),
    );
    expect(new Set(numbers.map(({ number }) => number)).size).toBe(numbers.length);
    const own = numbers.find(({ guarded }) => !guarded)?.number ?? "";
    const guarded = numbers.find((each) => each.guarded)?.number ?? "";
    expect(await search(ylva, own)).toMatchObject({ readAs: "matter-number", hits: [{}] });
    expect((await search(ylva, guarded)).hits).toEqual([]);
    expect((await search(mira, guarded)).hits).toMatchObject([{ name: "Signe Almroth" }]);
  });

  it("refuses a number that can't be right, and is noted with the persons shown", async () => {
    const wrong = await ylva.post(SEARCH, { q: "20140217-9815" });
    expect(wrong.problems).toEqual(["identity.check-digit"]);
    const { hits } = await search(ylva, "Fjällmo");
    const [row] = await inTenant(app.pools.app, demo.tenant, (tx) =>
      tx.rows<{ persons: string[] }>({
        text: "select persons from access_log where action = 'persons.search-persons' order by no desc limit 1",
      }),
    );
    expect(row?.persons.toSorted()).toEqual(hits.map(({ person }) => person).toSorted());
  });
});

describe("reading a person", () => {
  it("gives those who work with the child everything and others who it is", async () => {
    const [elmer] = (await search(mira, "Elmer Granvik")).hits;
    const near = await mira.get<Person>(`/api/v1/persons/${elmer?.person}`);
    expect(near.body).toMatchObject({
      number: "20140217-9814",
      withheld: [],
      fields: { address: "Exempelvägen 7, 999 01 Lindvik" },
    });
    expect(near.body.relations.map(({ kind, direction }) => `${kind} ${direction}`)).toContain(
      "guardian from",
    );
    const [iris] = (await search(ylva, "Iris Fjällmo")).hits;
    const far = await ylva.get<Person>(`/api/v1/persons/${iris?.person}`);
    expect(Object.keys(far.body.fields).toSorted()).toEqual([
      "birthDate",
      "familyName",
      "givenName",
    ]);
    expect(far.body.withheld).toContain("contact");
  });

  it("of a protected person is refused to everybody else", async () => {
    const [signe] = (await search(ylva, "20121005-9844")).hits;
    const answer = await ylva.get(`/api/v1/persons/${signe?.person}`);
    expect(answer.status).toBe(403);
    const family = await mira.get<Person>(`/api/v1/persons/${signe?.person}`);
    expect(family.body.relations.map(({ other }) => other.name).toSorted()).toEqual([
      "Karin Almroth",
      "Maja Almroth",
      "Robert Tallhed",
      "Vidar Almroth",
    ]);
  });
});

describe("registering a person", () => {
  it("takes test numbers and gives a provisional identity without one", async () => {
    const reserved = newcomer({
      givenName: "Prov",
      familyName: "Person",
      identityNumber: "20150101-9804",
      birthDate: "2015-01-01",
    });
    const first = await ylva.post("/api/v1/persons/register-person", reserved);
    expect(first.status, JSON.stringify(first.body)).toBe(200);
    const without = newcomer({ givenName: "Okänd", familyName: "Person", birthDate: "2019-05-05" });
    expect((await ylva.post("/api/v1/persons/register-person", without)).status).toBe(200);
    const { body } = await ylva.get<Person>(`/api/v1/persons/${without.person}`);
    expect(body.number).toMatch(/^20190505-T\d{3}$/u);
  });

  it.each([
    [
      "a number that may be somebody's",
      { identityNumber: "20150101-2387" },
      "identity.not-test-number",
    ],
    ["a wrong check digit", { identityNumber: "20150101-9805" }, "identity.check-digit"],
    ["a number that is taken", { identityNumber: "20140217-9814" }, "person.number-taken"],
    ["a day that has not come", { birthDate: "2027-01-01" }, "person.birth-date-later-than-today"],
  ])("refuses %s", async (_, data, id) => {
    const body = newcomer({ givenName: "Prov", familyName: "Person", ...data });
    const answer = await ylva.post("/api/v1/persons/register-person", body);
    expect(answer.problems).toContain(id);
  });

  it("ties nobody to a protected person whom the writer may not see", async () => {
    const [signe] = (await search(ylva, "20121005-9844")).hits;
    const relations = [{ relation: randomUUID(), kind: "guardian", to: signe?.person }];
    const body = newcomer({ givenName: "Prov", familyName: "Person" }, { relations });
    const answer = await ylva.post("/api/v1/persons/register-person", body);
    expect([answer.status, ...answer.problems]).toEqual([403, "access.not-yours"]);
  });

  it("points at a date that does not exist", async () => {
    const body = newcomer({ givenName: "Prov", familyName: "Person" }, { validFrom: "2026-02-30" });
    const answer = await ylva.post<{ problems: { pointer: string }[] }>(
      "/api/v1/persons/register-person",
      body,
    );
    expect(answer.body.problems[0]?.pointer).toBe("/validFrom");
  });
});
