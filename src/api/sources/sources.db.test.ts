import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { listEarlier } from "../../contract/sources/list-earlier.ts";
import type { listSources } from "../../contract/sources/list-sources.ts";
import type { chronology, chronologyEntry } from "../../contract/views/chronology.ts";
import type { childPage } from "../../contract/views/child-page.ts";
import { bare, readPdf } from "../../print/testing/pdf-text.ts";
import { pdfOf } from "../../store/received/testing/files.ts";
import {
  answers,
  type Known,
  openReceivedWorld,
  type ReceivedWorld,
} from "../testing/received-world.ts";
import { DEMO_TIMEOUT, type TestUser } from "../testing/test-app.ts";

type Sources = z.infer<typeof listSources.answer>;
type Earlier = z.infer<typeof listEarlier.answer>;
type Story = z.infer<typeof chronology.answer>;
type Entry = z.infer<typeof chronologyEntry.answer>;
interface Told {
  readonly answers: {
    readonly participationEntries: readonly {
      readonly id: string;
      readonly entry: number;
      readonly kind: string;
    }[];
  };
}
type ChildPage = z.infer<typeof childPage.answer>;
interface Problems {
  readonly problems: readonly {
    readonly id: string;
    readonly ruleId?: string;
    readonly pointer?: string;
  }[];
}

let world: ReceivedWorld;
let jonatan: TestUser;
let elmer: Known;
let draft: string;
let guardians: readonly string[];
const document = randomUUID();

beforeAll(async () => {
  world = await openReceivedWorld();
  jonatan = await world.user("jonatan");
  elmer = world.of("Elmer");
  const page = await jonatan.get<ChildPage>(`/api/v1/akt/${elmer.akt}`);
  guardians = page.body.parties
    .filter(({ kind }) => kind === "guardian")
    .map(({ person }) => person);
  const [first = ""] = guardians;
  const hidden = { ...answers, hiddenFrom: [first] };
  const taken = await world.take(jonatan, [elmer], pdfOf(3), hidden);
  if (taken.status !== 200) throw new Error(taken.problems.join());
}, DEMO_TIMEOUT);
afterAll(() => world.app.close());

function sourcesFor(user: TestUser, { akt, matter }: Known = elmer) {
  return user.get<Sources>(`/api/v1/akt/${akt}/matter/${matter}/sources`);
}

/** Saves fields of the draft of the basis, one a path. */
async function write(values: Readonly<Record<string, unknown>>, base = 0): Promise<void> {
  const changes = Object.entries(values).map(([path, value]) => ({
    path,
    base,
    value,
    changeId: randomUUID(),
  }));
  const saved = await jonatan.post("/api/v1/drafts/save-draft", { draft, changes });
  expect(saved.problems).toEqual([]);
}

/** Fixes the basis; reasons are given for what good practice asks. */
async function fix(reasons: Readonly<Record<string, string>> = {}) {
  const { akt, matter } = elmer;
  const body = { commandId: randomUUID(), akt, matter, ids: { document }, draft, reasons };
  return jonatan.post<Problems>("/api/v1/basis/fix-basis", body);
}

async function textFor(recipient: string): Promise<string> {
  const body = { akt: elmer.akt, what: "basis", item: document, recipient };
  const made = await jonatan.post<{ file: string }>("/api/v1/print/make-print", body);
  expect(made.problems).toEqual([]);
  const file = await jonatan.get(`/api/v1/files/${made.body.file}`);
  return bare(readPdf(file.response.rawPayload).pages.join(""));
}

describe("what the texts of a matter may cite", () => {
  it("is everything of its record, the child's words apart from the talk", async () => {
    const { body } = await sourcesFor(jonatan);
    expect(body.complete).toBe(true);
    const kinds = new Set(body.sources.map(({ kind }) => kind));
    for (const kind of ["talk", "words", "note", "report", "received"])
      expect(kinds).toContain(kind);
    const received = body.sources.find(({ kind }) => kind === "received");
    expect(received).toMatchObject({ pages: 3, limited: true, excerpt: answers.about, mark: null });
    expect(received?.part).not.toBeNull();
  });

  it("is told to those who may read the matter, and each look is logged", async () => {
    const ylva = await world.user("ylva");
    expect((await sourcesFor(ylva)).problems).toEqual(["matter.not-found"]);
    const elsewhere = { ...elmer, matter: randomUUID() };
    expect((await sourcesFor(jonatan, elsewhere)).problems).toEqual(["matter.not-found"]);
    const [seen] = await world.query<{ n: number }>(
      "select count(*)::int as n from access_log where action = 'sources.list-sources' and kind = 'view'",
    );
    expect(seen?.n).toBe(1);
  });
});

describe("earlier text", () => {
  it("comes from the plan that asks the same", async () => {
    const { akt, matter } = elmer;
    const found = await jonatan.get<Earlier>(
      `/api/v1/akt/${akt}/matter/${matter}/earlier/decision-basis`,
    );
    expect(found.body.versions.map((each) => each.document)).toEqual(["investigation-plan"]);
    expect(found.body.versions[0]?.answers["questions"]).toEqual(expect.any(Array));
  });
});

describe("a basis that cites and brings text over", () => {
  it("is stopped while brought text waits, and prints each copy with the sources its recipient may see", async () => {
    const opened = await jonatan.post<{ draft: string }>("/api/v1/drafts/open-draft", {
      draft: randomUUID(),
      document: "decision-basis",
      ...elmer,
    });
    ({ draft } = opened.body);
    const { sources } = (await sourcesFor(jonatan)).body;
    const received = sources.find(({ kind }) => kind === "received");
    const talk = sources.find(({ kind }) => kind === "talk");
    const [one, two, brought] = [randomUUID(), randomUUID(), randomUUID()];
    await write({
      childView: "Elmer vill bo kvar hemma.",
      bestInterests: "Frånvaron har ökat [7]. Elmer berättar själv om oron [4].",
      proposal: "Familjen får stöd hemma.",
      [`citations/${one}/order`]: "a1",
      [`citations/${one}/mark`]: 7,
      [`citations/${one}/kind`]: "received",
      [`citations/${one}/entry`]: received?.entry,
      [`citations/${one}/part`]: received?.part,
      [`citations/${one}/page`]: 9,
      [`citations/${two}/order`]: "a2",
      [`citations/${two}/mark`]: 4,
      [`citations/${two}/kind`]: "talk",
      [`citations/${two}/entry`]: talk?.entry,
      [`citations/${two}/on`]: talk?.on,
      [`carried/${brought}/order`]: "a1",
      [`carried/${brought}/field`]: "proposal",
      [`carried/${brought}/text`]: "Familjen får stöd hemma.",
      [`carried/${brought}/entry`]: talk?.entry,
    });
    const stopped = (await fix()).body.problems;
    expect(stopped.map(({ id, pointer }) => `${id} ${pointer ?? ""}`)).toEqual(
      expect.arrayContaining([
        "citation.no-such-page /content/citations/0/page",
        "carried.unconfirmed /content/proposal",
      ]),
    );
    await write({ [`citations/${one}/page`]: 2 }, 1);
    await write({ [`carried/${brought}/confirmed`]: true });
    const reasons = Object.fromEntries(
      stopped.flatMap(({ ruleId }) => (ruleId ? [[ruleId, "Skäl."]] : [])),
    );
    const fixed = await fix(reasons);
    expect(fixed.problems).toEqual([]);

    const [first = "", second = ""] = guardians;
    const internal = await textFor("internal");
    expect(internal).toContain(bare("Frånvaron har ökat [1]"));
    expect(internal).toContain(bare("om oron [2]"));
    expect(internal).toMatch(/inkommenhandlingfrån.*,24november2026,sida2/u);
    expect(await textFor(second)).toContain(bare("Frånvaron har ökat [1]"));
    const hidden = await textFor(first);
    expect(hidden).toContain(bare("Frånvaron har ökat. Elmer"));
    expect(hidden).toContain(bare("om oron [1]"));
    expect(hidden).not.toContain(bare("Inkommen handling"));
    expect(hidden).not.toContain("[2]");
  }, 60_000);
});

describe("how the child took part", () => {
  it("is fixed as the record tells it, and a later correction of a talk is shown as such", async () => {
    const { akt, matter } = elmer;
    const told = await jonatan.get<Told>(`/api/v1/akt/${akt}/matter/${matter}/occasions`);
    const items = told.body.answers.participationEntries;
    expect(items.map(({ kind }) => kind)).toEqual(["talk", "act"]);
    const [talk] = items;
    // What a client writes there itself counts for nothing.
    await write({ [`participationEntries/${randomUUID()}/kind`]: "talk" });
    await write({ proposal: "Familjen får stöd hemma, en gång i veckan." }, 1);
    const problems = (await fix()).body.problems ?? [];
    const reasons = Object.fromEntries(
      problems.flatMap(({ ruleId }) => (ruleId ? [[ruleId, "Skäl."]] : [])),
    );
    expect((await fix(reasons)).problems).toEqual([]);
    const [first = "", second = ""] = guardians;
    const body = { commandId: randomUUID(), akt, matter };
    const data = {
      entry: talk?.entry,
      correctionReason: "Fadern får inte veta.",
      hiddenFrom: [first],
    };
    expect(
      (await jonatan.post("/api/v1/record/correct-entry", { ...body, data })).problems,
    ).toEqual([]);

    const internal = await textFor("internal");
    expect(internal).toContain(bare("tillfälle för tillfälle"));
    expect(internal).toMatch(/samtalellerbesök,elmergranvik,[^–]*rättad\d+november2026/u);
    expect(internal).toContain(bare("samtalet hölls inom utredningen"));
    expect(await textFor(second)).toContain(bare("– Samtal eller besök, Elmer"));
    expect(await textFor(second)).not.toContain(bare("samtalet hölls inom utredningen"));
    expect(await textFor(first)).not.toContain(bare("– Samtal eller besök, Elmer"));

    const story = await jonatan.get<Story>(`/api/v1/akt/${akt}/chronology?kind=basis.fixed`);
    const entry = await jonatan.get<Entry>(
      `/api/v1/akt/${akt}/chronology/${story.body.lines[0]?.seq}`,
    );
    expect(entry.body.content?.["participationEntries"]).toEqual(items);
    expect(entry.body.occasions).toMatchObject([{ item: talk?.id, mark: { kind: "corrected" } }]);
  }, 60_000);
});
