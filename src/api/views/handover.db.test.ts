import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { listComments } from "../../contract/basis/comments.ts";
import type { handover } from "../../contract/views/handover.ts";
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

type Handover = z.infer<typeof handover.answer>;
interface Place {
  readonly name: string;
  readonly akt: string;
  readonly matter: string;
  readonly closed: boolean;
}

let app: TestApp;
let demo: TestDemo;
let places: readonly Place[];
const users = new Map<string, TestUser>();

beforeAll(async () => {
  app = await openTestApp({ withDemo: true });
  demo = await makeTestDemo(app);
  for (const name of ["ylva", "jonatan", "mira", "carina", "per", "admin"]) {
    users.set(name, await signIn(app, demo, name));
  }
  places = await inTenant(app.pools.app, demo.tenant, (tx) =>
    tx.rows<Place>({
      text: `select p.given_name as name, a.akt, m.matter, m.closed_on is not null as closed from matter m
        join akt a on a.tenant = m.tenant and a.akt = m.akt
        join person p on p.tenant = a.tenant and p.person = a.person`,
    }),
  );
}, DEMO_TIMEOUT);
afterAll(() => app.close());

async function ask(user: string, name: string) {
  const place = places.find((each) => each.name === name && !each.closed);
  const answer = await users
    .get(user)
    ?.get<Handover>(`/api/v1/akt/${place?.akt}/matter/${place?.matter}/handover`);
  if (answer === undefined) throw new Error(`${user} is not signed in`);
  return answer;
}

describe("the handover of a matter", () => {
  it("tells why it runs, what is due by which section, and what is to be answered", async () => {
    const { status, body } = await ask("jonatan", "Elmer");
    expect(status).toBe(200);
    expect(body.phase).toBe("investigating");
    expect([body.worker?.name, body.coWorker?.name]).toEqual(["Jonatan Hedlid", "Mira Falkö"]);
    const days = body.why.map(({ on }) => on);
    expect(days).toEqual(days.toSorted());
    expect(body.why[0]?.what.sv).toBe("Anmälan");
    expect(body.why[0]?.texts.join(" ")).not.toBe("");
    const opening = body.why.find(({ what }) => what.id === "handover.opening");
    expect(opening?.texts[0]).toContain("Omfattande skolfrånvaro");
    expect(body.clocks.length).toBeGreaterThan(0);
    for (const clock of body.clocks) expect(clock.section).not.toBe("");
    expect(body.questions.map(({ text }) => text)).toContain(
      "Hur har Elmer det hemma på kvällarna?",
    );
    expect(body.drafts).toMatchObject([{ document: "note", by: "Jonatan Hedlid" }]);
  });

  it("has the last talk with the child in the child's own words, and no longer the talk that was planned", async () => {
    const { body } = await ask("jonatan", "Elmer");
    const talk = body.contacts.find(({ alone }) => alone === true);
    expect(talk).toMatchObject({
      by: "Jonatan Hedlid",
      childsWords: "Jag räknar trappstegen tills det blir tyst.",
    });
    const days = body.contacts.map(({ on }) => on);
    expect(days).toEqual(days.toSorted().toReversed());
    expect(days.length).toBeLessThanOrEqual(3);
    expect(body.promised.map(({ what }) => what.id)).not.toContain("handover.planned-talk");
  });

  it("names who may still answer the basis, and until when", async () => {
    const { body } = await ask("mira", "Vidar");
    const answers = body.promised.filter(({ what }) => what.id === "handover.answer-time");
    for (const { to, on } of answers) {
      expect(to?.sv).not.toBe("");
      expect(on && on >= body.today).toBe(true);
    }
    const days = body.promised.flatMap(({ on }) => on ?? []);
    expect(days).toEqual(days.toSorted());
  });

  it("never names who reported", async () => {
    for (const user of ["jonatan", "carina", "per"]) {
      const { response } = await ask(user, "Elmer");
      expect(response.payload, user).not.toMatch(/Axelgård/u);
      expect(response.payload, user).not.toMatch(/reporterName|reporterContact/u);
    }
  });

  it("is refused to those who do not work with the child, and to those who see no content", async () => {
    expect((await ask("ylva", "Iris")).problems).toEqual(["access.not-yours"]);
    expect((await ask("admin", "Elmer")).problems).toEqual(["access.role"]);
    expect((await ask("per", "Signe")).problems).toEqual(["access.not-yours"]);
  });

  it("says nothing of a matter that belongs to another child", async () => {
    const elmer = places.find(({ name }) => name === "Elmer");
    const iris = places.find(({ name }) => name === "Iris");
    const path = `/api/v1/akt/${elmer?.akt}/matter/${iris?.matter}/handover`;
    const answer = await users.get("carina")?.get(path);
    expect([answer?.status, ...(answer?.problems ?? [])]).toEqual([404, "akt.not-found"]);
  });
});

describe("comments on a basis, to its writer", () => {
  it("stand by their part until they are met, and are gone with the draft", async () => {
    const [jonatan, carina] = [users.get("jonatan"), users.get("carina")] as [TestUser, TestUser];
    const { akt, matter } = places.find(({ name, closed }) => name === "Elmer" && !closed)!;
    const place = { akt, matter };
    const basis = { draft: randomUUID(), document: "decision-basis", ...place };
    const opened = await jonatan.post<{ draft: string }>("/api/v1/drafts/open-draft", basis);
    const comment = randomUUID();
    const said = { ...place, comment, place: "area/BU3", words: "Vad säger skolan själv?" };
    const write = (user: TestUser, more: object) =>
      user.post("/api/v1/basis/write-comment", { ...said, ...more });
    const listed = async (user: TestUser) => {
      const path = `/api/v1/akt/${akt}/matter/${matter}/comments`;
      return (await user.get<z.infer<typeof listComments.answer>>(path)).body;
    };
    expect((await write(jonatan, {})).problems).toEqual(["access.role"]);
    expect((await write(carina, { place: "area/none" })).problems).toEqual([
      "comment.place-unknown",
    ]);
    expect((await write(carina, { words: " " })).status).toBe(400);
    // Sent twice it is kept once.
    for (let n = 0; n < 2; n += 1) expect((await write(carina, {})).status).toBe(200);
    expect(await listed(jonatan)).toMatchObject({
      open: true,
      comments: [{ comment, place: "area/BU3", words: said.words, met: null }],
    });
    const meet = (id: string) =>
      jonatan.post("/api/v1/basis/meet-comment", { ...place, comment: id, met: true });
    expect((await meet(randomUUID())).problems).toEqual(["comment.not-found"]);
    expect((await meet(comment)).status).toBe(200);
    expect((await listed(carina)).comments).toMatchObject([{ met: { by: "Jonatan Hedlid" } }]);
    const discarded = { draft: opened.body.draft };
    expect((await jonatan.post("/api/v1/drafts/discard-draft", discarded)).status).toBe(200);
    expect(await listed(jonatan)).toEqual({ open: false, comments: [] });
    expect((await write(carina, { comment: randomUUID() })).problems).toEqual(["draft.not-found"]);
    const left = await inTenant(app.pools.app, demo.tenant, (tx) =>
      tx.rows({ text: "select 1 from draft_comment" }),
    );
    expect(left).toEqual([]);
  });
});
