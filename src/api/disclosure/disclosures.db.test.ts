import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type {
  listDisclosures,
  makeDisclosureCopy,
  readMaterial,
} from "../../contract/disclosure/disclosure-routes.ts";
import type { searchPersons } from "../../contract/persons/search-persons.ts";
import type { childPage } from "../../contract/views/child-page.ts";
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
type Material = z.infer<typeof readMaterial.answer>;
type Listed = z.infer<typeof listDisclosures.answer>;
type Made = z.infer<typeof makeDisclosureCopy.answer>;
type Data = Readonly<Record<string, unknown>>;

let app: TestApp;
let mira: TestUser;
let jonatan: TestUser;
let per: TestUser;
let carina: TestUser;

beforeAll(async () => {
  app = await openTestApp({ withDemo: true });
  const demo = await makeTestDemo(app);
  mira = await signIn(app, demo, "mira");
  jonatan = await signIn(app, demo, "jonatan");
  per = await signIn(app, demo, "per");
  carina = await signIn(app, demo, "carina");
}, DEMO_TIMEOUT);
afterAll(() => app.close());

/** A request in the oldest matter of a child, and what can be done with it. */
class Asked {
  readonly disclosure = randomUUID();
  readonly #user: TestUser;
  readonly page: Page;

  private constructor(user: TestUser, page: Page) {
    this.#user = user;
    this.page = page;
  }

  static async by(user: TestUser, q: string): Promise<Asked> {
    const found = await user.post<Found>("/api/v1/persons/search-persons", { q });
    const page = await user.get<Page>(`/api/v1/akt/${found.body.hits[0]?.akt}`);
    return new Asked(user, page.body);
  }

  person(givenName: string): string {
    const party = this.page.parties.find(({ label }) => label.name.startsWith(givenName));
    return party?.person ?? "";
  }

  give(verb: string, data: Data, by = this.#user) {
    return this.write(`/api/v1/disclosure/${verb}`, { disclosure: this.disclosure }, data, by);
  }

  /** By the manager, whom the order names for what is not handed out. */
  refuse(data: Data) {
    return this.give("decide-disclosure", data, carina);
  }

  write(path: string, ids: Readonly<Record<string, string>>, data: Data, by = this.#user) {
    const matter = this.page.matters[0]?.matter;
    const { akt } = this.page;
    return by.post(path, { commandId: randomUUID(), akt, matter, ids, data, reasons: {} });
  }

  async material(): Promise<Material> {
    const path = `/api/v1/akt/${this.page.akt}/disclosures/${this.disclosure}`;
    const answer = await this.#user.get<Material>(path);
    if (answer.status !== 200) throw new Error(answer.problems.join());
    return answer.body;
  }

  make() {
    const { akt } = this.page;
    return this.#user.post<Made>("/api/v1/disclosure/make-copy", {
      akt,
      disclosure: this.disclosure,
    });
  }

  async textOf(file: string): Promise<string> {
    const answer = await this.#user.get(`/api/v1/files/${file}`);
    const { pages, strings } = readPdf(answer.response.rawPayload);
    return `${bare(pages.join("\n"))}\n${strings}`;
  }
}

function withhold(entry: number, part: string, ground: string): Data {
  return { id: randomUUID(), entry, part, ground };
}

const reasons = "Uppgiften rör någon annan än den som har begärt handlingarna.";

describe("documents of an akt that somebody asks for", () => {
  it("are handed out to a party without what is left out, and without who reported", async () => {
    const asked = await Asked.by(jonatan, "Elmer Granvik");
    const request = { disclosureKind: "party-insight", by: [asked.person("Petra")] };
    expect((await asked.give("note-request", request)).status).toBe(200);
    const { entries, recipient, isParty } = await asked.material();
    expect([recipient, isParty]).toEqual(["Petra Granvik", true]);
    const talk = entries.find(({ parts }) => parts.some(({ text }) => text.includes("sin vecka")));
    const said = talk?.parts.find(({ text }) => text.includes("sin vecka"));
    expect(entries.length).toBeGreaterThan(10);
    const data = {
      disclosureOutcome: "part",
      withheld: [withhold(talk?.seq ?? 0, said?.id ?? "", "child-towards-guardian")],
      reasons,
    };
    expect((await asked.give("hand-over-disclosure", { disclosureWay: "post" })).problems).toEqual([
      "disclosure.not-examined",
    ]);
    expect((await asked.give("decide-disclosure", data)).problems).toEqual([
      "law.N-03.not-delegated",
    ]);
    expect((await asked.refuse(data)).problems).toEqual([]);
    const made = await asked.make();
    expect(made.status, JSON.stringify(made.problems)).toBe(200);
    expect((await asked.make()).body.sha256).toBe(made.body.sha256);
    expect(made.body.name).toMatch(/^handlingar-[0-9a-f]{8}\.pdf$/u);
    const text = await asked.textOf(made.body.file);
    expect(text).not.toContain(bare("Elmer ritar sin vecka"));
    expect(text).toContain(bare("[Borttaget: barnet kan lida"));
    expect(text).toContain(bare("Elevhälsan ringer."));
    expect(text).toContain(bare("Petra Granvik"));
    expect((await asked.give("hand-over-disclosure", { disclosureWay: "post" })).status).toBe(200);
    const listed = await jonatan.get<Listed>(`/api/v1/akt/${asked.page.akt}/disclosures`);
    expect(listed.body.requests).toMatchObject([{ outcome: "part", handedOn: "2026-11-25" }]);
    expect((await asked.give("decide-disclosure", data)).problems).toEqual([
      "disclosure.handed-over",
    ]);
  });

  it("never tell a party where somebody protected is: the copy is stopped until it is left out", async () => {
    const asked = await Asked.by(mira, "20121005-9844");
    const request = { disclosureKind: "party-insight", by: [asked.person("Robert")] };
    expect((await asked.give("note-request", request)).status).toBe(200);
    const note = { text: "Karin ringer. De bor kvar på Skogsprovet 2 tills vidare." };
    expect((await asked.write("/api/v1/notes/sign-note", {}, note)).problems).toEqual([]);
    const { entries, isParty } = await asked.material();
    expect(isParty).toBe(true);
    const told = entries.flatMap(({ seq, parts }) =>
      parts.filter(({ hints }) => hints.includes("whereabouts")).map(({ id }) => ({ seq, id })),
    );
    expect(told).toHaveLength(1);
    const [{ seq, id } = { seq: 0, id: "" }] = told;
    // Something else is left out, and the place is not.
    const other = entries.find((entry) => entry.seq !== seq);
    const decide = (withheld: readonly Data[]) =>
      asked.refuse({ disclosureOutcome: "part", withheld, reasons });
    const part = withhold(other?.seq ?? 0, other?.parts[0]?.id ?? "", "harm");
    expect((await decide([part])).problems).toEqual([]);
    const stopped = await asked.make();
    expect([stopped.status, ...stopped.problems]).toEqual([409, "print.protected-detail-in-text"]);
    expect(JSON.stringify(stopped.body)).toContain(`/entries/${seq}/${id}`);
    expect((await decide([part, withhold(seq, id, "whereabouts")])).problems).toEqual([]);
    const made = await asked.make();
    expect(made.status, JSON.stringify(made.body)).toBe(200);
    const text = await asked.textOf(made.body.file);
    expect(text).not.toContain(bare("Skogsprovet"));
    expect(text).toContain(bare("visar var en skyddad person finns"));
  });

  it("are refused to a stranger with reasons and how to appeal, and in full to nobody about a protected child", async () => {
    const asked = await Asked.by(mira, "20121005-9844");
    const request = { disclosureKind: "public-request", askedBy: "Okänd person" };
    expect((await asked.give("note-request", request)).status).toBe(200);
    expect((await asked.material()).isParty).toBe(false);
    const whole = await asked.give("decide-disclosure", { disclosureOutcome: "whole" });
    expect(whole.problems).toContain("law.O-11.protected-child-in-full");
    await asked.refuse({ disclosureOutcome: "none", reasons });
    const made = await asked.make();
    const text = await asked.textOf(made.body.file);
    expect(text).toContain(bare("till kammarrätten"));
    expect(text).toContain(bare(reasons));
    expect(text).not.toContain(bare("Skrivet av"));
    expect((await asked.give("hand-over-disclosure", { disclosureWay: "post" })).problems).toEqual([
      "disclosure.refused",
    ]);
  });

  it("are examined by those who may decide, and by nobody else", async () => {
    const asked = await Asked.by(jonatan, "Elmer Granvik");
    const request = { disclosureKind: "gdpr-access", by: [asked.person("Jonas")] };
    expect((await asked.give("note-request", request)).status).toBe(200);
    const path = `/api/v1/akt/${asked.page.akt}/disclosures/${asked.disclosure}`;
    expect((await per.get(path)).status).toBe(403);
    expect((await jonatan.get(path.replace(asked.disclosure, randomUUID()))).status).toBe(404);
    const page = await jonatan.get<Page>(`/api/v1/akt/${asked.page.akt}`);
    expect(JSON.stringify(page.body)).toContain("P-04");
    await asked.give("decide-disclosure", { disclosureOutcome: "whole" });
    const made = await asked.make();
    expect(made.problems).toEqual([]);
    const text = await asked.textOf(made.body.file);
    expect(text).toContain(bare("Vad som är registrerat om dig"));
    expect(text).toContain(bare("Integritetsskyddsmyndigheten"));
  });
});
