import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { childPage } from "../../contract/views/child-page.ts";
import type { searchPersons } from "../../contract/persons/search-persons.ts";
import { bare, readPdf } from "../../print/testing/pdf-text.ts";
import {
  DEMO_TIMEOUT,
  makeTestDemo,
  openTestApp,
  signIn,
  type TestApp,
  type TestUser,
} from "../testing/test-app.ts";

type Page = z.infer<typeof childPage.answer>;
type Found = z.infer<typeof searchPersons.answer>;

let app: TestApp;
let mira: TestUser;
let jonatan: TestUser;
let per: TestUser;

beforeAll(async () => {
  app = await openTestApp({ withDemo: true });
  const demo = await makeTestDemo(app);
  mira = await signIn(app, demo, "mira");
  jonatan = await signIn(app, demo, "jonatan");
  per = await signIn(app, demo, "per");
}, DEMO_TIMEOUT);
afterAll(() => app.close());

async function open(user: TestUser, q: string): Promise<Page> {
  const found = await user.post<Found>("/api/v1/persons/search-persons", { q });
  const page = await user.get<Page>(`/api/v1/akt/${found.body.hits[0]?.akt}`);
  expect(page.status).toBe(200);
  return page.body;
}

async function printed(user: TestUser, { akt }: Page, query: string): Promise<string> {
  const answer = await user.get(`/api/v1/akt/${akt}/story-print?${query}`);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  expect(answer.response.headers["content-type"]).toBe("application/pdf");
  expect(answer.response.headers["content-disposition"]).not.toMatch(/Granvik|Almroth/u);
  const { pages, strings } = readPdf(answer.response.rawPayload);
  return `${bare(pages.join("\n"))}\n${strings}`;
}

const TALK = "Elmer ritar sin vecka";

describe("the story on paper", () => {
  it("is for the unit with the beginning of each text, narrowed as asked", async () => {
    const elmer = await open(jonatan, "Elmer Granvik");
    const all = await printed(jonatan, elmer, "recipient=internal");
    expect(all).toContain(bare(TALK));
    expect(all).toContain(bare("Endast test: inga riktiga personuppgifter"));
    const talks = await printed(jonatan, elmer, "recipient=internal&kind=decisions&to=2026-06-30");
    expect(talks).not.toContain(bare(TALK));
    expect(talks).toContain(bare("Utredning inleddes inte"));
    expect(talks).toContain(bare("Till och med 30 juni 2026"));
  });

  it("has for a guardian what happened and when, no extract and nothing that is another's", async () => {
    const elmer = await open(jonatan, "Elmer Granvik");
    const petra = elmer.parties.find(({ label }) => label.name.startsWith("Petra"))?.person;
    const text = await printed(jonatan, elmer, `recipient=${petra}`);
    expect(text).toContain(bare("Utredning inleddes genom beslut"));
    expect(text).toContain(bare("Petra Granvik"));
    for (const secret of [TALK, "polisanmälan", "Anteckning.", "Samtal med Jonas Granvik."]) {
      expect(text, secret).not.toContain(bare(secret));
    }
    // The neighbour who reported is shielded: neither who nor by which way.
    expect(text).not.toContain(bare("granne"));
  });

  it("names nobody else with protected data to a party, and gives a copy to parties only", async () => {
    const signe = await open(mira, "20121005-9844");
    const robert = signe.parties.find(({ label }) => label.name.startsWith("Robert"))?.person;
    const text = await printed(mira, signe, `recipient=${robert}`);
    for (const name of ["Karin Almroth", "Maja", "Vidar"]) expect(text).not.toContain(bare(name));
    const path = `/api/v1/akt/${signe.akt}/story-print`;
    const nobody = await mira.get(`${path}?recipient=${randomUUID()}`);
    expect([nobody.status, ...nobody.problems]).toEqual([409, "print.recipient-not-party"]);
    expect((await per.get(`${path}?recipient=internal`)).status).toBe(403);
    expect((await mira.get(`${path}?recipient=internal&from=2026-02-30`)).status).toBe(400);
  });
});
