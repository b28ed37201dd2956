import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { readIndicator, readOverview } from "../../contract/followup/indicators.ts";
import type { listReports, readReport } from "../../contract/followup/report.ts";
import { withClient } from "../../store/postgres/connection.ts";
import {
  DEMO_TIMEOUT,
  makeTestDemo,
  openTestApp,
  signIn,
  type TestApp,
  type TestUser,
} from "../testing/test-app.ts";

let app: TestApp;
let tenant: number;
let carina: TestUser;
let jonatan: TestUser;

beforeAll(async () => {
  app = await openTestApp({ withDemo: true });
  const demo = await makeTestDemo(app);
  tenant = demo.tenant;
  carina = await signIn(app, demo, "carina");
  jonatan = await signIn(app, demo, "jonatan");
}, DEMO_TIMEOUT);

afterAll(() => app.close());

type Overview = z.infer<typeof readOverview.answer>;
type Indicator = z.infer<typeof readIndicator.answer>;
type Report = z.infer<typeof readReport.answer>;
const root = "/api/v1/followup";

describe("the first page of follow-up", () => {
  it("answers what is asked first, of a period and a unit", async () => {
    const { body } = await carina.get<Overview>(`${root}/overview`);
    expect(body.sections.map(({ id }) => id)).toEqual([
      "participation",
      "clocks",
      "measures",
      "goals",
      "back",
      "cooperation",
    ]);
    const answers = body.sections.flatMap(({ indicators }) => indicators);
    expect(answers.filter(({ n, apart }) => n + apart > 0).length).toBeGreaterThan(8);
    const clock = answers.find(({ id }) => id === "investigation-four-months");
    expect(clock?.law?.section).toMatch(/^20 kap\. 3 §/u);
    const [unit] = body.units;
    const before = await carina.get<Overview>(
      `${root}/overview?to=2001-01-01&unit=${unit?.id ?? ""}`,
    );
    const none = before.body.sections.flatMap(({ indicators }) => indicators);
    expect(none.map(({ n }) => n)).toEqual(answers.map(() => 0));
  });

  it("divides an indicator by unit, named", async () => {
    const { body } = await carina.get<Indicator>(`${root}/indicator/known-before?by=unit`);
    const units = (await carina.get<Overview>(`${root}/overview`)).body.units;
    const parts = body.parts.filter(({ missing }) => !missing);
    expect(parts.length).toBeGreaterThan(0);
    expect(units.map(({ name }) => name)).toEqual(
      expect.arrayContaining(parts.map(({ label }) => label.sv)),
    );
  });

  it("is not for everybody, and refuses what there is not", async () => {
    expect((await jonatan.get(`${root}/overview`)).status).toBe(403);
    expect((await jonatan.get(`${root}/report/board`)).status).toBe(403);
    expect((await carina.get(`${root}/indicator/no-such`)).status).toBe(404);
    expect((await carina.get(`${root}/report/no-such`)).problems).toEqual([
      "followup.unknown-report",
    ]);
    expect((await carina.get(`${root}/overview?from=2025-02-30`)).problems).toEqual([
      "followup.period",
    ]);
    expect((await carina.get(`${root}/indicator/known-before?by=BAK-11`)).problems).toEqual([
      "followup.unknown-variable",
    ]);
  });
});

describe("a ready report", () => {
  it("holds no small number, and the one for the board can be read in ten minutes", async () => {
    const { body } = await carina.get<z.infer<typeof listReports.answer>>(`${root}/reports`);
    expect(body.reports.map(({ id }) => id)).toEqual(["activity", "board", "client-group"]);
    for (const { id } of body.reports) {
      const { body: report } = await carina.get<Report>(`${root}/report/${id}`);
      const items = report.sections.flatMap((section) => section.items);
      expect(items.length).toBeGreaterThan(10);
      const told = items.flatMap(({ n, missing, rows }) => [
        n,
        missing,
        ...rows.map((row) => row.n),
      ]);
      expect(told.filter((n) => n !== null && n > 0 && n < report.least)).toEqual([]);
      if (report.spoken) expect(report.words).toBeLessThan(1200);
    }
  });

  it("is a file as well, named by its day", { timeout: 120_000 }, async () => {
    const { response } = await carina.get(`${root}/report/board/report.pdf`);
    expect(response.headers["content-type"]).toBe("application/pdf");
    expect(response.headers["content-disposition"]).toContain("rapport-board-2026-11-25.pdf");
    expect(response.rawPayload.subarray(0, 5).toString()).toBe("%PDF-");
  });

  it(
    "keeps what it told when it leaves, and tells the same while only a few have changed",
    { timeout: 120_000 },
    async () => {
      const period = "?from=2026-01-01";
      const sentencesOf = async () => {
        const { body } = await carina.get<Report>(`${root}/report/board${period}`);
        return body.sections.flatMap(({ items }) => items.map(({ sentence }) => sentence.sv));
      };
      const kept = () => run("select answer from followup_release");
      const [before, seen] = [(await kept()).length, await sentencesOf()];
      expect((await kept()).length).toBe(before);
      expect((await carina.get(`${root}/report/board/report.pdf${period}`)).status).toBe(200);
      const left = (await kept()).length;
      expect(left).toBeGreaterThan(before);
      expect((await carina.get(`${root}/report/board/report.pdf${period}`)).status).toBe(200);
      expect((await kept()).length).toBe(left);
      expect(await sentencesOf()).toEqual(seen);
      await run("delete from followup.utr where row_key = (select max(row_key) from followup.utr)");
      const after = await sentencesOf();
      const held = after.filter((text) => text.includes("som de lämnades den 2026-11-25"));
      expect(held.length).toBeGreaterThan(0);
      for (const [at, text] of after.entries()) {
        if (held.includes(text)) expect(text.startsWith(seen[at] ?? "-")).toBe(true);
      }
    },
  );

  it(
    "tells nothing of the few between a period and a longer one",
    { timeout: 120_000 },
    async () => {
      const [longer, shorter] = ["?from=2026-02-01", "?from=2026-02-01&to=2026-11-12"];
      expect((await carina.get(`${root}/report/activity/report.pdf${longer}`)).status).toBe(200);
      const itemsOf = async (period: string) => {
        const { body } = await carina.get<Report>(`${root}/report/activity${period}`);
        const items = body.sections.flatMap((section) => section.items);
        return new Map(items.map((item) => [item.id, item]));
      };
      const [long, short] = [await itemsOf(longer), await itemsOf(shorter)];
      let few = 0;
      for (const [id, { n }] of short) {
        const before = long.get(id)?.n;
        if (typeof before === "number" && n !== null) {
          expect({ id, few: before > n && before - n < 5 }).toEqual({ id, few: false });
        }
        if (few > 0) continue;
        const exact = await carina.get<Indicator>(`${root}/indicator/${id}${shorter}`);
        const between = (before ?? 0) - (exact.status === 200 ? exact.body.n : 0);
        if (between > 0 && between < 5 && exact.body.n >= 5) few += 1;
      }
      // Without such indicators nothing would be shown by this.
      expect(few).toBeGreaterThan(0);
    },
  );
});

const run = (sql: string): Promise<unknown[]> =>
  withClient(app.connection, async (client) => {
    await client.query(`set app.tenant = '${tenant}'`);
    return (await client.query<object>(sql)).rows;
  });
