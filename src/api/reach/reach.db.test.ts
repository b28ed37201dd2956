import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AnswerOf } from "../http/handler.ts";
import type { listOpened, readReach } from "../../contract/reach/reach-routes.ts";
import type { listStaff } from "../../contract/spec/list-staff.ts";
import type { searchPersons } from "../../contract/persons/search-persons.ts";
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
let signe: { readonly akt: string; readonly matter: string };
const users = new Map<string, TestUser>();
const staff = new Map<string, string>();

/** Signe is protected, Mira works with her, Carina leads the unit; Lena sits on the board, Ivar inspects. */
beforeAll(async () => {
  app = await openTestApp({ withDemo: true });
  demo = await makeTestDemo(app);
  for (const name of ["mira", "carina", "gunnel", "lena", "ivar", "per"]) {
    users.set(name, await signIn(app, demo, name));
  }
  const [row] = await inTenant(app.pools.app, demo.tenant, (tx) =>
    tx.rows<typeof signe>({
      text: `select m.akt, m.matter from matter m join person p using (tenant, person)
             where p.given_name = 'Signe' and m.closed_on is null`,
    }),
  );
  if (row === undefined) throw new Error("Signe has no matter");
  signe = row;
  const { body } = await user("mira").get<AnswerOf<typeof listStaff>>("/api/v1/staff");
  for (const { id, name } of body.staff) staff.set(name.split(" ")[0] ?? "", id);
}, DEMO_TIMEOUT);
afterAll(() => app.close());

function user(name: string): TestUser {
  const found = users.get(name);
  if (found === undefined) throw new Error(`nobody is called ${name}`);
  return found;
}

async function give(who: string, verb: string, ids: object, data: object = {}): Promise<string> {
  const body = { commandId: randomUUID(), ...signe, ids, data };
  const done = await user(who).post(`/api/v1/reach/${verb}`, body);
  return done.problems[0] ?? `${done.status}`;
}

async function reads(who: string): Promise<string> {
  const answer = await user(who).get(`/api/v1/akt/${signe.akt}`);
  return answer.problems[0] ?? `${answer.status}`;
}

const until = { until: "2026-11-27", reachReason: "Inför sammanträdet." };
const neighbours = { conflictGround: "other-circumstance", reachReason: "Grannar." };

describe("a matter opened by name", () => {
  it("is read by that person, and by nobody else", async () => {
    const loan = { loan: randomUUID(), staff: staff.get("Lena") };
    expect(await reads("lena")).toBe("access.not-yours");
    expect(await give("mira", "lend-access", loan, until)).toBe("access.role");
    expect(await give("gunnel", "lend-access", loan, until)).toBe("access.not-yours");
    expect(await give("carina", "lend-access", loan, until)).toBe("200");
    expect([await reads("lena"), await reads("ivar")]).toEqual(["200", "access.not-yours"]);
    const opened = await user("lena").get<AnswerOf<typeof listOpened>>("/api/v1/opened-for-me");
    expect(opened.body.lines).toMatchObject([
      { matter: signe.matter, until: "2026-11-27", by: "Carina Torpvall" },
    ]);
    // Reading is all: what is open by name is neither written in nor printed.
    const note = { commandId: randomUUID(), ...signe, ids: {}, data: { text: "x" } };
    expect((await user("lena").post("/api/v1/notes/sign-note", note)).status).toBe(403);
  });

  it("is closed when it is taken back, in a session that stays", async () => {
    const loan = randomUUID();
    const ivar = { loan, staff: staff.get("Ivar") };
    expect(await give("carina", "lend-access", ivar, until)).toBe("200");
    expect(await reads("ivar")).toBe("200");
    expect(await give("carina", "end-loan", { loan })).toBe("200");
    expect(await reads("ivar")).toBe("access.not-yours");
  });
});

describe("a conflict of interest", () => {
  it("shuts out the worker and the manager at once, from lists and search too", async () => {
    const bar = randomUUID();
    const day = () => user("mira").get("/api/v1/my-day?scope=unit&show=all");
    expect((await day()).response.payload).toContain(signe.akt);
    expect(await give("per", "bar-access", { bar, staff: staff.get("Mira") }, neighbours)).toBe(
      "access.not-yours",
    );
    expect(await give("mira", "bar-access", { bar, staff: staff.get("Mira") }, neighbours)).toBe(
      "200",
    );
    expect(await reads("mira")).toBe("access.barred");
    expect((await day()).response.payload).not.toContain(signe.akt);
    const found = await user("mira").post<AnswerOf<typeof searchPersons>>(
      "/api/v1/persons/search-persons",
      {
        q: "Almroth",
      },
    );
    expect(found.body.hits).toEqual([]);
    const managed = { bar: randomUUID(), staff: staff.get("Carina") };
    expect(await give("carina", "bar-access", managed, neighbours)).toBe("200");
    expect(await reads("carina")).toBe("access.barred");
    expect(await give("carina", "lift-bar", { bar }, { reachReason: "Flyttat." })).toBe(
      "access.barred",
    );
  });

  it("tells whom to ask by the unit of the one who asks, and nothing of the child", async () => {
    const answer = await user("per").get(`/api/v1/akt/${signe.akt}`);
    expect(answer.problems).toEqual(["access.not-yours"]);
    expect(answer.response.payload).toContain("Carina Torpvall");
    expect(answer.response.payload).not.toMatch(/skydda|protect|Signe|Almroth/iu);
    const page = await user("per").get<AnswerOf<typeof readReach>>(
      `/api/v1/akt/${signe.akt}/reach`,
    );
    expect(page.status).toBe(403);
  });
});

it("ends by itself with its day", async () => {
  expect(await reads("lena")).toBe("200");
  app.move(3 * 24 * 60 * 60 * 1000);
  users.set("lena", await signIn(app, demo, "lena"));
  expect(await reads("lena")).toBe("access.not-yours");
});
