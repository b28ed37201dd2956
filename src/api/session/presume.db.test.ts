import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inTenant } from "../../store/in-tenant.ts";
import { executeUnit } from "../../store/commands/execute-unit.ts";
import { valueOf } from "../../store/testing/cluster.ts";
import {
  DEMO_TIMEOUT,
  makeTestDemo,
  openTestApp,
  signIn,
  type TestApp,
  type TestDemo,
} from "../testing/test-app.ts";

// A handler that confirms its context takes who asks from memory; what is true now must decide all the same.
let app: TestApp;
let demo: TestDemo;

beforeAll(async () => {
  app = await openTestApp();
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

async function run(sql: string, values: readonly unknown[] = []): Promise<void> {
  await inTenant(app.pools.app, demo.tenant, (tx) => tx.run({ text: sql }, [tx.tenant, ...values]));
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

  it("is nobody once the session has ended, been taken away or the account been closed", async () => {
    const ends: readonly ((username: string) => Promise<unknown>)[] = [
      async () => run("delete from session where tenant = $1"),
      async () => run("update session set ends_at = opened_at where tenant = $1"),
      async (username) =>
        run("update account set closed_at = made_at where tenant = $1 and username = $2", [
          username,
        ]),
    ];
    for (const end of ends) {
      const ylva = await signIn(app, demo, "ylva");
      expect((await ylva.get(DAY)).status).toBe(200);
      const before = await rowsOf("views.my-day");
      await end("ylva");
      expect((await ylva.get(DAY)).status).toBe(401);
      const command = { commandId: app.store.ids.next(), akt: app.store.ids.next() };
      const written = await ylva.post("/api/v1/basis/sign-basis", command);
      expect(written.status).toBe(401);
      expect(await rowsOf("views.my-day")).toBe(before);
      await run("update account set closed_at = null where tenant = $1");
    }
  });

  it("may do what the role of now allows, not that of before", async () => {
    const gunnel = await signIn(app, demo, "gunnel");
    expect((await gunnel.get<{ unassigned: number }>(DAY)).status).toBe(200);
    const members = app.store.organisations.get(demo.tenant)?.state.staff ?? [];
    const member = members.find(({ name }) => name.startsWith("Gunnel"));
    if (member === undefined) throw new Error("Gunnel does not work here");
    const { staff, name } = member;
    const commandId = app.store.ids.next();
    valueOf(
      await executeUnit(app.store, {
        tenant: demo.tenant,
        actor: staff,
        commandId,
        access: { staff, action: "test", purpose: "administration", persons: [] },
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
