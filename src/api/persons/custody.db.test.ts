import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { readPerson } from "../../contract/persons/read-person.ts";
import type { childPage } from "../../contract/views/child-page.ts";
import { addDays, parsePlainDate } from "../../kernel/plain-date.ts";
import {
  DEMO_TIMEOUT,
  makeTestDemo,
  openTestApp,
  signIn,
  type TestApp,
  type TestDemo,
  type TestUser,
} from "../testing/test-app.ts";

type Child = z.infer<typeof childPage.answer>;
type Person = z.infer<typeof readPerson.answer>;

let app: TestApp;
let demo: TestDemo;
let jonatan: TestUser;
let akt: string;

beforeAll(async () => {
  app = await openTestApp({ withDemo: true });
  demo = await makeTestDemo(app);
  jonatan = await signIn(app, demo, "jonatan");
  akt = (await hit("Elmer Granvik")).akt ?? "";
}, DEMO_TIMEOUT);
afterAll(() => app.close());

async function hit(q: string) {
  const answer = await jonatan.post<{
    hits: { person: string; name: string; akt: string | null }[];
  }>("/api/v1/persons/search-persons", { q });
  const found = answer.body.hits.find(({ name }) => name === q);
  if (found === undefined) throw new Error(`no ${q}`);
  return found;
}

async function childNow(): Promise<Child> {
  return (await jonatan.get<Child>(`/api/v1/akt/${akt}`)).body;
}

function change(person: string, more: object) {
  const body = { commandId: randomUUID(), person, data: {}, relations: [], ...more };
  return jonatan.post("/api/v1/persons/change-person", body);
}

function yesterday(today: string): string {
  const day = parsePlainDate(today);
  return day === undefined ? today : addDays(day, -1);
}

const guardiansOf = ({ parties }: Child) =>
  parties.filter(({ kind }) => kind === "guardian").map(({ person }) => person);

describe("basic data that is changed", () => {
  it("holds from its day, and what held before is told with its day and source", async () => {
    const { person } = await childNow();
    const fields = async () => (await jonatan.get<Person>(`/api/v1/persons/${person}`)).body;
    const before = await fields();
    const data = { schoolName: "Nya skolan" };
    const validFrom = yesterday((await childNow()).matters[0]?.startedOn ?? "");
    expect((await change(person, { data, source: "guardian", validFrom })).status).toBe(200);
    const again = { schoolName: "Ännu nyare skolan" };
    expect((await change(person, { data: again, source: "child" })).status).toBe(200);
    const after = await fields();
    expect(after.fields["schoolName"]).toBe("Ännu nyare skolan");
    const history = after.history["schoolName"] ?? [];
    expect(history.map(({ value, source }) => [value, source]).slice(0, 2)).toEqual([
      ["Ännu nyare skolan", "child"],
      ["Nya skolan", "guardian"],
    ]);
    expect(Object.keys(before.fields).every((field) => field in after.fields)).toBe(true);
    const refused = await change(person, { data: { language: "klingonska" } });
    expect(refused.problems).toEqual(["answer.unknown-code"]);
  });
});

describe("custody", () => {
  it("makes parties from its first day to its last, and whoever was a guardian keeps the letter", async () => {
    const before = await childNow();
    const guardians = guardiansOf(before);
    const leaving = before.family.find(({ guardian, holds }) => guardian && holds);
    if (leaving === undefined) throw new Error("no guardian");
    const { relation, kind, person, from } = leaving;
    const days = {
      ...(from === null ? {} : { validFrom: from }),
      validTo: yesterday(before.matters.flatMap(({ clocks }) => clocks)[0]?.from ?? ""),
    };
    const ended = { relation, kind, to: before.person, ...days };
    expect((await change(person, { relations: [ended] })).status).toBe(200);
    const after = await childNow();
    expect(guardiansOf(after)).toEqual(guardians.filter((each) => each !== person));
    const past = after.family.find((each) => each.relation === relation);
    expect(past).toMatchObject({ holds: false, to: days.validTo, audience: leaving.audience });
    const letters = await jonatan.get<{ letters: { recipients: { person: string | null }[] }[] }>(
      `/api/v1/akt/${akt}/letters`,
    );
    const recipients = JSON.stringify(letters.body);
    expect(recipients).not.toContain(person);
  });

  it("is given to somebody new, who is a party at once; a home makes nobody one", async () => {
    const { person: child } = await childNow();
    const newcomer = randomUUID();
    const made = await jonatan.post("/api/v1/persons/register-person", {
      commandId: randomUUID(),
      person: newcomer,
      data: { givenName: "Prova", familyName: "Testdotter" },
      relations: [],
    });
    expect(made.status).toBe(200);
    const home = { relation: randomUUID(), kind: "shared-home", to: child };
    expect((await change(newcomer, { relations: [home] })).status).toBe(200);
    const atHome = await childNow();
    expect(atHome.parties.map((party) => party.person)).not.toContain(newcomer);
    expect(atHome.family.find(({ person }) => person === newcomer)).toMatchObject({
      household: true,
      guardian: false,
      holds: true,
    });
    const guardian = { relation: randomUUID(), kind: "guardian", to: child };
    expect((await change(newcomer, { relations: [guardian], source: "document" })).status).toBe(
      200,
    );
    expect(guardiansOf(await childNow())).toContain(newcomer);
  });

  it("and household of a child one does not work with are not changed", async () => {
    const ylva = await signIn(app, demo, "ylva");
    const { person: child } = await hit("Iris Fjällmo");
    const newcomer = randomUUID();
    for (const kind of ["guardian", "home"]) {
      const answer = await ylva.post("/api/v1/persons/register-person", {
        commandId: randomUUID(),
        person: newcomer,
        data: { givenName: "Prov" },
        relations: [{ relation: randomUUID(), kind, to: child }],
      });
      expect(answer.problems, kind).toEqual(["access.not-yours"]);
    }
  });
});
