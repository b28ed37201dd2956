import { randomUUID } from "node:crypto";
import { Secret } from "otpauth";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { codeAt } from "../../../access/totp.ts";
import type { listSessions } from "../../../contract/session/own-sign-ins.ts";
import { inTenant } from "../../../store/in-tenant.ts";
import { SoftPasskey } from "../../testing/soft-passkey.ts";
import {
  DEMO_TIMEOUT,
  makeTestDemo,
  openTestApp,
  ORIGIN,
  signIn,
  TestUser,
  type TestApp,
  type TestDemo,
} from "../../testing/test-app.ts";

type Own = z.infer<typeof listSessions.answer>;
interface Next {
  readonly step: string;
  readonly factors: readonly string[];
}

const STEP = 30_000;
const MINUTE = 60_000;

let app: TestApp;
let demo: TestDemo;

beforeAll(async () => {
  app = await openTestApp({ withDemo: true });
  demo = await makeTestDemo(app);
}, DEMO_TIMEOUT);
afterAll(() => app.close());

const at = (verb: string) => `/api/v1/session/${verb}`;

async function password(username: string, user = new TestUser(app)) {
  const secret = demo.accounts.get(username)?.password;
  return { user, ...(await user.post<Next>(at("sign-in"), { username, password: secret })) };
}

async function own(user: TestUser): Promise<Own> {
  return (await user.get<Own>(at("sign-ins"))).body;
}

const now = () => app.store.clock.now();

/** Adds an app for codes; gives what it shows at each moment, and the codes on paper. */
async function addTotp(user: TestUser) {
  const begun = await user.post<{ letters: string; uri: string }>(at("begin-totp"), {});
  expect(begun.status).toBe(200);
  expect(begun.body.uri).toMatch(/^otpauth:\/\/totp\/Mittpunkt:[a-z]+\?/u);
  const secret = Secret.fromBase32(begun.body.letters).bytes;
  const code = () => codeAt(secret, now());
  const done = await user.post<{ recovery: string[] }>(at("confirm-totp"), { code: code() });
  expect(done.status).toBe(200);
  return { secret, code, recovery: done.body.recovery };
}

async function addPasskey(user: TestUser, passkey = new SoftPasskey(ORIGIN)) {
  interface Begun {
    readonly step: string;
    readonly options: { readonly challenge: string; readonly user: unknown };
  }
  const { step, options } = (await user.post<Begun>(at("begin-passkey"), {})).body;
  const body = { step, name: "Min dator", passkey: passkey.make(options) };
  return { passkey, added: await user.post(at("add-passkey"), body) };
}

/** Signs in with a passkey; `again` sends the same answer a second time. */
async function withPasskey(passkey: SoftPasskey) {
  const user = new TestUser(app);
  const begun = await user.post<{ step: string; options: { challenge: string } }>(
    at("begin-passkey-sign-in"),
    {},
  );
  const body = { step: begun.body.step, passkey: passkey.answer(begun.body.options) };
  return { user, sent: body, ...(await user.post(at("passkey-sign-in"), body)) };
}

describe("a code of the telephone", () => {
  it("is asked for after the password and taken once; what is sealed is not in the database", async () => {
    const mira = await signIn(app, demo, "mira");
    const { code, secret } = await addTotp(mira);
    const rows = await inTenant(app.pools.app, demo.tenant, (tx) =>
      tx.rows<{ secret: Buffer }>({ text: "select secret from totp" }),
    );
    expect(rows.some((row) => row.secret.includes(Buffer.from(secret)))).toBe(false);
    const { user, body } = await password("mira");
    expect(body.factors).toEqual(["totp", "recovery"]);
    expect((await user.get(at("me"))).status).toBe(401);
    const go = (given: string, step = body.step, who = user) =>
      who.post(at("second-factor"), { step, code: given });
    // The one that put the app in use is used up.
    expect((await go(code())).problems).toEqual(["session.wrong-factor"]);
    app.move(STEP);
    const used = code();
    const elsewhere = new TestUser(app, "", { "user-agent": "another browser" });
    expect((await go(used, body.step, elsewhere)).problems).toEqual(["session.step-over"]);
    expect((await go(used)).status).toBe(200);
    expect((await user.get(at("me"))).status).toBe(200);
    expect((await go(used)).problems).toEqual(["session.step-over"]);
    const second = await password("mira");
    const replayed = await go(used, second.body.step, second.user);
    expect(replayed.problems).toEqual(["session.wrong-factor"]);
    app.move(STEP);
    expect((await go(code(), second.body.step, second.user)).status).toBe(200);
    app.move(3 * STEP);
    const third = await password("mira");
    app.move(-3 * STEP);
    // A clock that was set back brings no code back.
    const old = await go(codeAt(secret, now()), third.body.step, third.user);
    expect(old.problems).toEqual(["session.wrong-factor"]);
    app.move(3 * STEP);
  });

  it("that was used is used by nobody else, and its owner is told", async () => {
    const fanny = await signIn(app, demo, "fanny");
    const { code } = await addTotp(fanny);
    app.move(STEP);
    const first = await password("fanny");
    const used = { step: first.body.step, code: code() };
    expect((await first.user.post(at("second-factor"), used)).status).toBe(200);
    const told = async () => (await own(first.user)).notices.map(({ kind }) => kind);
    expect(await told()).not.toContain("code-reused");
    const thief = await password("fanny", new TestUser(app, "", { "user-agent": "a thief's" }));
    const again = { step: thief.body.step, code: used.code };
    expect((await thief.user.post(at("second-factor"), again)).problems).toEqual([
      "session.wrong-factor",
    ]);
    expect((await told())[0]).toBe("code-reused");
  });

  it("can't be guessed, and guessing elsewhere keeps nobody out of a browser they know", async () => {
    const per = await signIn(app, demo, "per");
    const { code } = await addTotp(per);
    app.move(STEP);
    const { user, body } = await password("per");
    const problems: (string | undefined)[] = [];
    for (let count = 0; count < 9; count += 1) {
      const wrong = String((Number(code()) + 1 + count) % 1_000_000).padStart(6, "0");
      // Each time from another browser that is said to be known.
      const cookie = `mittpunkt-known=${randomUUID()}; __Host-mittpunkt-known=${randomUUID()}`;
      const sent = { step: body.step, code: wrong };
      const answer = await user.post(at("second-factor"), sent, { cookie });
      problems.push(answer.problems[0]);
    }
    expect(problems.slice(-2)).toEqual(["session.wrong-factor", "session.too-many-tries"]);
    const right = await user.post(at("second-factor"), { step: body.step, code: code() });
    expect(right.problems).toEqual(["session.too-many-tries"]);
    const known = await password("per", per.signedOut());
    const owner = { step: known.body.step, code: code() };
    expect((await known.user.post(at("second-factor"), owner)).status).toBe(200);
  });

  it("is replaced by a code on paper, once; whoever runs accounts takes it away, and its owner is told", async () => {
    const gunnel = await signIn(app, demo, "gunnel");
    const { recovery } = await addTotp(gunnel);
    expect(recovery).toHaveLength(10);
    const paper = recovery[0] ?? "";
    const go = async () => {
      const { user, body } = await password("gunnel");
      return user.post(at("second-factor"), { step: body.step, code: paper.toUpperCase() });
    };
    expect((await go()).status).toBe(200);
    expect((await go()).problems).toEqual(["session.wrong-factor"]);
    expect((await own(gunnel)).recovery).toBe(9);
    const kajsa = await signIn(app, demo, "kajsa");
    const staff = (
      await kajsa.get<{ staff: { name: string; account: { account: string } }[] }>(
        "/api/v1/accounts",
      )
    ).body.staff;
    const account = staff.find(({ name }) => name.startsWith("Gunnel"))?.account.account;
    const body = { commandId: randomUUID(), account };
    expect((await kajsa.post("/api/v1/accounts/remove-factors", body)).status).toBe(200);
    expect((await gunnel.get(at("me"))).status).toBe(401);
    const { user, body: me } = await password("gunnel");
    expect(me).toMatchObject({ role: "unit-manager" });
    const read = await user.get<{ signIn: { unseen: number } }>(at("me"));
    expect(read.body.signIn.unseen).toBeGreaterThan(0);
    const told = (await own(user)).notices.find(({ kind }) => kind === "factors-removed");
    expect(told?.by).toBe("Kajsa Vretlund");
    await user.post(at("see-notices"), {});
    expect((await user.get<typeof read.body>(at("me"))).body.signIn.unseen).toBe(0);
  });
});

describe("a passkey", () => {
  it("signs in alone, answers a challenge once and for our page only", async () => {
    const ylva = await signIn(app, demo, "ylva");
    const { passkey, added } = await addPasskey(ylva);
    expect(added.status).toBe(200);
    const foreign = await addPasskey(ylva, new SoftPasskey("https://mittpunkt.example"));
    expect(foreign.added.problems).toEqual(["session.wrong-passkey"]);
    const signedIn = await withPasskey(passkey);
    expect(signedIn.status).toBe(200);
    expect((await signedIn.user.get(at("me"))).body).toMatchObject({ role: "caseworker" });
    const replayed = await new TestUser(app).post(at("passkey-sign-in"), signedIn.sent);
    expect(replayed.problems).toEqual(["session.step-over"]);
    const { user, body } = await password("ylva");
    expect(body.factors).toEqual(["passkey", "recovery"]);
    const asked = await user.post<{ options: { challenge: string } }>(at("factor-passkey"), {
      step: body.step,
    });
    const answer = { step: body.step, passkey: passkey.answer(asked.body.options) };
    expect((await user.post(at("second-factor"), answer)).status).toBe(200);
  });

  it("is refused for good when its counter goes backwards, and its owner is told", async () => {
    const carina = await signIn(app, demo, "carina");
    const { passkey } = await addPasskey(carina);
    passkey.counter = 7;
    expect((await withPasskey(passkey)).status).toBe(200);
    passkey.counter = 3;
    expect((await withPasskey(passkey)).problems).toEqual(["session.passkey-copied"]);
    passkey.counter = 50;
    expect((await withPasskey(passkey)).problems).toEqual(["session.wrong-passkey"]);
    const { passkeys, notices } = await own(carina);
    expect(passkeys.map(({ refused }) => refused)).toEqual([true]);
    expect(notices.map(({ kind }) => kind)).toContain("passkey-copied");
  });
});

describe("a role that must have a second factor", () => {
  it("gets in to choose one and nowhere else, and keeps the last", async () => {
    const kajsa = await signIn(app, demo, "kajsa");
    const factorRoles = ["caseworker", "registrator"];
    const setting = { commandId: randomUUID(), localAccounts: true, factorRoles };
    expect((await kajsa.post("/api/v1/accounts/set-sign-in", setting)).status).toBe(200);
    // A role that was lent counts as the own one does.
    const sven = await signIn(app, demo, "sven");
    const limited = async (user: TestUser) =>
      (await user.get<{ signIn: { limited: boolean } }>(at("me"))).body.signIn.limited;
    expect(await limited(sven)).toBe(false);
    const { staff } = (await sven.get<{ staff: string }>(at("me"))).body;
    const lent = { commandId: randomUUID(), grant: randomUUID(), staff };
    const role = { role: "registrator", from: "2026-01-01" };
    expect((await kajsa.post("/api/v1/accounts/grant-role", { ...lent, ...role })).status).toBe(
      200,
    );
    expect(await limited(await signIn(app, demo, "sven"))).toBe(true);
    const jonatan = await signIn(app, demo, "jonatan");
    expect((await jonatan.get<{ signIn: object }>(at("me"))).body.signIn).toMatchObject({
      limited: true,
    });
    expect((await jonatan.get("/api/v1/my-day")).problems).toEqual(["session.factor-needed"]);
    expect((await own(jonatan)).demanded).toBe(true);
    await addTotp(jonatan);
    expect((await jonatan.get("/api/v1/my-day")).status).toBe(200);
    expect((await jonatan.post(at("remove-totp"), {})).problems).toEqual(["factor.demanded"]);
  });
});

describe("a sensitive act", () => {
  it("asks who it is after a while, and is done when that was shown", async () => {
    const user = await signIn(app, demo, "kajsa");
    app.move(16 * MINUTE);
    expect((await user.post(at("begin-totp"), {})).problems).toEqual(["session.step-up"]);
    expect((await user.post(at("begin-confirm"), {})).body).toEqual({
      password: true,
      totp: false,
      provider: false,
      passkey: null,
    });
    const wrong = await user.post(at("confirm"), { password: "fel" });
    expect([wrong.status, ...wrong.problems]).toEqual([422, "session.confirm-wrong"]);
    const right = demo.accounts.get("kajsa")?.password;
    expect((await user.post(at("confirm"), { password: right })).status).toBe(200);
    const { code } = await addTotp(user);
    app.move(16 * MINUTE);
    expect((await user.post(at("make-recovery"), {})).problems).toEqual(["session.step-up"]);
    expect((await user.post(at("confirm"), { code: code() })).status).toBe(200);
    expect((await user.post(at("make-recovery"), {})).status).toBe(200);
  });
});
