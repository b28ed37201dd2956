import { randomUUID } from "node:crypto";
import { Secret } from "otpauth";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import { INSTALLATION } from "../../access/installation.ts";
import { makeSetupCode } from "../../access/setup-code.ts";
import { codeAt } from "../../access/totp.ts";
import type { listAccounts } from "../../contract/accounts/list-accounts.ts";
import type { makeBoard } from "../../contract/session/make-board.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { openTestApp, TestUser, type TestApp } from "../testing/test-app.ts";

type Made = z.infer<typeof makeBoard.answer>;
type Accounts = z.infer<typeof listAccounts.answer>;

const PASSWORD = "tre ekor på en solig brygga";

let app: TestApp;
let code: string;

beforeAll(async () => {
  app = await openTestApp();
  code = await inTenant(app.pools.app, INSTALLATION, (tx) =>
    makeSetupCode(tx, app.store.randomBytes, app.store.clock.now()),
  );
});
afterAll(() => app.close());

const wanted = () => ({
  code,
  name: "Socialnämnden i Lindvik",
  units: ["Mottagningen", "Utredning"],
  committee: "Individutskottet",
  userAdministrator: { name: "Kim Ek", username: "kim.ek" },
  systemAdministrator: { name: "Dana Alm", username: "dana.alm" },
});

function make(body: object) {
  return new TestUser(app).post<Made>("/api/v1/setup/make-board", body);
}

/** Chooses a password with the code that was handed over, and a second factor, as the board demands. */
async function comeIn(username: string, invitation: string): Promise<TestUser> {
  const user = new TestUser(app);
  const body = { username, code: invitation, password: PASSWORD };
  const came = await user.post<{ signIn: object }>("/api/v1/session/use-invitation", body);
  expect(came.body.signIn).toMatchObject({ limited: true });
  const begun = await user.post<{ letters: string }>("/api/v1/session/begin-totp", {});
  const shown = codeAt(Secret.fromBase32(begun.body.letters).bytes, app.store.clock.now());
  const done = await user.post("/api/v1/session/confirm-totp", { code: shown });
  expect(done.status).toBe(200);
  return user;
}

test("the first board of real persons is founded, staffed and worked in", async () => {
  const alone = await make({
    ...wanted(),
    systemAdministrator: { name: "Kim Ek", username: "KIM.EK" },
  });
  expect([alone.status, ...alone.problems]).toEqual([422, "setup.same-person"]);
  const wrong = await make({ ...wanted(), code: "aaaa-bbbb-cccc-dddd" });
  expect([wrong.status, ...wrong.problems]).toEqual([403, "setup.wrong-code"]);
  expect((await make({ ...wanted(), units: [] })).status).toBe(400);

  const made = await make(wanted());
  expect(made.status).toBe(200);
  expect(made.body.accounts.map(({ username, role }) => [username, role])).toEqual([
    ["kim.ek", "user-administrator"],
    ["dana.alm", "system-administrator"],
  ]);
  expect((await make(wanted())).problems).toEqual(["setup.already-done"]);
  const invited = new Map(made.body.accounts.map((each) => [each.username, each.code]));

  const kim = await comeIn("kim.ek", invited.get("kim.ek") ?? "");
  const me = await kim.get<{ board: object }>("/api/v1/session/me");
  expect(me.body.board).toMatchObject({ name: "Socialnämnden i Lindvik", synthetic: false });
  const act = (verb: string, body: object) =>
    kim.post<{ code: string }>(`/api/v1/accounts/${verb}`, { commandId: randomUUID(), ...body });
  const list = async () => (await kim.get<Accounts>("/api/v1/accounts")).body;
  const before = await list();
  expect(before.bodies.map(({ name, role }) => [name, role])).toEqual([
    ["Socialnämnden i Lindvik", "board"],
    ["Individutskottet", "committee"],
  ]);
  const [unit] = before.units;
  const demand = (factorRoles: readonly string[]) =>
    act("set-sign-in", { localAccounts: true, factorRoles });
  // Who runs accounts or the machine has a second factor, whatever the board demands of others.
  expect((await demand(["system-administrator"])).problems).toEqual(["sign-in.administration"]);
  const two = ["system-administrator", "user-administrator"];
  expect((await demand(two)).status).toBe(200);
  expect((await demand(before.factorRoles)).status).toBe(200);
  expect((await act("rename-unit", { unit: unit?.id, name: "Mottagning barn" })).status).toBe(200);
  expect((await act("make-unit", { unit: unit?.id, name: "Igen" })).problems).toEqual([
    "unit.known",
  ]);
  expect((await act("rename-unit", { unit: randomUUID(), name: "Ingen" })).problems).toEqual([
    "unit.not-found",
  ]);
  expect((await act("make-unit", { unit: randomUUID(), name: "Stöd" })).status).toBe(200);
  const names = (await list()).units.map(({ name }) => name);
  expect(names).toEqual(["Mottagning barn", "Utredning", "Stöd"]);

  const staff = randomUUID();
  const hired = { staff, name: "Sol Dahl", role: "caseworker", qualified: true, unit: unit?.id };
  expect((await act("add-staff", hired)).status).toBe(200);
  const account = { account: randomUUID(), staff, username: "sol.dahl" };
  const sol = await comeIn("sol.dahl", (await act("make-account", account)).body.code);
  const registered = await sol.post("/api/v1/persons/register-person", {
    commandId: randomUUID(),
    person: randomUUID(),
    // No number of the tests' own: a synthetic board refuses it.
    data: { givenName: "Tolvan", familyName: "Tolvansson", identityNumber: "191212121212" },
  });
  expect([registered.status, ...registered.problems]).toEqual([200]);
  const dana = await comeIn("dana.alm", invited.get("dana.alm") ?? "");
  expect((await dana.get("/api/v1/my-day")).status).toBe(403);
}, 60_000);

test("a program that was started for tests makes none", async () => {
  const tried = await openTestApp({ forTests: true });
  try {
    const body = { ...wanted(), code: "aaaa-bbbb-cccc-dddd" };
    const refused = await new TestUser(tried).post("/api/v1/setup/make-board", body);
    expect([refused.status, ...refused.problems]).toEqual([409, "setup.test-settings"]);
  } finally {
    await tried.close();
  }
});
