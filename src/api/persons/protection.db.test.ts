import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { readProtection } from "../../contract/persons/read-protection.ts";
import type { searchPersons } from "../../contract/persons/search-persons.ts";
import type { listStaff } from "../../contract/spec/list-staff.ts";
import type { childPage } from "../../contract/views/child-page.ts";
import type { myDay } from "../../contract/views/my-day.ts";
import { parseUuid, type Uuid } from "../../kernel/ids.ts";
import { plainDate } from "../../kernel/plain-date.ts";
import { protectedDetails } from "../../print/secret-texts.ts";
import { aroundChild, loadFamilyOfPerson, partiesOn } from "../../store/commands/load-akt.ts";
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

type Page = z.infer<typeof childPage.answer>;
type Protection = z.infer<typeof readProtection.answer>;
type Day = z.infer<typeof myDay.answer>;

interface Known {
  readonly name: string;
  readonly person: string;
  readonly akt: string | null;
  readonly number: string;
}

let app: TestApp;
let demo: TestDemo;
let jonatan: TestUser;
let per: TestUser;
let carina: TestUser;
const known = new Map<string, Known>();

beforeAll(async () => {
  app = await openTestApp({ withDemo: true });
  demo = await makeTestDemo(app);
  jonatan = await signIn(app, demo, "jonatan");
  per = await signIn(app, demo, "per");
  carina = await signIn(app, demo, "carina");
  const rows = await inTenant(app.pools.app, demo.tenant, (tx) =>
    tx.rows<Known>({
      text: `select p.given_name as name, p.person, p.number, a.akt from person p
             left join akt a on a.tenant = p.tenant and a.person = p.person`,
    }),
  );
  for (const row of rows) known.set(row.name, row);
}, DEMO_TIMEOUT);
afterAll(() => app.close());

function of(name: string): Known {
  const found = known.get(name);
  if (found === undefined) throw new Error(`nobody is called ${name}`);
  return found;
}

function change(name: string, data: object, more: object = {}, by = jonatan) {
  const body = {
    commandId: randomUUID(),
    person: of(name).person,
    data,
    source: "guardian",
    ...more,
  };
  return by.post("/api/v1/persons/change-person", body);
}

async function done(answer: ReturnType<typeof change>): Promise<void> {
  const { status, body } = await answer;
  expect(status, JSON.stringify(body)).toBe(200);
}

const pageOf = (user: TestUser, name: string) => user.get<Page>(`/api/v1/akt/${of(name).akt}`);

async function protectionOf(name: string, by = jonatan): Promise<Protection> {
  const answer = await by.get<Protection>(`/api/v1/persons/${of(name).person}/protection`);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
}

async function hitsOf(user: TestUser, q: string): Promise<number> {
  const path = "/api/v1/persons/search-persons";
  return (await user.post<z.infer<typeof searchPersons.answer>>(path, { q })).body.hits.length;
}

/** Sanna is the only guardian of Iris and Melker, who live with her; jonatan has their matters, per is in his unit. */
describe("children of a protected parent", () => {
  it("are protected as long as they live there, and are told why", async () => {
    expect((await pageOf(per, "Iris")).status).toBe(200);
    expect(await hitsOf(per, "Iris Fjällmo")).toBe(1);
    await done(change("Sanna", { protectionLevel: "secrecy-marking" }));
    expect((await pageOf(per, "Iris")).status).toBe(403);
    expect((await pageOf(jonatan, "Iris")).body.child.protected).toBe(true);
    expect(await hitsOf(per, "Iris Fjällmo")).toBe(0);
    const told = await protectionOf("Iris");
    expect([told.own, told.through?.person]).toEqual([null, of("Sanna").person]);
  });

  it("are so no longer when they live elsewhere, and again when they come back", async () => {
    await done(change("Iris", { address: "Annan gata 1, 999 01 Lindvik" }));
    expect((await pageOf(per, "Iris")).status).toBe(200);
    expect((await pageOf(per, "Melker")).status).toBe(403);
    const home = { relation: randomUUID(), kind: "shared-home", to: of("Iris").person };
    await done(change("Sanna", {}, { relations: [{ ...home, validFrom: "2026-11-01" }] }));
    expect((await pageOf(per, "Iris")).status).toBe(403);
    const ended = { ...home, validFrom: "2026-11-01", validTo: "2026-11-24" };
    await done(change("Sanna", {}, { relations: [ended] }));
    expect((await pageOf(per, "Iris")).status).toBe(200);
  });

  it("are so too through a protected adult of the home who is no guardian", async () => {
    const person = randomUUID();
    const data = { givenName: "Ragna", familyName: "Skyddsdal", birthDate: "1970-01-01" };
    const address = { address: "Hemliga gatan 9, 999 09 Lindvik" };
    const registered = await carina.post("/api/v1/persons/register-person", {
      commandId: randomUUID(),
      person,
      data: { ...data, ...address, protectionLevel: "secrecy-marking" },
      relations: [{ relation: randomUUID(), kind: "home", to: of("Iris").person }],
    });
    expect(registered.status, JSON.stringify(registered.body)).toBe(200);
    await done(change("Iris", address));
    const family = await inTenant(app.pools.app, demo.tenant, (tx) =>
      loadFamilyOfPerson(tx, parseUuid(of("Iris").person) as Uuid),
    );
    if (family === undefined) throw new Error("Iris has a record");
    const today = plainDate("2026-11-25");
    expect(partiesOn(family, today).parties[0]).toMatchObject({ kind: "child", protected: true });
    expect(partiesOn(family, today).parties.map((party) => party.person)).not.toContain(person);
    const sanna = of("Sanna").person as Uuid;
    const secret = protectedDetails([family.child, ...aroundChild(family)], [sanna], today);
    expect(secret).toContainEqual({
      kind: "protected-detail",
      text: address.address,
      towards: [sanna],
    });
    const ended = { protectionLevel: "none" };
    const path = "/api/v1/persons/change-person";
    const body = { commandId: randomUUID(), person, data: ended, source: "authority" };
    expect((await carina.post(path, body)).status).toBe(200);
  });

  it("are so no longer when the parent is protected no more", async () => {
    await done(change("Sanna", { protectionLevel: "none" }));
    expect((await pageOf(per, "Melker")).status).toBe(200);
    expect((await protectionOf("Melker")).through).toBeNull();
  });
});

describe("a protected child that is open by name", () => {
  it("is closed to everybody else at once, but for the manager of the unit", async () => {
    const { staff } = (await carina.get<z.infer<typeof listStaff.answer>>("/api/v1/staff")).body;
    const mira = staff.find(({ name }) => name === "Mira Falkö")?.id;
    const level = { protectionLevel: "secrecy-marking" };
    await done(change("Iris", level));
    expect((await pageOf(jonatan, "Iris")).status).toBe(200);
    await done(change("Iris", { protectionStaff: [mira] }));
    expect((await pageOf(jonatan, "Iris")).problems).toEqual(["access.barred"]);
    expect((await change("Iris", level)).problems).toEqual(["access.barred"]);
    const day = await jonatan.get<Day>("/api/v1/my-day?scope=unit&show=all");
    const akter = day.body.groups.flatMap(({ clocks }) => clocks.map(({ akt }) => akt));
    expect(akter).not.toContain(of("Iris").akt);
    expect(akter.length).toBeGreaterThan(0);
    const told = await protectionOf("Iris", carina);
    expect(told.named.map(({ name }) => name)).toEqual(["Mira Falkö"]);
    expect(told.own?.setBy).toBe("Jonatan Hedlid");
    await done(change("Iris", { protectionStaff: [] }, {}, carina));
    expect((await pageOf(jonatan, "Iris")).status).toBe(200);
  });

  it("is opened to nobody but staff of the board", async () => {
    const refused = await change("Iris", { protectionStaff: [randomUUID()] });
    expect([refused.status, ...refused.problems]).toEqual([422, "staff.not-found"]);
  });
});

describe("protection that comes to an end", () => {
  it("stands in the day of those who work with the person, and in nobody else's", async () => {
    const decided = { protectionProvision: "lvu-14", protectionDecidedOn: "2026-09-10" };
    await done(change("Iris", decided));
    const due = async (user: TestUser) => {
      const day = (await user.get<Day>("/api/v1/my-day")).body;
      return day.protection.map(({ person, dueOn }) => [person.person, dueOn]);
    };
    expect(await due(jonatan)).toEqual([[of("Iris").person, "2026-12-10"]]);
    expect(await due(per)).toEqual([]);
    expect((await protectionOf("Iris")).own?.review.late).toBe(false);
    await done(
      change("Iris", { protectionDecidedOn: "2026-11-25", protectionUntil: "2027-06-01" }),
    );
    expect(await due(jonatan)).toEqual([]);
    await done(change("Iris", { protectionUntil: "2026-12-01" }));
    expect(await due(jonatan)).toEqual([[of("Iris").person, "2026-12-01"]]);
  });
});

describe("a person with a new identity", () => {
  it("is tied to no other record by any command, search or hint", async () => {
    const person = randomUUID();
    const own = { givenName: "Melker", familyName: "Nyman", birthDate: "2015-09-03" };
    const founded = { protectionProvision: "new-identity", protectionAuthority: "police" };
    const data = { ...own, ...founded, protectionLevel: "fictitious" };
    const registered = await carina.post("/api/v1/persons/register-person", {
      commandId: randomUUID(),
      person,
      data,
    });
    expect(registered.status).toBe(200);
    const base = { commandId: randomUUID(), reason: "Samma barn" };
    const old = of("Melker").person;
    const tried = [
      await carina.post("/api/v1/persons/join-persons", { ...base, person: old, other: person }),
      await carina.post("/api/v1/persons/join-persons", { ...base, person, other: old }),
      await carina.post("/api/v1/persons/mend-number", { ...base, person, swapWith: old }),
    ];
    for (const answer of tried) expect(answer.problems[0]).toBe("person.new-identity");
    const anew = await change("Melker", {
      protectionLevel: "fictitious",
      identityNumber: "201509039945",
    });
    expect(anew.problems[0]).toMatch(/^(?:person\.new-identity-anew|identity\.)/u);
    expect(await hitsOf(jonatan, "Melker Nyman")).toBe(0);
    const together = { relation: randomUUID(), kind: "guardian" };
    const parent = { commandId: randomUUID(), person: of("Sanna").person, data: {} };
    const path = "/api/v1/persons/change-person";
    for (const body of [
      { ...parent, relations: [{ ...together, to: person }] },
      { ...parent, person: old, relations: [{ ...together, kind: "sibling", to: person }] },
    ]) {
      expect((await carina.post(path, body)).problems).toEqual(["person.new-identity"]);
    }
    const doublesOf = async (of: string) =>
      (await carina.get<{ doubles: unknown[] }>(`/api/v1/persons/${of}/doubles`)).body.doubles;
    expect(JSON.stringify(await doublesOf(old))).not.toContain(person);
    // Not when the new identity has ended either, from neither of the two.
    for (const change of [
      { data: { protectionLevel: "fictitious" }, validFrom: "2026-10-01" },
      { data: { protectionLevel: "none" } },
    ]) {
      const body = { commandId: randomUUID(), person, source: "authority", ...change };
      expect((await carina.post(path, body)).status).toBe(200);
    }
    const read = await carina.get<{ label: { protected: boolean } }>(`/api/v1/persons/${person}`);
    expect(read.body.label.protected).toBe(false);
    expect(JSON.stringify(read.body)).toContain("protected-registration");
    expect(JSON.stringify(read.body)).not.toMatch(/fictitious|new-identity|police/u);
    expect(JSON.stringify(await doublesOf(old))).not.toContain(person);
    expect(await doublesOf(person)).toEqual([]);
    const rows = await inTenant(app.pools.app, demo.tenant, (tx) =>
      tx.rows<{ n: number }>({
        text: `select count(*)::int as n from access_log
               where persons @> array['${person}', '${old}']::uuid[] and kind = 'view'`,
      }),
    );
    expect(rows[0]?.n).toBe(0);
  });
});
