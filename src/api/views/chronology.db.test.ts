import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { chronology, chronologyShape } from "../../contract/views/chronology.ts";
import type { findText } from "../../contract/views/find-text.ts";
import type { unitClocks } from "../../contract/views/unit-clocks.ts";
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

type Story = z.infer<typeof chronology.answer>;
type Found = z.infer<typeof findText.answer>;
type Shape = z.infer<typeof chronologyShape.answer>;

let app: TestApp;
let demo: TestDemo;
let jonatan: TestUser;
let path: string;
let elmer: z.infer<typeof unitClocks.answer>["matters"][number] | undefined;

beforeAll(async () => {
  app = await openTestApp({ withDemo: true });
  demo = await makeTestDemo(app);
  const carina = await signIn(app, demo, "carina");
  jonatan = await signIn(app, demo, "jonatan");
  const unit = await carina.get<z.infer<typeof unitClocks.answer>>("/api/v1/unit");
  elmer = unit.body.matters.find(({ child }) => child.name.startsWith("Elmer"));
  path = `/api/v1/akt/${elmer?.akt}/chronology`;
}, DEMO_TIMEOUT);
afterAll(() => app.close());

async function lines(query = ""): Promise<Story["lines"]> {
  const answer = await jonatan.get<Story>(`${path}${query}`);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body.lines;
}

describe("the story of a child", () => {
  it("is narrowed to a kind, and says where each line comes from", async () => {
    const all = await lines();
    const contacts = await lines("?kind=contacts");
    expect(contacts.length).toBeGreaterThan(3);
    expect(contacts.length).toBeLessThan(all.length);
    expect(contacts.filter(({ type }) => type === "note.signed")).toEqual([]);
    const talk = contacts.find(({ type }) => type === "talk.signed");
    expect(talk?.source).toMatchObject({ id: "talk" });
    expect(talk?.source.sv.length).toBeGreaterThan(3);
    expect(await lines("?kind=nothing-of-the-kind")).toEqual([]);
  });

  it("is narrowed to a period and to a matter, by days that both count", async () => {
    const all = await lines();
    const on = all.at(-2)?.on ?? "";
    expect(await lines(`?to=${on}`)).toEqual(all.filter((line) => line.on <= on));
    const since = await lines(`?from=${on}&to=2026-12-31`);
    expect(since).toEqual(all.filter((line) => line.on >= on));
    expect(await lines("?from=2026-10-02&to=2026-10-01")).toEqual([]);
    const { matter } = all.find((line) => line.matter !== null) ?? {};
    expect(await lines(`?matter=${matter}`)).toEqual(all.filter((line) => line.matter === matter));
  });

  it("goes on after any line, by its day and number", async () => {
    const all = await lines();
    const [, second] = all;
    expect(await lines(`?cursor=${second?.on}.${second?.seq}`)).toEqual(all.slice(2));
    // A place after the last day that is wanted begins at that day.
    const on = all.at(-1)?.on ?? "";
    expect(await lines(`?cursor=2026-12-30.7&to=${on}`)).toEqual(
      all.filter((line) => line.on <= on),
    );
  });

  it("tells its years and how many lines each has", async () => {
    const shape = await jonatan.get<Shape>(`${path}-shape`);
    expect(shape.status).toBe(200);
    const all = await lines();
    expect(shape.body.years.reduce((sum, each) => sum + each.lines, 0)).toBe(all.length);
    for (const { from, to, months } of shape.body.quiet) {
      expect(months).toBeGreaterThanOrEqual(3);
      expect(to === null || from < to).toBe(true);
    }
  });

  it("has extracts of what was written, and is nothing where there is no akt", async () => {
    const own = await lines("?kind=contacts");
    expect(own.some(({ excerpt }) => excerpt !== null)).toBe(true);
    const nobody = await jonatan.get(`${path.replace(/[0-9a-f]{12}\//u, "000000000000/")}`);
    expect([nobody.status, ...nobody.problems]).toEqual([404, "akt.not-found"]);
  });

  it.each([
    "from=2026-02-30",
    "to=2026-13-01",
    "cursor=2026-02-30.4",
    "cursor=4",
    "kind=" + "x".repeat(61),
  ])("refuses %s", async (query) => {
    const answer = await jonatan.get(`${path}?${query}`);
    expect([answer.status, ...answer.problems]).toEqual([400, "request.shape"]);
  });
});

describe("words sought in one akt", () => {
  async function find(text: string, user = jonatan): Promise<Found["hits"]> {
    const found = await user.post<Found>("/api/v1/views/find-text", { akt: elmer?.akt, text });
    expect(found.problems).toEqual([]);
    return found.body.hits;
  }

  it("are found as sentences with source, question and day, in any case and order", async () => {
    const text = 'Inget.\nZebran stod i "köket" hela dagen! Slut.';
    const { akt, matter } = elmer ?? {};
    const note = { commandId: randomUUID(), akt, matter, data: { text } };
    expect((await jonatan.post("/api/v1/notes/sign-note", note)).problems).toEqual([]);
    const [hit, ...others] = await find('"KÖKET"  zebra');
    expect(others).toEqual([]);
    expect(hit).toMatchObject({
      on: "2026-11-25",
      source: { id: "note" },
      field: { id: "text" },
      sentence: 'Zebran stod i "köket" hela dagen!',
      mark: null,
    });
    expect(await find("zebra giraff")).toEqual([]);
    // Neither ids nor the names of fields and codes are words that somebody wrote.
    expect(await find("occurredAt")).toEqual([]);
    expect(await find("note")).toEqual([]);
  });

  it("are not found where they may not be read: of a shielded reporter, and by others", async () => {
    const ylva = await signIn(app, demo, "ylva");
    const received = await ylva.post("/api/v1/intake/receive-report", {
      commandId: randomUUID(),
      data: {
        kind: "report",
        arrivedAt: "2026-11-25T08:00",
        channel: "letter",
        parts: [{ id: randomUUID(), audience: "common", text: "Grannen hörde giraffljud." }],
        reporterKind: "neighbour-private",
        reporterClass: "private",
        reporterName: "Zettervall",
        reporterShielded: true,
        shieldBasis: "Rädd för hot.",
        reasons: ["conflict"],
        violence: ["none"],
      },
      children: [{ person: elmer?.child.person, report: randomUUID(), matter: randomUUID() }],
      reasons: { "A-01": "x", "A-06": "x" },
    });
    expect(received.problems).toEqual([]);
    const per = await signIn(app, demo, "per");
    expect(await find("giraffljud", per)).toHaveLength(1);
    expect(await find("zettervall", per)).toEqual([]);
    // Whoever has the matter reads it in the entry too.
    expect(await find("zettervall")).toHaveLength(1);
    const admin = await signIn(app, demo, "admin");
    const refused = await admin.post("/api/v1/views/find-text", { akt: elmer?.akt, text: "zebra" });
    expect(refused.status).toBe(403);
  });

  it("are logged as read, without what was sought", async () => {
    const { rows } = await inTenant(app.pools.app, demo.tenant, async (tx) => ({
      rows: await tx.rows<{ row: string }>({
        text: "select to_jsonb(a)::text as row from access_log a where action = 'views.find-text'",
      }),
    }));
    expect(rows.length).toBeGreaterThan(3);
    const told = [...rows.map(({ row }) => row), ...app.lines].join("\n").toLowerCase();
    expect(told).not.toMatch(/zebra|giraff|zettervall/u);
  });

  it.each([
    ["", "request.shape"],
    [" ", "request.shape"],
    ["x", "request.shape"],
    ["x".repeat(101), "request.too-long"],
  ])("refuses %j", async (text, id) => {
    const answer = await jonatan.post("/api/v1/views/find-text", { akt: elmer?.akt, text });
    expect([answer.status, ...answer.problems]).toEqual([400, id]);
  });
});
