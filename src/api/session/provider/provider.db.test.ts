import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  readProvider,
  resealProvider,
  type OpenProvider,
} from "../../../access/provider/provider-rows.ts";
import { BOX_KEY_BYTES, makeSecretBox, type SecretBox } from "../../../access/secret-box.ts";
import { inTenant } from "../../../store/in-tenant.ts";
import { startForgedProvider, type ForgedProvider } from "../../testing/forged-provider.ts";
import { leave, OIDC_SECRET, visit, type OidcServer } from "../../testing/oidc-server.ts";
import {
  beginVisit,
  comeBy,
  comeForged as comeByForged,
  openProviderWorld,
  tellLogout,
  tieSubject,
  useProvider,
  type ProviderWorld,
} from "../../testing/provider-world.ts";
import {
  DEMO_TIMEOUT,
  ORIGIN,
  signIn,
  TestUser,
  type TestApp,
  type TestDemo,
} from "../../testing/test-app.ts";

let world: ProviderWorld;
let app: TestApp;
let demo: TestDemo;
let oidc: OidcServer;
let forged: ForgedProvider;

const at = (name: string): string => `/api/v1/session/${name}`;
const MINUTE = 60_000;

beforeAll(async () => {
  world = await openProviderWorld();
  ({ app, demo, oidc, forged } = world);
  oidc.employees.set("p-ylva", "101").set("p-gunnel", "102").set("p-nobody", "999");
}, DEMO_TIMEOUT);
afterAll(() => world.stop());
beforeEach(async () => {
  await tie("ylva", "101");
  await tie("gunnel", "102");
  await use(oidc.issuer);
});

const use = (issuer: string, more: Partial<OpenProvider> = {}, box?: SecretBox) =>
  useProvider(world, issuer, more, box);
const tie = (username: string, subject: string) => tieSubject(world, username, subject);
const begin = (user: TestUser, more: object = {}) => beginVisit(world, user, more);
const come = (who: string, user?: TestUser) => comeBy(world, who, user);
const comeForged = (claims: Record<string, unknown>, answer?: object) =>
  comeByForged(world, claims, answer);
const isIn = async (user: TestUser) => (await user.get(at("me"))).status === 200;
const tell = (token: string) =>
  tellLogout(app, new URLSearchParams({ logout_token: token }).toString());
async function endedThere(): Promise<number> {
  const text = "select count(*)::int as n from access_log where action = 'session.provider-logout'";
  const rows = await inTenant(app.pools.app, demo.tenant, (tx) => tx.rows<{ n: number }>({ text }));
  return rows[0]?.n ?? 0;
}
describe("the certified provider", () => {
  it("signs in whoever has been named here, in the role that is given here", async () => {
    const { user, done } = await come("p-ylva");
    expect(done.body).toMatchObject({ signedIn: { role: "caseworker" }, after: null });
    expect((await user.get(at("me"))).status).toBe(200);
    expect((await user.get<{ sessions: object[] }>(at("sign-ins"))).body.sessions).toContainEqual(
      expect.objectContaining({ via: "provider", here: true }),
    );
    const out = await user.post<{ provider: string }>(at("sign-out"), {});
    expect(new URL(out.body.provider).origin).toBe(oidc.issuer);
    expect((await user.get(at("me"))).status).toBe(401);
  });

  it("is answered once, in the browser that asked, and for nobody else's visit", async () => {
    const { user, answer } = await come("p-ylva");
    expect((await user.post(at("provider-sign-in"), answer)).problems).toEqual([
      "session.step-over",
    ]);
    oidc.who = "p-ylva";
    const mine = await visit(await begin(new TestUser(app)), ORIGIN);
    const other = new TestUser(app);
    await begin(other);
    const taken = await other.post(at("provider-sign-in"), mine);
    expect(taken.problems).toEqual(["session.step-over"]);
    const stranger = await new TestUser(app).post(at("provider-sign-in"), mine);
    expect(stranger.problems).toEqual(["session.step-over"]);
  });

  it("gives nothing for a code of another client, or of another visit", async () => {
    const user = new TestUser(app);
    const address = new URL(await begin(user));
    address.searchParams.set("client_id", "other");
    oidc.who = "p-ylva";
    const refused = await user.post(at("provider-sign-in"), await visit(address.href, ORIGIN));
    expect(refused.problems).toEqual(["provider.refused"]);
    const first = await visit(await begin(new TestUser(app)), ORIGIN);
    const own = await visit(await begin(user), ORIGIN);
    const mixed = await user.post(at("provider-sign-in"), { ...own, code: first["code"] });
    expect(mixed.problems).toEqual(["provider.refused"]);
  });

  it("lets in neither strangers, nor those who said no, nor the closed", async () => {
    expect((await come("p-nobody")).done.problems).toEqual(["provider.unknown"]);
    const user = new TestUser(app);
    oidc.who = null;
    const cancelled = await visit(await begin(user), ORIGIN);
    expect((await user.post(at("provider-sign-in"), cancelled)).problems).toEqual([
      "provider.cancelled",
    ]);
    await use(oidc.issuer, { amr: ["hardware"] });
    expect((await come("p-ylva")).done.problems).toEqual(["provider.too-weak"]);
  });

  it("shows who one is again, asked anew, and for one's own account alone", async () => {
    const { user } = await come("p-gunnel");
    app.move(20 * MINUTE);
    const ways = await user.post<{ provider: boolean }>(at("begin-confirm"), {});
    expect(ways.body.provider).toBe(true);
    expect((await user.post(at("make-recovery"), {})).problems).toEqual(["session.step-up"]);
    const ask = async (who: string) => {
      oidc.who = who;
      const begun = await user.post<{ url: string }>(at("begin-provider-confirm"), {});
      expect(new URL(begun.body.url).searchParams.get("prompt")).toBe("login");
      return user.post(at("provider-confirm"), await visit(begun.body.url, ORIGIN));
    };
    expect((await ask("p-ylva")).problems).toEqual(["provider.other-person"]);
    expect((await user.post(at("make-recovery"), {})).problems).toEqual(["session.step-up"]);
    expect((await ask("p-gunnel")).problems).toEqual([]);
    expect((await user.post(at("make-recovery"), {})).problems).not.toContain("session.step-up");
  });
});

describe("a sign-out there", () => {
  it("ends the session that came by that sign-in, and no other", async () => {
    const there = new Map<string, string>();
    const { user, done } = await comeBy(world, "p-ylva", undefined, there);
    expect(done.status).toBe(200);
    const elsewhere = (await come("p-ylva")).user;
    const colleague = (await come("p-gunnel")).user;
    const local = await signIn(app, demo, "ylva");
    const before = await endedThere();
    await leave(`${oidc.issuer}/session/end?client_id=mittpunkt`, there);
    const are = await Promise.all([user, elsewhere, colleague, local].map(isIn));
    expect(are).toEqual([false, true, true, true]);
    expect(await endedThere()).toBe(before + 1);
  });

  it("lets nobody in who was on the way by a sign-in that is over", async () => {
    await use(forged.issuer);
    const sid = "s-1";
    expect((await tell(forged.logoutToken({ sub: undefined, sid }))).status).toBe(200);
    expect((await comeForged({ sid })).problems).toEqual(["provider.signed-out"]);
    expect((await comeForged({ sid: "s-2" })).status).toBe(200);
  });

  it("of the person ends every session that came by the provider", async () => {
    await use(forged.issuer);
    const users = [await comeForged({ sid: "s-3" }), await comeForged({})].map(({ user }) => user);
    users.push((await comeForged({ sub: "f-gunnel", employee: "102" })).user);
    expect((await tell(forged.logoutToken({ sub: "f-ylva" }))).status).toBe(200);
    expect(await Promise.all(users.map(isIn))).toEqual([false, false, true]);
  });

  it("is believed once, with the right key, for our client, and refused alike otherwise", async () => {
    await use(forged.issuer);
    const { user } = await comeForged({});
    const others = [{ aud: "other" }, { iss: oidc.issuer }, { iss: "https://id.example" }];
    const bad = [...others, { nonce: "n" }].map((changed) => forged.logoutToken(changed));
    forged.signed = "other-key";
    bad.push(forged.logoutToken({}));
    forged.signed = "none";
    bad.push(forged.logoutToken({}), "no token");
    forged.signed = "right";
    const answers = await Promise.all(bad.map(tell));
    expect(answers.map(({ status }) => status)).toEqual(bad.map(() => 400));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(await isIn(user)).toBe(true);
    const good = forged.logoutToken({ jti: "once" });
    expect((await tell(good)).status).toBe(200);
    expect(await isIn(user)).toBe(false);
    const later = await comeForged({});
    expect((await tell(good)).body).toBe(answers[0]?.body);
    expect(await isIn(later.user)).toBe(true);
    forged.signed = "other-key";
    let status = 400;
    while (status === 400) ({ status } = await tell(forged.logoutToken({})));
    expect(status).toBe(429);
    app.move(60 * MINUTE);
  });
});

describe("a provider that lies", () => {
  beforeEach(async () => {
    await use(forged.issuer);
    forged.signed = "right";
  });

  it("is believed while it says the truth, also after it has changed its key", async () => {
    expect((await comeForged({})).status).toBe(200);
    forged.rotate();
    expect((await comeForged({})).status).toBe(200);
  });

  it.each<[string, Record<string, unknown>, object]>([
    ["another nonce", { nonce: "another" }, {}],
    ["no nonce", { nonce: undefined }, {}],
    ["a token that is over", { iat: 1_700_000_000, exp: 1_700_000_300 }, {}],
    ["a token of another client", { aud: "other" }, {}],
    ["a token of another issuer", { iss: "https://id.example" }, {}],
    ["an answer of another issuer", {}, { iss: "https://id.example" }],
    ["an answer of nobody", {}, { iss: undefined }],
  ])("is not believed with %s", async (_what, claims, answer) => {
    expect((await comeForged(claims, answer)).problems).toEqual(["provider.wrong-answer"]);
  });

  it.each(["other-key", "none"] as const)("is not believed when signed: %s", async (signed) => {
    forged.signed = signed;
    expect((await comeForged({})).problems).toEqual(["provider.wrong-answer"]);
  });

  it("that sends another person's number lets nobody in, and it is told", async () => {
    expect((await comeForged({})).status).toBe(200);
    expect((await comeForged({ sub: "f-other" })).problems).toEqual(["provider.other-person"]);
    expect((await comeForged({ employee: "102" })).problems).toEqual(["provider.other-person"]);
    expect((await comeForged({ employee: "777" })).problems).toEqual(["provider.other-person"]);
    const admin = await signIn(app, demo, "kajsa");
    const { body } = await admin.get<{ staff: { account: Told | null }[] }>("/api/v1/accounts");
    const told = body.staff.flatMap(({ account }) => account ?? []);
    const noted = told.filter(({ providerRefusedAt }) => providerRefusedAt !== null);
    expect(noted.map(({ username }) => username).toSorted()).toEqual(["gunnel", "ylva"]);
    const rows = await inTenant(app.pools.app, demo.tenant, (tx) =>
      tx.rows<{ n: number }>(
        { text: "select count(*)::int as n from access_log where rule = $1 and kind = 'denied'" },
        ["provider.other-person"],
      ),
    );
    expect(rows[0]?.n).toBeGreaterThanOrEqual(4);
  });

  it("or does not answer: local accounts sign in, and the page is told why", async () => {
    const gone = await startForgedProvider();
    await use(gone.issuer);
    await gone.stop();
    const user = new TestUser(app);
    const begun = await user.post(at("begin-provider"), { board: demo.tenant });
    expect(begun.problems).toEqual(["provider.away"]);
    expect((await signIn(app, demo, "ylva")).cookie).not.toBe("");
  });
});

it("keeps its secret under a key of the program, also after that is turned", async () => {
  const keys = [1, 2].map((byte) => Buffer.alloc(BOX_KEY_BYTES, byte));
  const boxOf = (...those: readonly Buffer[]) => makeSecretBox(those, randomBytes);
  const [former = Buffer.of(), now = Buffer.of()] = keys;
  await use(oidc.issuer, {}, boxOf(former));
  const secretWith = (box: SecretBox) =>
    inTenant(app.pools.app, demo.tenant, async (tx) => {
      const found = await readProvider(tx, box);
      return typeof found === "object" ? found.secret : found;
    });
  const begun = await new TestUser(app).post(at("begin-provider"), { board: demo.tenant });
  expect(begun.problems).toEqual(["provider.unreadable"]);
  const turned = boxOf(now, former);
  expect(await inTenant(app.pools.app, demo.tenant, (tx) => resealProvider(tx, turned))).toBe(true);
  expect([await secretWith(boxOf(former)), await secretWith(boxOf(now))]).toEqual([
    "unreadable",
    OIDC_SECRET,
  ]);
});

describe("a board without local accounts", () => {
  it("is made by somebody the provider has signed in, and takes no password then", async () => {
    const set = { commandId: app.store.ids.next(), localAccounts: false, factorRoles: [] };
    const admin = await signIn(app, demo, "kajsa");
    const early = await admin.post("/api/v1/accounts/set-sign-in", set);
    expect(early.problems).toEqual(["sign-in.locks-out"]);
    await tie("kajsa", "103");
    // A provider that is asked how long ago somebody signed in there says so.
    await use(oidc.issuer, { maxAgeMinutes: 60 });
    oidc.employees.set("p-kajsa", "103");
    const { user } = await come("p-kajsa");
    const done = await user.post("/api/v1/accounts/set-sign-in", set);
    expect(done.problems).toEqual([]);
    await expect(signIn(app, demo, "ylva")).rejects.toThrow("401");
    expect((await come("p-ylva")).done.status).toBe(200);
    const setup = await new TestUser(app).get("/api/v1/setup");
    expect(setup.body).toMatchObject({ localAccounts: false, providers: [{ board: demo.tenant }] });
  });
});

interface Told {
  readonly username: string;
  readonly providerRefusedAt: string | null;
}
