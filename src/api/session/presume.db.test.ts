import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { IDLE_MS } from "../../access/sessions.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { executeUnit } from "../../store/commands/execute-unit.ts";
import { valueOf } from "../../store/testing/cluster.ts";
import {
  DEMO_TIMEOUT,
  makeTestDemo,
  openTestApp,
  signIn,
  TestUser,
  type TestApp,
  type TestDemo,
} from "../testing/test-app.ts";

// A handler that confirms its context takes who asks from memory; what is true now must decide all the same.
let app: TestApp;
let demo: TestDemo;

beforeAll(async () => {
  app = await openTestApp({ withDemo: true });
  demo = await makeTestDemo(app);
}, DEMO_TIMEOUT);
afterAll(() => app.close());

const DAY = "/api/v1/my-day";

async function rowsOf(action: string): Promise<number> {
  const text = "select count(*)::int as count from access_log where tenant = $1 and action = $2";
  const [row] = await inTenant(app.pools.app, demo.tenant, (tx) =>
    tx.rows<{ count: number }>({ text }, [tx.tenant, action]),
  );
  return row?.count ?? 0;
}

function endEverySession(): Promise<number> {
  const text = "delete from session where tenant = $1";
  return inTenant(app.pools.app, demo.tenant, (tx) => tx.run({ text }, [tx.tenant]));
}

describe("somebody who was known a moment ago", () => {
  it("is answered, with one row of the access log each time", async () => {
    const ylva = await signIn(app, demo, "ylva");
    const before = await rowsOf("views.my-day");
    const answers = await Promise.all([1, 2, 3].map(() => ylva.get(DAY)));
    expect([...answers, await ylva.get(DAY)].map(({ status }) => status)).toEqual([
      200, 200, 200, 200,
    ]);
    expect(await rowsOf("views.my-day")).toBe(before + 4);
  });

  it.each([
    ["ended", (ylva: TestUser) => ylva.post("/api/v1/session/sign-out", {})],
    ["been taken away", () => endEverySession()],
    ["run out", async () => app.move(IDLE_MS)],
  ])("is nobody once the session has %s", async (_, end) => {
    const ylva = await signIn(app, demo, "ylva");
    const stays = new TestUser(app, ylva.cookie);
    expect((await stays.get(DAY)).status).toBe(200);
    const before = await rowsOf("views.my-day");
    await end(ylva);
    expect((await stays.get(DAY)).status).toBe(401);
    const ids = { document: app.store.ids.next() };
    const command = { commandId: app.store.ids.next(), akt: app.store.ids.next(), ids };
    expect((await stays.post("/api/v1/basis/sign-basis", command)).status).toBe(401);
    expect(await rowsOf("views.my-day")).toBe(before);
  });

  it("may do what the role of now allows, not that of before", async () => {
    const gunnel = await signIn(app, demo, "gunnel");
    expect((await gunnel.get<{ unassigned: number }>(DAY)).status).toBe(200);
    const members = app.store.organisations.get(demo.tenant)?.state.staff ?? [];
    const member = members.find(({ name }) => name.startsWith("Gunnel"));
    const admin = members.find(({ role }) => role === "user-administrator");
    if (member === undefined || admin === undefined) throw new Error("Gunnel does not work here");
    const { staff, name } = member;
    const commandId = app.store.ids.next();
    valueOf(
      await executeUnit(app.store, {
        tenant: demo.tenant,
        actor: admin.staff,
        commandId,
        access: { staff: admin.staff, action: "test", purpose: "administration", persons: [] },
        command: {
          type: "staff.change",
          ids: { staff },
          data: { name, role: "provider", qualified: false },
        },
      }),
    );
    expect((await gunnel.get(DAY)).status).toBe(403);
  });
});
