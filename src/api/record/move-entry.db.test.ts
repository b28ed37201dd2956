import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { CommandAnswer } from "../../contract/shapes.ts";
import type { readSealed } from "../../contract/record/read-sealed.ts";
import type { childPage } from "../../contract/views/child-page.ts";
import type { chronology, chronologyEntry } from "../../contract/views/chronology.ts";
import { reportData } from "../../domain/testing/chain.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { rebuildCheck } from "../../store/rebuild.ts";
import { verifyLog } from "../../store/verify.ts";
import {
  DEMO_TIMEOUT,
  makeTestDemo,
  openTestApp,
  signIn,
  type TestApp,
  type TestDemo,
  type TestUser,
} from "../testing/test-app.ts";

type ChildPage = z.infer<typeof childPage.answer>;
type Entry = z.infer<typeof chronologyEntry.answer>;

let app: TestApp;
let demo: TestDemo;
let jonatan: TestUser;
let carina: TestUser;
let ylva: TestUser;
let elmer: ChildPage;
let melker: ChildPage;

beforeAll(async () => {
  app = await openTestApp({ withDemo: true });
  demo = await makeTestDemo(app);
  [jonatan, carina, ylva] = (await Promise.all(
    ["jonatan", "carina", "ylva"].map((name) => signIn(app, demo, name)),
  )) as [TestUser, TestUser, TestUser];
  [elmer, melker] = [await pageOf("Elmer"), await pageOf("Melker")];
}, DEMO_TIMEOUT);
afterAll(() => app.close());

async function aktOf(name: string): Promise<string> {
  const [row] = await inTenant(app.pools.app, demo.tenant, (tx) =>
    tx.rows<{ akt: string }>({
      text: `select a.akt from akt a join person p on p.tenant = a.tenant and p.person = a.person
        where p.given_name = '${name}'`,
    }),
  );
  return row?.akt ?? "";
}

const pageOf = async (name: string) =>
  (await jonatan.get<ChildPage>(`/api/v1/akt/${await aktOf(name)}`)).body;
const place = ({ akt, matters }: ChildPage) => ({ akt, matter: matters[0]?.matter });

async function talked(): Promise<number> {
  const data = {
    withPersons: [elmer.person],
    alone: true,
    summary: "Talade på skolan.",
    childsWords: "Jag vill ha en hund.",
    consent: "Mamma har sagt ja.",
  };
  const body = { commandId: randomUUID(), ...place(elmer), data };
  const answer = await jonatan.post<CommandAnswer>("/api/v1/notes/sign-talk", body);
  expect([answer.status, ...answer.problems]).toEqual([200]);
  return answer.body.seq;
}

function move(user: TestUser, entry: number, more: object = {}) {
  return user.post<CommandAnswer>("/api/v1/record/move-entry", {
    commandId: randomUUID(),
    ...place(elmer),
    entry,
    reason: "Samtalet var med ett annat barn.",
    to: place(melker),
    ...more,
  });
}

const entryOf = async (user: TestUser, akt: string, seq: number) =>
  (await user.get<Entry>(`/api/v1/akt/${akt}/chronology/${seq}`)).body;
const linesOf = async (akt: string) =>
  (await jonatan.get<z.infer<typeof chronology.answer>>(`/api/v1/akt/${akt}/chronology`)).body
    .lines;
const wordsOf = async (name: string) => (await pageOf(name)).childsWords.map(({ text }) => text);

describe("a talk in the wrong akt", () => {
  it("leaves only that it was moved, when, by whom and why; no word of it", async () => {
    const seq = await talked();
    expect((await entryOf(jonatan, elmer.akt, seq)).may.move).toBe(true);
    const answer = await move(jonatan, seq);
    expect([answer.status, ...answer.problems]).toEqual([200]);
    const entry = await entryOf(jonatan, elmer.akt, seq);
    expect(entry).toMatchObject({
      data: {},
      content: null,
      mark: { kind: "moved", by: "Jonatan Hedlid", reason: "Samtalet var med ett annat barn." },
      may: { correct: false, undo: false, move: false, readSealed: false },
    });
    const line = (await linesOf(elmer.akt)).find((each) => each.seq === seq);
    expect(line).toMatchObject({ sv: "Samtal.", excerpt: null, mark: { kind: "moved" } });
    const said = JSON.stringify([
      await pageOf("Elmer"),
      await linesOf(elmer.akt),
      entry,
      (await jonatan.get(`/api/v1/akt/${elmer.akt}/matter/${place(elmer).matter}/handover`)).body,
    ]);
    expect(said).not.toContain("hund");
    expect(said).not.toContain("Talade på skolan");
  });

  it("stands in the right akt on its day, about its child, with its origin", async () => {
    const [line] = (await linesOf(melker.akt)).filter(({ type }) => type === "talk.signed");
    expect(line).toMatchObject({ origin: { by: "Jonatan Hedlid" }, mark: null });
    const entry = await entryOf(jonatan, melker.akt, line?.seq ?? 0);
    expect(entry).toMatchObject({
      data: { withPersons: [melker.person], summary: "Talade på skolan." },
      origin: { recordedBy: "Jonatan Hedlid", reason: "Samtalet var med ett annat barn." },
      may: { correct: true, move: true },
    });
    expect(JSON.stringify(entry)).not.toContain(elmer.akt);
    expect(await wordsOf("Melker")).toContain("Jag vill ha en hund.");
    expect(await wordsOf("Elmer")).not.toContain("Jag vill ha en hund.");
  });

  it("is read where it stood by the manager alone, and that is noted", async () => {
    const seq = (await linesOf(elmer.akt)).find(({ mark }) => mark?.kind === "moved")?.seq;
    const path = `/api/v1/akt/${elmer.akt}/chronology/${seq}/sealed`;
    const worker = await jonatan.get(path);
    expect([worker.status, ...worker.problems]).toEqual([403, "access.role"]);
    const read = await carina.get<z.infer<typeof readSealed.answer>>(path);
    expect(read.body.data).toMatchObject({ summary: "Talade på skolan." });
    expect((await entryOf(carina, elmer.akt, seq ?? 0)).may.readSealed).toBe(true);
    const rows = await inTenant(app.pools.app, demo.tenant, (tx) =>
      tx.rows<{ action: string; kind: string }>({
        text: "select action, kind from access_log where action = 'record.read-sealed' order by no",
      }),
    );
    expect(rows).toMatchObject([{ kind: "denied" }, { kind: "view" }]);
    const other = (await linesOf(elmer.akt)).find(({ mark }) => mark === null)?.seq;
    expect((await carina.get(`/api/v1/akt/${elmer.akt}/chronology/${other}/sealed`)).status).toBe(
      404,
    );
  });

  it("is moved by who may write in both akter, and by nobody else", async () => {
    const seq = await talked();
    const outside = await move(ylva, seq);
    expect(outside.status).toBe(403);
    const iris = { akt: await aktOf("Signe"), matter: randomUUID() };
    const unreached = await move(jonatan, seq, { to: iris });
    expect(unreached.status).toBe(403);
    expect((await entryOf(jonatan, elmer.akt, seq)).mark).toBeNull();
  });
});

describe("a document in the wrong akt", () => {
  it("gets a copy in the right one, and the file opens no more where it stood", async () => {
    const upload = await jonatan.upload<{ upload: string }>(
      `/api/v1/received/upload-file?akt=${elmer.akt}&matter=${place(elmer).matter}`,
      Buffer.from("Brev om en hund."),
    );
    expect(upload.status).toBe(200);
    const received = randomUUID();
    const data = {
      foundOn: "2026-11-25",
      arrivalWay: "handed-over",
      sender: "school",
      kind: "letter",
      about: "Brev",
    };
    const taken = await jonatan.post<{ children: { seq: number }[] }>(
      "/api/v1/received/receive-document",
      {
        upload: upload.body.upload,
        data,
        children: [{ commandId: randomUUID(), ...place(elmer), received }],
      },
    );
    expect([taken.status, ...taken.problems]).toEqual([200]);
    const fileIn = async (akt: string) =>
      (
        await jonatan.get<{ documents: { file: { file: string } | null }[] }>(
          `/api/v1/akt/${akt}/received`,
        )
      ).body.documents.flatMap(({ file }) => file?.file ?? []);
    const before = await fileIn(elmer.akt);
    const [file] = before;
    expect((await jonatan.get(`/api/v1/received/${file}`)).status).toBe(200);
    expect((await move(jonatan, taken.body.children[0]?.seq ?? 0)).status).toBe(200);
    expect(await fileIn(elmer.akt)).toEqual(before.slice(1));
    const denied = await jonatan.get(`/api/v1/received/${file}`);
    expect([denied.status, ...denied.problems]).toEqual([403, "access.role"]);
    expect((await carina.get(`/api/v1/received/${file}`)).status).toBe(200);
    const [copy] = await fileIn(melker.akt);
    expect(copy).not.toBe(file);
    expect((await jonatan.get(`/api/v1/received/${copy}`)).response.payload).toBe(
      "Brev om en hund.",
    );
  });
});

describe("a report to the wrong child", () => {
  const pageOfAkt = async (akt: string) => (await ylva.get<ChildPage>(`/api/v1/akt/${akt}`)).body;
  const known = async (givenName: string) => {
    const person = randomUUID();
    const data = { givenName, familyName: "Ängsö", birthDate: "2018-04-05" };
    const body = { commandId: randomUUID(), person, data, relations: [] };
    expect((await ylva.post("/api/v1/persons/register-person", body)).status).toBe(200);
    return person;
  };

  it("begins the akt of a child who has none, with a number of its own", async () => {
    const [wrong, right] = [await known("Tor"), await known("Saga")];
    const ids = { report: randomUUID(), matter: randomUUID() };
    const received = await ylva.post<{ children: { akt: string; matter: string }[] }>(
      "/api/v1/intake/receive-report",
      {
        commandId: randomUUID(),
        data: { ...reportData, arrivedAt: "2026-11-25T08:00" },
        children: [{ person: wrong, ...ids }],
      },
    );
    expect([received.status, ...received.problems]).toEqual([200]);
    const [from] = received.body.children;
    if (from === undefined) throw new Error("no child");
    const asked = { akt: from.akt, matter: from.matter, reason: "Fel barn valdes." };
    const to = { person: right, matter: randomUUID() };
    const moved = await move(ylva, 2, { ...asked, to });
    expect([moved.status, ...moved.problems]).toEqual([200]);
    const [row] = await inTenant(app.pools.app, demo.tenant, (tx) =>
      tx.rows<{ akt: string }>({ text: "select akt from akt where person = $1" }, [right]),
    );
    const [here, before] = [await pageOfAkt(row?.akt ?? ""), await pageOfAkt(from.akt)];
    expect(here.matters).toMatchObject([{ matter: to.matter, reports: [{ outcome: null }] }]);
    expect(before.matters).toMatchObject([{ reports: [] }]);
    const numbers = [here, before].map(({ matters }) => matters[0]?.number ?? "");
    expect(new Set(numbers).size).toBe(2);
    for (const number of numbers) expect(number).toMatch(/^2026-\d{6}$/u);
  });
});

it("leaves a log that holds and from which everything is made again just as it stands", async () => {
  const rebuilt = await rebuildCheck(app.store, app.connection, demo.tenant);
  expect(rebuilt.differences).toEqual([]);
  const log = await inTenant(app.pools.app, demo.tenant, verifyLog);
  expect(log.broken).toEqual([]);
});
