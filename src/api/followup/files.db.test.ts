import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { makeExtract } from "../../contract/followup/download-extract.ts";
import { readWorkbook } from "../../exchange/workbook/read-workbook.ts";
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

let app: TestApp;
let demo: TestDemo;
let carina: TestUser;

beforeAll(async () => {
  app = await openTestApp({ withDemo: true });
  demo = await makeTestDemo(app);
  carina = await signIn(app, demo, "carina");
}, DEMO_TIMEOUT);

afterAll(() => app.close());

type Made = z.infer<typeof makeExtract.answer>;

const statedPurpose = "Uppföljning av barns delaktighet i utredningar";
// A code, a number, days, a set and a value each guardian has.
const definition = {
  grain: "utr",
  variables: ["BAK-01", "BAK-02", "UTR-02.opened", "UTR-01", "UTR-11", "UTR-08"],
};

function make(user: TestUser, changes: object = {}, purpose = statedPurpose) {
  const body = { definition: { ...definition, ...changes }, statedPurpose: purpose };
  return user.post<Made>("/api/v1/followup/make-extract", body);
}

async function fileOf(extract: string, kind: string) {
  const answer = await carina.get(`/api/v1/followup/extract/${extract}/file?kind=${kind}`);
  return { ...answer, bytes: answer.response.rawPayload };
}

/** Rows of follow-up as the database has them. */
function rowsOf<T extends object>(text: string) {
  return inTenant(app.pools.app, demo.tenant, (tx) => tx.rows<T>({ text }));
}

describe("an extract", () => {
  it("has a row for each investigation, the same bytes each time and no key of any row", async () => {
    const made = await make(carina);
    expect(made.status).toBe(200);
    const { extract, rows } = made.body;
    const kept = await rowsOf<{ row_key: number }>("select row_key from followup.utr");
    expect(kept.length).toBeGreaterThan(3);
    expect(rows).toBe(kept.length);
    for (const kind of ["csv", "xlsx", "sav"]) {
      const [first, second] = [await fileOf(extract, kind), await fileOf(extract, kind)];
      expect([kind, first.status]).toEqual([kind, 200]);
      expect(first.response.headers["content-disposition"]).toMatch(/^attachment; .*uttag-utr-/u);
      expect(first.bytes.equals(second.bytes)).toBe(true);
    }
    const sheet = await readRows((await fileOf(extract, "xlsx")).bytes);
    expect(sheet.slice(1).map(([row]) => row)).toEqual(kept.map((_, at) => at + 1));
    expect(sheet[0]?.[1]).toMatch(/^BAK-01 /u);
    expect(sheet[0]?.[2]).toMatch(/^BAK-02\.band /u);
    const text = JSON.stringify(sheet);
    for (const { row_key } of kept) expect(text).not.toContain(String(row_key));
  });

  it("numbers the rows in an order of its own", async () => {
    const orders = [];
    for (let n = 0; n < 4; n += 1) {
      const made = await make(carina, { variables: ["UTR-02.opened", "BAK-02", "BAK-01"] });
      const [, ...rows] = await readRows((await fileOf(made.body.extract, "xlsx")).bytes);
      orders.push(JSON.stringify(rows.map(([, ...cells]) => cells)));
    }
    expect(new Set(orders).size).toBeGreaterThan(1);
  });

  it("is refused when its rows have changed, and gives nothing out", async () => {
    const { extract } = (await make(carina)).body;
    await rowsOf("update followup.utr set bak_01 = case bak_01 when 1 then 2 else 1 end");
    const answer = await fileOf(extract, "csv");
    await rowsOf("update followup.utr set bak_01 = case bak_01 when 1 then 2 else 1 end");
    expect(answer.problems).toEqual(["followup.extract-changed"]);
  });

  it("is of the period asked for", async () => {
    const { body } = await make(carina, { from: "1999-01-01", to: "1999-12-31" });
    expect(body.rows).toBe(0);
    expect((await fileOf(body.extract, "csv")).status).toBe(200);
  });

  it.each([
    [{ variables: ["BAK-11"] }, "followup.not-selectable"],
    [{ variables: ["UTR-99"] }, "followup.unknown-variable"],
    [{ variables: ["AKT-13"] }, "followup.different-grain"],
    [{ from: "2026-02-30" }, "followup.period"],
    [{ from: "2026-03-02", to: "2026-03-01" }, "followup.period"],
    [{ filters: [{ variable: "BAK-11", in: ["none"] }] }, "followup.not-selectable"],
    [{ filters: [{ variable: "BAK-02", in: ["7"] }] }, "followup.only-in-groups"],
    [{ variables: ["BAK-04"] }, "followup.only-in-groups"],
    [{ variables: ["constructor"] }, "followup.unknown-variable"],
  ])("is refused for %j", async (changes, problem) => {
    const { status, problems } = await make(carina, changes);
    expect([status, problems]).toEqual([422, [problem]]);
  });

  it("needs a purpose in words, the permission, and to be there", async () => {
    expect((await make(carina, {}, "  kort     ")).status).toBe(400);
    const jonatan = await signIn(app, demo, "jonatan");
    expect((await make(jonatan)).problems).toEqual(["access.role"]);
    const unknown = await fileOf("01978f00-0000-7000-8000-000000000001", "csv");
    expect(unknown.problems).toEqual(["followup.unknown-extract"]);
  });

  it("is kept with its purpose, and each time it is taken is logged", async () => {
    const { extract } = (await make(carina)).body;
    await fileOf(extract, "sav");
    const [kept] = await rowsOf<{ stated_purpose: string }>(
      `select stated_purpose from followup_extract where extract = '${extract}'`,
    );
    expect(kept).toEqual({ stated_purpose: statedPurpose });
    const logged = await rowsOf<{ action: string }>(
      "select action from access_log order by no desc limit 2",
    );
    expect(logged.map(({ action }) => action).toSorted()).toEqual([
      "followup.download-extract",
      "followup.make-extract",
    ]);
  });
});

describe("other files", () => {
  it("a table that has left is the same file each time, without small numbers", async () => {
    const released = await carina.post<{ readonly release: string }>(
      "/api/v1/followup/release-table",
      { rows: "AKT-03" },
    );
    const path = `/api/v1/followup/table-file?kind=xlsx&release=${released.body.release}`;
    const [first, again] = [await carina.get(path), await carina.get(path)];
    expect(first.status).toBe(200);
    expect(again.response.rawPayload.equals(first.response.rawPayload)).toBe(true);
    const [, ...rows] = await readRows(first.response.rawPayload);
    const counts = rows.map(([, , count]) => count);
    expect(counts).toContain("visas inte");
    expect(counts.filter((n) => typeof n === "number" && n > 0 && n < 5)).toEqual([]);
    const exact = await carina.get(
      `/api/v1/followup/table-file?query=${encodeURIComponent('{"rows":"AKT-03"}')}`,
    );
    expect([exact.status, ...exact.problems]).toEqual([400, "request.shape"]);
    const none = path.replace(/release=.*/u, "release=01978f00-0000-7000-8000-000000000001");
    expect((await carina.get(none)).problems).toEqual(["followup.no-release"]);
  });

  it.each(["csv", "xlsx", "sav"])("the codebook comes as %s", async (kind) => {
    const codebook = await carina.get(`/api/v1/followup/codebook?kind=${kind}`);
    expect(codebook.status).toBe(200);
    const again = await carina.get(`/api/v1/followup/codebook?kind=${kind}`);
    expect(again.response.rawPayload.equals(codebook.response.rawPayload)).toBe(true);
  });
});

async function readRows(bytes: Buffer): Promise<readonly (readonly unknown[])[]> {
  const read = await readWorkbook(bytes, "uttag.xlsx");
  return read.ok ? (read.value[0]?.rows ?? []) : [];
}
