import { randomUUID } from "node:crypto";
import type { Socket } from "node:net";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { z } from "zod";
import type { childPage } from "../../contract/views/child-page.ts";
import type { unitClocks } from "../../contract/views/unit-clocks.ts";
import {
  DEMO_TIMEOUT,
  makeTestDemo,
  openTestApp,
  signIn,
  type TestApp,
  type TestUser,
} from "../testing/test-app.ts";

let app: TestApp;
let jonatan: TestUser;
let carina: TestUser;
const draft = randomUUID();
const item = randomUUID();
let akt: string;
let matter: string | undefined;

beforeAll(async () => {
  app = await openTestApp({ withDemo: true });
  const demo = await makeTestDemo(app);
  jonatan = await signIn(app, demo, "jonatan");
  carina = await signIn(app, demo, "carina");
  const unit = await carina.get<z.infer<typeof unitClocks.answer>>("/api/v1/unit");
  akt = unit.body.matters.find(({ child }) => child.name.startsWith("Elmer"))?.akt ?? "";
  const page = await jonatan.get<z.infer<typeof childPage.answer>>(`/api/v1/akt/${akt}`);
  matter = page.body.matters[0]?.matter;
}, DEMO_TIMEOUT);
afterAll(() => app.close());

/** Requests, each with another way through the database. */
const requests: Readonly<Record<string, () => Promise<{ readonly status: number }>>> = {
  "a command": () =>
    jonatan.post("/api/v1/notes/sign-note", {
      commandId: randomUUID(),
      akt,
      matter,
      data: { text: "Elmer ringde själv." },
    }),
  "a draft being opened": () =>
    jonatan.post("/api/v1/drafts/open-draft", { draft, document: "note", item, akt, matter }),
  "a save": () => {
    const change = { path: "text", base: 0, value: "Elmer", changeId: randomUUID() };
    return jonatan.post("/api/v1/drafts/save-draft", { draft, changes: [change] });
  },
  "the day": () => jonatan.get("/api/v1/my-day"),
  "the child": () => jonatan.get(`/api/v1/akt/${akt}`),
  "a search": () => jonatan.post("/api/v1/persons/search-persons", { q: "Elmer" }),
  "the catalogue": () => carina.get("/api/v1/followup/catalogue"),
  "a table": () => carina.post("/api/v1/followup/make-table", { rows: "AKT-01" }),
  "the unit": () => carina.get("/api/v1/unit"),
};

/** Every promise of a request fails at once then; one that nobody waited for would end the whole program. */
it.for(Object.keys(requests))(
  "a database that dies as %s reaches it costs that request and nothing else",
  async (name) => {
    const pools = [app.pools.app, app.pools.followup];
    const cut = (client: PoolClient): void => void socketOf(client).destroy();
    for (const pool of pools) pool.on("acquire", cut);
    const unheard: unknown[] = [];
    const others = process.listeners("unhandledRejection");
    process.removeAllListeners("unhandledRejection");
    process.on("unhandledRejection", (reason) => void unheard.push(reason));
    try {
      const broken = await requests[name]?.();
      expect(broken).toMatchObject({ status: 503, problems: ["request.database-away"] });
      for (const pool of pools) pool.off("acquire", cut);
      const again = await requests[name]?.();
      expect(again?.status).toBe(200);
      expect(unheard).toEqual([]);
    } finally {
      for (const pool of pools) pool.off("acquire", cut);
      process.removeAllListeners("unhandledRejection");
      for (const each of others) process.on("unhandledRejection", each);
    }
  },
);

function socketOf(client: PoolClient): Socket {
  return (client as unknown as { connection: { stream: Socket } }).connection.stream;
}
