import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { listAccounts } from "../../contract/accounts/list-accounts.ts";
import { inTenant } from "../../store/in-tenant.ts";
import {
  DEMO_TIMEOUT,
  makeTestDemo,
  openTestApp,
  signIn,
  TestUser,
  type TestApp,
  type TestDemo,
} from "../testing/test-app.ts";

type Accounts = z.infer<typeof listAccounts.answer>;
type Member = Accounts["staff"][number];

const PASSWORD = "tre ekor på en solig brygga";
const MINUTE = 60_000;

let app: TestApp;
let demo: TestDemo;
let admin: TestUser;

beforeAll(async () => {
  app = await openTestApp({ withDemo: true });
  demo = await makeTestDemo(app);
  admin = await signIn(app, demo, "kajsa");
}, DEMO_TIMEOUT);
afterAll(() => app.close());

async function list(): Promise<Accounts> {
  return (await admin.get<Accounts>("/api/v1/accounts")).body;
}

async function member(start: string): Promise<Member> {
  const found = (await list()).staff.find(({ name }) => name.startsWith(start));
  if (found === undefined) throw new Error(`${start} does not work here`);
  return found;
}

function act(verb: string, body: object, user = admin, commandId: string = randomUUID()) {
  return user.post<{ code: string }>(`/api/v1/accounts/${verb}`, { commandId, ...body });
}

async function accountOf(start: string): Promise<string> {
  return (await member(start)).account?.account ?? "";
}

function enter(username: string, password: string) {
  return new TestUser(app).post("/api/v1/session/sign-in", { username, password });
}

function choose(username: string, code: string, password = PASSWORD) {
  const body = { username, code, password };
  return new TestUser(app).post("/api/v1/session/use-invitation", body);
}

/** What the log of the organisation and the access log have of the acts on accounts. */
async function traces() {
  return inTenant(app.pools.app, demo.tenant, async (tx) => {
    const events = await tx.rows<{ type: string }>({
      text: "select type from event where type like 'account.%' or type like 'staff.%' order by seq",
    });
    const refused = await tx.rows<{ rule: string }>({
      text: "select rule from access_log where kind = 'refused' order by no",
    });
    return { events: events.map(({ type }) => type), refused: refused.map(({ rule }) => rule) };
  });
}

describe("somebody new", () => {
  const staff = randomUUID();
  const account = randomUUID();

  it("is registered, gets an account and chooses the own password with a code, once", async () => {
    const units = (await list()).units;
    const facts = { name: "Tova Lindgård", role: "caseworker", unit: units[0]?.id };
    expect((await act("add-staff", { staff, ...facts, qualified: true })).status).toBe(200);
    const made = await act("make-account", { account, staff, username: "Tova.Lindgard" });
    expect(made.status).toBe(200);
    expect(await member("Tova")).toMatchObject({
      role: "caseworker",
      account: { username: "tova.lindgard", hasPassword: false, signedInAt: null },
    });
    const { code } = made.body;
    expect((await enter("tova.lindgard", code)).status).toBe(401);
    expect((await choose("tova.lindgard", "aaaa-bbbb-cccc-dddd")).problems).toEqual([
      "session.wrong-invitation",
    ]);
    expect((await choose("tova.lindgard", code, "kort")).problems).toEqual([
      "session.password-short",
    ]);
    const [first, second] = await Promise.all([
      choose("tova.lindgard", code.toUpperCase()),
      choose("tova.lindgard", code),
    ]);
    expect([first.status, second.status].toSorted((a, b) => a - b)).toEqual([200, 401]);
    expect((await enter("tova.lindgard", PASSWORD)).body).toMatchObject({ role: "caseworker" });
    expect(await member("Tova")).toMatchObject({
      account: { hasPassword: true, invitedUntil: null, sessions: 2 },
    });
  });

  it("gets a new code when the same command is sent again, and nobody else's name", async () => {
    const commandId = randomUUID();
    const body = { account, staff, username: "tova.lindgard" };
    const again = await act("make-account", body, admin, commandId);
    const repeated = await act("make-account", body, admin, commandId);
    expect([again.status, repeated.status]).toEqual([200, 200]);
    expect((await choose("tova.lindgard", again.body.code)).status).toBe(401);
    const other = { ...body, account: randomUUID() };
    expect((await act("make-account", other)).problems).toEqual(["account.has-one"]);
    const per = await member("Tova");
    const taken = { account: randomUUID(), staff: per.id, username: "mira" };
    expect((await act("make-account", taken)).problems).toEqual(["account.name-taken"]);
  });

  it("finds the code worth nothing after its time", async () => {
    const { code } = (await act("invite", { account })).body;
    app.move(73 * 60 * MINUTE);
    expect((await choose("tova.lindgard", code)).problems).toEqual(["session.wrong-invitation"]);
    admin = await signIn(app, demo, "kajsa");
  });
});

describe("an account", () => {
  it("is closed with its sign-ins, and opened again", async () => {
    const mira = await signIn(app, demo, "mira");
    const account = await accountOf("Mira");
    expect((await act("set-open", { account, open: false })).status).toBe(200);
    expect((await mira.get("/api/v1/session/me")).status).toBe(401);
    const password = demo.accounts.get("mira")?.password ?? "";
    expect((await enter("mira", password)).problems).toEqual(["session.wrong-credentials"]);
    expect((await act("set-open", { account, open: true })).status).toBe(200);
    expect((await enter("mira", password)).status).toBe(200);
  });

  it("is over after its last day, also for who is signed in", async () => {
    const per = await signIn(app, demo, "per");
    const account = await accountOf("Per");
    expect((await act("set-end", { account, endsOn: "2026-02-31" })).problems).toEqual([
      "request.shape",
    ]);
    expect((await act("set-end", { account, endsOn: "2026-11-01" })).status).toBe(200);
    expect((await per.get("/api/v1/session/me")).status).toBe(401);
    const password = demo.accounts.get("per")?.password ?? "";
    expect((await enter("per", password)).status).toBe(401);
    expect((await act("set-end", { account, endsOn: null })).status).toBe(200);
    expect((await enter("per", password)).status).toBe(200);
  });

  it("belongs to one person for the identity provider too", async () => {
    const [mira, ylva] = [await accountOf("Mira"), await accountOf("Ylva")];
    expect((await act("set-subject", { account: mira, subject: "SE-1" })).status).toBe(200);
    expect((await act("set-subject", { account: ylva, subject: "SE-1" })).problems).toEqual([
      "account.subject-taken",
    ]);
    const all = { localAccounts: false, factorRoles: [] };
    expect((await act("set-sign-in", all)).problems).toEqual(["sign-in.no-provider"]);
  });
});

describe("a role", () => {
  it("is given by somebody else and counts at once; nobody gives it to themselves", async () => {
    const ylva = await signIn(app, demo, "ylva");
    const { id, name } = await member("Ylva");
    const before = await traces();
    const change = { staff: id, name, role: "unit-manager", qualified: true };
    expect((await act("change-staff", change, ylva)).problems).toEqual(["access.role"]);
    expect((await act("change-staff", change)).status).toBe(200);
    expect((await ylva.get<{ role: string }>("/api/v1/session/me")).body.role).toBe("unit-manager");
    const own = (await list()).staff.find(({ self }) => self);
    const mine = { staff: own?.id, name: own?.name, role: "caseworker", qualified: true };
    expect((await act("change-staff", mine)).problems).toEqual(["role.self"]);
    const account = own?.account?.account;
    for (const verb of ["invite", "remove-factors", "lift-lock", "end-sessions"]) {
      expect((await act(verb, { account })).problems, verb).toEqual(["account.own"]);
    }
    const { events, refused } = await traces();
    expect(events.slice(before.events.length)).toEqual(["staff.changed"]);
    expect(refused.slice(before.refused.length)).toEqual([
      "role.self",
      ...Array.from({ length: 4 }, () => "account.own"),
    ]);
  });

  it("beside the own one runs for its days; the log tells who gave and ended it", async () => {
    const moa = await signIn(app, demo, "moa");
    const { id } = await member("Moa");
    const grant = randomUUID();
    const days = { from: "2026-11-20", to: "2027-05-20" };
    const give = (role: string, more: object = {}) =>
      act("grant-role", { grant, staff: id, role, ...days, ...more });
    const actions = async () =>
      (await moa.get<{ actions: string[] }>("/api/v1/session/me")).body.actions;
    expect((await give("log-reviewer")).problems).toEqual(["role.apart"]);
    expect((await give("caseworker", { to: "2026-01-01" })).problems).toEqual(["role.no-days"]);
    const self = (await list()).staff.find((each) => each.self)?.id;
    expect((await give("caseworker", { staff: self })).problems).toEqual(["role.self"]);
    expect(await actions()).not.toContain("akt.decide");
    expect((await give("caseworker")).status).toBe(200);
    expect(await actions()).toContain("akt.decide");
    expect(await member("Moa")).toMatchObject({ grants: [{ grant, role: "caseworker", ...days }] });
    expect((await act("end-role", { grant })).status).toBe(200);
    expect(await actions()).not.toContain("akt.decide");
    expect((await act("end-role", { grant })).problems).toEqual(["role.not-found"]);
    const path = `/api/v1/accounts/staff/${id}/roles`;
    expect((await admin.get(path)).body).toMatchObject({
      history: [
        { did: "ended", role: "caseworker", by: "Kajsa Vretlund" },
        { did: "granted", role: "caseworker", ...days },
        { did: "added", role: "reception" },
      ],
    });
    expect((await moa.get(path)).status).toBe(403);
  });

  it("is not given by a command of somebody else that is sent again", async () => {
    const commandId = randomUUID();
    const { id, name } = await member("Mira");
    const change = { staff: id, name, role: "caseworker", qualified: true };
    expect((await act("change-staff", change, admin, commandId)).status).toBe(200);
    const { id: second } = await member("Per");
    const granted = { staff: second, name: "Per", role: "user-administrator", qualified: false };
    expect((await act("change-staff", granted)).status).toBe(200);
    const per = await signIn(app, demo, "per");
    const replayed = await act("change-staff", change, per, commandId);
    expect(replayed.problems).toEqual(["command.id-reused"]);
    expect(JSON.stringify(replayed.body)).not.toContain("Mira");
  });

  it("asks whoever gives it to show who it is, a while after signing in", async () => {
    const { id, name } = await member("Mira");
    app.move(16 * MINUTE);
    const change = { staff: id, name, role: "caseworker", qualified: true };
    const answer = await act("change-staff", change);
    expect([answer.status, ...answer.problems]).toEqual([403, "session.step-up"]);
    expect((await admin.get("/api/v1/accounts")).status).toBe(200);
  });
});
