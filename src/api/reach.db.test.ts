import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { receiveReport } from "../contract/intake/receive-report.ts";
import type { readPerson } from "../contract/persons/read-person.ts";
import type { listStaff } from "../contract/spec/list-staff.ts";
import type { childPage } from "../contract/views/child-page.ts";
import type { chronology } from "../contract/views/chronology.ts";
import { inTenant } from "../store/in-tenant.ts";
import {
  DEMO_TIMEOUT,
  makeTestDemo,
  openTestApp,
  signIn,
  type TestApp,
  type TestDemo,
  type TestUser,
} from "./testing/test-app.ts";

type ChildPage = z.infer<typeof childPage.answer>;
type Chronology = z.infer<typeof chronology.answer>;
type StaffList = z.infer<typeof listStaff.answer>;
type Person = z.infer<typeof readPerson.answer>;
type Received = z.infer<typeof receiveReport.answer>;

interface Known {
  readonly person: string;
  readonly akt: string;
  readonly matter: string;
}

let app: TestApp;
let demo: TestDemo;
const users = new Map<string, TestUser>();
const known = new Map<string, Known>();

beforeAll(async () => {
  app = await openTestApp({ withDemo: true });
  demo = await makeTestDemo(app);
  for (const name of ["ylva", "jonatan", "mira", "gunnel", "carina", "per"]) {
    users.set(name, await signIn(app, demo, name));
  }
  const rows = await inTenant(app.pools.app, demo.tenant, (tx) =>
    tx.rows<Known & { name: string }>({
      text: `select p.given_name as name, p.person, coalesce(a.akt, p.person) as akt,
               coalesce(m.matter, p.person) as matter
             from person p
             left join akt a on a.tenant = p.tenant and a.person = p.person
             left join matter m on m.tenant = a.tenant and m.akt = a.akt
             order by p.person, m.closed_on nulls last`,
    }),
  );
  for (const { name, ...ids } of rows) if (!known.has(name)) known.set(name, ids);
}, DEMO_TIMEOUT);
afterAll(() => app.close());

function user(name: string): TestUser {
  const found = users.get(name);
  if (found === undefined) throw new Error(`nobody is called ${name}`);
  return found;
}

function of(name: string): Known {
  const found = known.get(name);
  if (found === undefined) throw new Error(`nobody is called ${name}`);
  return found;
}

/** Ylva of the reception has her own matter about Nils, and nothing to do with the Almroth children. */
function inNils(more: Readonly<Record<string, unknown>>) {
  const { akt, matter } = of("Nils");
  return { commandId: randomUUID(), akt, matter, ...more };
}

function report(name: string) {
  return {
    commandId: randomUUID(),
    data: {
      kind: "report",
      arrivedAt: "2026-11-25T08:00",
      channel: "letter",
      parts: [{ id: randomUUID(), audience: "common", text: "Det som stod i brevet" }],
      reporterKind: "school",
      reporterClass: "duty-general",
      reasons: ["conflict"],
      violence: ["none"],
    },
    children: [{ person: of(name).person, report: randomUUID(), matter: randomUUID() }],
    reasons: { "A-01": "x", "A-06": "x" },
  };
}

async function receive(who: string, name: string): Promise<Received["children"][number]> {
  const done = await user(who).post<Received>("/api/v1/intake/receive-report", report(name));
  expect(done.status, JSON.stringify(done.problems)).toBe(200);
  const [child] = done.body.children;
  if (child === undefined) throw new Error("no child");
  return child;
}

describe("the name of a protected person", () => {
  it("does not come out by naming its id in a matter of one's own", async () => {
    const ids = [of("Signe").person, of("Karin").person];
    const talk = { occurredAt: "2026-11-24T10:00", withPersons: ids, summary: "Vi talades vid." };
    const told = { who: [of("Signe").person], text: "x" };
    const signed = await user("ylva").post("/api/v1/notes/sign-talk", inNils({ data: talk }));
    const informed = await user("ylva").post(
      "/api/v1/investigation/inform-party",
      inNils({ data: told }),
    );
    expect([signed.status, informed.status]).toEqual([200, 200]);
    const page = await user("ylva").get<Chronology>(`/api/v1/akt/${of("Nils").akt}/chronology`);
    expect(page.response.payload).not.toMatch(/Signe|Karin|Almroth/u);
    expect(page.body.lines.map(({ sv }) => sv).join(" ")).toContain("Skyddade personuppgifter");
  });

  it("stands on a page for those who may see the person", async () => {
    const page = await user("mira").get(`/api/v1/akt/${of("Signe").akt}/chronology`);
    expect(page.response.payload).toContain("Karin Almroth");
  });

  it("is hidden among the parties of a child that is not protected", async () => {
    const change = { commandId: randomUUID(), person: of("Sanna").person };
    // She has moved: a child that lives with somebody protected is as protected.
    const data = { protectionLevel: "secrecy-marking", address: "Annan gata 2, 999 02 Lindvik" };
    const changed = await user("jonatan").post("/api/v1/persons/change-person", {
      ...change,
      data,
    });
    expect(changed.status).toBe(200);
    const { akt } = of("Iris");
    const colleague = await user("per").get<ChildPage>(`/api/v1/akt/${akt}`);
    expect(colleague.status).toBe(200);
    const labels = ({ parties }: ChildPage) => parties.map(({ label }) => label.name);
    expect(labels(colleague.body)).toContain("Skyddade personuppgifter");
    expect(colleague.response.payload).not.toContain("Sanna Fjällmo");
    const worker = await user("jonatan").get<ChildPage>(`/api/v1/akt/${akt}`);
    expect(labels(worker.body)).toContain("Sanna Fjällmo");
    // The letter by which a guardian is chosen as a reader of the child's words.
    const audiences = worker.body.parties.map(({ kind, audience }) => `${kind} ${audience}`);
    expect(audiences).toEqual(["child child", "guardian guardian-a"]);
    for (const path of ["/api/v1/my-day?scope=unit", `/api/v1/akt/${akt}/chronology`]) {
      const answer = await user("per").get(path);
      expect(answer.response.payload, path).not.toContain("Sanna Fjällmo");
    }
  });

  it("is not told by those it is related to, when nobody works with either", async () => {
    const robert = await user("ylva").get<Person>(`/api/v1/persons/${of("Robert").person}`);
    expect(robert.status).toBe(200);
    expect(robert.body.relations).toEqual([]);
    expect(robert.body.fields).not.toHaveProperty("address");
  });

  it("lends nobody a tie to a relative: a colleague of the unit works with neither", async () => {
    const robert = await user("per").get<Person>(`/api/v1/persons/${of("Robert").person}`);
    expect(robert.body.fields).not.toHaveProperty("address");
    expect(robert.body.withheld).toContain("contact");
  });
});

describe("a new report", () => {
  it("opens itself to those who receive, and nothing else of the child", async () => {
    const { akt } = of("Tilde");
    expect((await user("ylva").get(`/api/v1/akt/${akt}`)).status).toBe(403);
    const received = await receive("ylva", "Tilde");
    for (const name of ["ylva", "gunnel"]) {
      const page = await user(name).get<ChildPage>(`/api/v1/akt/${akt}`);
      expect(
        page.body.matters.map(({ matter }) => matter),
        name,
      ).toEqual([received.matter]);
      expect(page.body.otherMatters, name).toBe(1);
      const lines = await user(name).get<Chronology>(`/api/v1/akt/${akt}/chronology`);
      const matters = new Set(lines.body.lines.map(({ matter }) => matter));
      expect(
        [...matters].filter((one) => one !== null),
        name,
      ).toEqual([received.matter]);
    }
    const worker = await user("mira").get<ChildPage>(`/api/v1/akt/${akt}`);
    expect(worker.body.matters.length).toBe(2);
  });

  it("about a protected child opens nothing of the earlier matters to other managers", async () => {
    const received = await receive("ylva", "Maja");
    expect((await user("ylva").get(`/api/v1/akt/${received.akt}`)).status).toBe(403);
    const page = await user("gunnel").get<ChildPage>(`/api/v1/akt/${received.akt}`);
    expect(page.body.matters.map(({ matter }) => matter)).toEqual([received.matter]);
  });
});

describe("a relation", () => {
  const relate = (who: string, from: string, kind: string, to: string) =>
    user(who).post("/api/v1/persons/change-person", {
      commandId: randomUUID(),
      person: of(from).person,
      relations: [{ relation: randomUUID(), kind, to: of(to).person }],
    });

  it("opens no child of another unit by saying that it is a sibling", async () => {
    const change = { commandId: randomUUID(), person: of("Melker").person };
    await relate("ylva", "Nils", "sibling", "Melker");
    const read = await user("ylva").get<Person>(`/api/v1/persons/${of("Melker").person}`);
    expect(read.body.withheld).toContain("contact");
    const written = await user("ylva").post("/api/v1/persons/change-person", {
      ...change,
      data: { address: "Annan gata 1" },
    });
    expect([written.status, ...written.problems]).toEqual([403, "access.not-yours"]);
  });

  it("makes nobody guardian of a child of another unit", async () => {
    const person = randomUUID();
    const registered = await user("ylva").post("/api/v1/persons/register-person", {
      commandId: randomUUID(),
      person,
      data: { givenName: "Falsk", familyName: "Förälder", birthDate: "1980-01-01" },
      relations: [{ relation: randomUUID(), kind: "guardian", to: of("Melker").person }],
    });
    expect([registered.status, ...registered.problems]).toEqual([403, "access.not-yours"]);
    const page = await user("jonatan").get<ChildPage>(`/api/v1/akt/${of("Melker").akt}`);
    expect(page.body.parties.map(({ person: party }) => party)).not.toContain(person);
  });

  it("is of a kind that the program has words for", async () => {
    const made = await relate("ylva", "Nils", "constructor", "Helena");
    expect([made.status, ...made.problems]).toEqual([422, "person.relation-unknown"]);
  });
});

describe("a draft", () => {
  const open = (who: string, more: Readonly<Record<string, unknown>>) =>
    user(who).post("/api/v1/drafts/open-draft", { draft: randomUUID(), document: "note", ...more });

  it("is begun in a matter of the akt, never beside it", async () => {
    const { akt, matter } = of("Iris");
    const made = [
      await open("ylva", { akt, matter: randomUUID() }),
      await open("ylva", { akt }),
      await open("ylva", { akt: of("Nils").akt, matter }),
      await open("ylva", { matter }),
    ];
    expect(made.map(({ status, problems }) => [status, ...problems])).toEqual([
      [404, "matter.not-found"],
      [404, "matter.not-found"],
      [404, "matter.not-found"],
      [404, "matter.not-found"],
    ]);
  });

  it("of another unit's matter can't be opened, read, saved or thrown away", async () => {
    const { akt, matter } = of("Iris");
    const opened = await open("jonatan", { akt, matter, item: randomUUID() });
    const { draft } = opened.body as { draft: string };
    const changes = [{ path: "text", base: 0, value: "x", changeId: randomUUID() }];
    const tried = [
      await open("ylva", { akt, matter }),
      await user("ylva").get(`/api/v1/drafts/${draft}`),
      await user("ylva").post("/api/v1/drafts/save-draft", { draft, changes }),
      await user("ylva").post("/api/v1/drafts/discard-draft", { draft }),
    ];
    for (const answer of tried) expect(answer.problems).toEqual(["access.not-yours"]);
  });
});

describe("an act that is a decision", () => {
  const record = (who: string, kind: string, ids: object = {}) =>
    user(who).post("/api/v1/matter/record-act", {
      commandId: randomUUID(),
      akt: of("Iris").akt,
      matter: of("Iris").matter,
      ids: { act: randomUUID(), ...ids },
      data: { kind },
    });

  it("is recorded by whom the specification names, and made by whom the law lets decide", async () => {
    const { body } = await user("jonatan").get<StaffList>("/api/v1/staff");
    const idOf = (role: string) => body.staff.find((each) => each.role === role)?.id;
    const kind = "urgent-care.decided";
    expect((await record("per", "home-visit.made")).status).toBe(200);
    const tried = [
      await record("per", kind, { decider: idOf("committee") }),
      await record("jonatan", kind),
      await record("jonatan", kind, { decider: idOf("unit-manager") }),
      await record("jonatan", kind, { decider: idOf("committee") }),
    ];
    expect(tried.map(({ status, problems }) => [status, ...problems])).toEqual([
      [403, "recording.not-yours"],
      [422, "law.G-01.level"],
      [403, "decision.decider-not-you"],
      [200],
    ]);
    const managers = body.rights.find((each) => each.role === "unit-manager");
    expect(managers?.decides).toContain("open-investigation");
    expect(managers?.decides).not.toContain("lvu-urgent-care");
  });
});
