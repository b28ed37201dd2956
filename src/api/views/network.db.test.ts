import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { searchPersons } from "../../contract/persons/search-persons.ts";
import type { network } from "../../contract/views/network.ts";
import type { siblings } from "../../contract/views/siblings.ts";
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

type Network = z.infer<typeof network.answer>;
type Siblings = z.infer<typeof siblings.answer>;
type Hit = z.infer<typeof searchPersons.answer>["hits"][number];

let app: TestApp;
let demo: TestDemo;
let users: Readonly<Record<"jonatan" | "mira" | "per" | "ylva", TestUser>>;

beforeAll(async () => {
  app = await openTestApp({ withDemo: true });
  demo = await makeTestDemo(app);
  const [jonatan, mira, per, ylva] = await Promise.all(
    ["jonatan", "mira", "per", "ylva"].map((name) => signIn(app, demo, name)),
  );
  if (!jonatan || !mira || !per || !ylva) throw new Error("nobody signed in");
  users = { jonatan, mira, per, ylva };
}, DEMO_TIMEOUT);
afterAll(() => app.close());

async function find(q: string): Promise<Hit> {
  const found = await users.mira.post<{ hits: Hit[] }>("/api/v1/persons/search-persons", { q });
  const [hit] = found.body.hits;
  if (hit === undefined) throw new Error(`nobody is called ${q}`);
  return hit;
}

async function read(user: TestUser, akt: string | null): Promise<Network> {
  const answer = await user.get<Network>(`/api/v1/akt/${akt}/network`);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
}

const SIGNE = "20121005-9844";
const CHANGE = "/api/v1/persons/change-person";

describe("siblings side by side", () => {
  it("are those with a running matter the reader works with, each from its own akt", async () => {
    const { akt } = await find(SIGNE);
    const answer = await users.mira.get<Siblings>(`/api/v1/akt/${akt}/siblings`);
    expect(answer.status).toBe(200);
    const { children } = answer.body;
    expect(children.map(({ child }) => child.name).toSorted()).toEqual([
      "Maja Almroth",
      "Signe Almroth",
      "Vidar Almroth",
    ]);
    for (const part of children) {
      expect(part.matters.length).toBeGreaterThan(0);
      for (const clock of part.clocks) expect(clock.akt).toBe(part.akt);
      const own = await users.mira.get<{ childsWords: { text: string }[] }>(
        `/api/v1/akt/${part.akt}`,
      );
      const said = new Set(own.body.childsWords.map(({ text }) => text));
      for (const { text } of part.words) expect(said).toContain(text);
      // No other child's name or words stand in the part.
      const others = children.filter((each) => each !== part);
      for (const other of others) {
        const text = JSON.stringify(part);
        expect(text).not.toContain(other.child.name.split(" ")[0]);
        for (const words of other.words) expect(text).not.toContain(words.text);
      }
    }
  });

  it("are refused with the akt, and every akt that was shown is in the access log", async () => {
    const { akt } = await find(SIGNE);
    expect((await users.per.get(`/api/v1/akt/${akt}/siblings`)).status).toBe(403);
    const { body } = await users.mira.get<Siblings>(`/api/v1/akt/${akt}/siblings`);
    const rows = await inTenant(app.pools.app, demo.tenant, (tx) =>
      tx.rows<{ akt: string }>({
        text: "select akt from access_log where action = 'views.siblings' and kind = 'view'",
      }),
    );
    const logged = new Set(rows.map((row) => row.akt));
    for (const part of body.children) expect(logged).toContain(part.akt);
  });
});

describe("the network of a child", () => {
  it("has guardians, siblings and who works with the child, with the days", async () => {
    const { akt, person } = await find("Elmer Granvik");
    const answer = await read(users.jonatan, akt);
    expect(answer.child.person).toBe(person);
    const kinds = answer.relations
      .filter(({ person: one, other }) => [one, other].includes(person))
      .map(({ kind }) => kind.id);
    expect(kinds.toSorted()).toEqual(["guardian", "guardian", "sibling"]);
    expect(answer.professionals.map(({ name }) => name)).toContain("Jonatan Hedlid");
    const [worker] = answer.professionals.filter(({ name }) => name === "Jonatan Hedlid");
    expect(worker?.from).toMatch(/^2026-/u);
    expect(answer.kinds.map(({ id }) => id)).toContain("grandparent");
    expect(answer.hidden).toBe(0);
  });

  it("is refused as the akt is, and a protected relative is in it for nobody else", async () => {
    const { akt } = await find(SIGNE);
    expect((await users.per.get(`/api/v1/akt/${akt}/network`)).status).toBe(403);
    const names = (await read(users.mira, akt)).persons.map(({ name }) => name);
    expect(names).toContain("Karin Almroth");
    // Signe is said to be a half-sister of a child whom others work with too: Mira may see her, they may not.
    const [elmer, signe] = [await find("Elmer Granvik"), await find(SIGNE)];
    const tied = await users.mira.post(CHANGE, {
      commandId: randomUUID(),
      person: signe.person,
      source: "guardian",
      relations: [{ relation: randomUUID(), kind: "sibling", to: elmer.person }],
    });
    expect(tied.status, JSON.stringify(tied.body)).toBe(200);
    const mine = await read(users.mira, elmer.akt);
    expect(mine.persons.map(({ name }) => name)).toContain("Signe Almroth");
    const theirs = await users.ylva.get<Network>(`/api/v1/akt/${elmer.akt}/network`);
    expect(theirs.status).toBe(200);
    expect(theirs.response.payload).not.toContain("Signe");
    expect(theirs.response.payload).not.toContain(signe.person);
    expect(theirs.body.hidden).toBeGreaterThan(0);
    const beside = await users.ylva.get(`/api/v1/akt/${elmer.akt}/siblings`);
    expect(beside.response.payload).not.toContain("Signe");
  });

  it("keeps what has ended, with its days and who said so", async () => {
    const elmer = await find("Elmer Granvik");
    const before = await read(users.jonatan, elmer.akt);
    const sibling = before.relations.find(
      ({ kind, person }) => kind.id === "sibling" && person === elmer.person,
    );
    const body = {
      commandId: randomUUID(),
      person: sibling?.person,
      source: "guardian",
      relations: [
        {
          relation: sibling?.relation,
          kind: "sibling",
          to: sibling?.other,
          validFrom: "2015-01-01",
          validTo: "2026-01-31",
        },
      ],
    };
    const ended = await users.jonatan.post(CHANGE, body);
    expect(ended.status, JSON.stringify(ended.body)).toBe(200);
    const after = await read(users.jonatan, elmer.akt);
    expect(after.relations.find(({ relation }) => relation === sibling?.relation)).toMatchObject({
      validFrom: "2015-01-01",
      validTo: "2026-01-31",
      source: "guardian",
    });
    const reversed = { ...body.relations[0], validTo: "2014-12-31" };
    const refused = await users.jonatan.post(CHANGE, {
      ...body,
      commandId: randomUUID(),
      relations: [reversed],
    });
    expect(refused.problems).toEqual(["person.relation-ends-before-it-begins"]);
  });
});
