import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { setSubject } from "../../../access/account-changes.ts";
import { findAccount } from "../../../access/accounts.ts";
import {
  readProvider,
  resealProvider,
  setProvider,
  type OpenProvider,
} from "../../../access/provider/provider-rows.ts";
import { BOX_KEY_BYTES, makeSecretBox, type SecretBox } from "../../../access/secret-box.ts";
import { stockholmDate } from "../../../kernel/instant.ts";
import { inTenant } from "../../../store/in-tenant.ts";
import { startForgedProvider, type ForgedProvider } from "../../testing/forged-provider.ts";
import { OIDC_SECRET, startOidcServer, visit, type OidcServer } from "../../testing/oidc-server.ts";
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

let app: TestApp;
let demo: TestDemo;
let oidc: OidcServer;
let forged: ForgedProvider;

const at = (name: string): string => `/api/v1/session/${name}`;
const HOUR = 3_600_000;

beforeAll(async () => {
  [app, oidc, forged] = await Promise.all([
    openTestApp({ withDemo: true, providerOverHttp: true }),
    startOidcServer(ORIGIN),
    startForgedProvider(),
  ]);
  demo = await makeTestDemo(app);
  oidc.employees.set("p-ylva", "101").set("p-gunnel", "102").set("p-nobody", "999");
}, DEMO_TIMEOUT);
afterAll(async () => {
  await Promise.all([app.close(), oidc.stop(), forged.stop()]);
});
beforeEach(async () => {
  await tie("ylva", "101");
  await tie("gunnel", "102");
  await use(oidc.issuer);
});

/** The provider of the board. */
async function use(
  issuer: string,
  more: Partial<OpenProvider> = {},
  box = app.factorSecrets,
): Promise<void> {
  const settings: OpenProvider = {
    issuer,
    clientId: "mittpunkt",
    auth: "basic",
    keyId: null,
    claim: "employee",
    scopes: ["openid"],
    acr: [],
    amr: [],
    maxAgeMinutes: null,
    endsThere: true,
    secret: OIDC_SECRET,
    ...more,
  };
  const now = app.store.clock.now();
  await inTenant(app.pools.app, demo.tenant, (tx) => setProvider(tx, box, settings, now));
}

/** What whoever runs accounts has entered for somebody; nobody has come by the provider since. */
async function tie(username: string, subject: string): Promise<void> {
  const now = app.store.clock.now();
  await inTenant(app.pools.app, demo.tenant, async (tx) => {
    const found = await findAccount(tx, username, stockholmDate(now));
    if (found === undefined) throw new Error(`There is no ${username}`);
    await setSubject(tx, found.account, subject, now);
  });
}

async function begin(user: TestUser, more: object = {}): Promise<string> {
  const begun = await user.post<{ url: string }>(at("begin-provider"), {
    board: demo.tenant,
    ...more,
  });
  expect(begun.problems).toEqual([]);
  return begun.body.url;
}

/** Somebody comes by the real provider. */
async function come(who: string, user = new TestUser(app)) {
  oidc.who = who;
  const answer = await visit(await begin(user), ORIGIN);
  return { user, answer, done: await user.post(at("provider-sign-in"), answer) };
}

/** Somebody comes by the provider that says what a test wants. */
async function comeForged(claims: Record<string, unknown>, answer: object = {}) {
  const user = new TestUser(app);
  const asked = new URL(await begin(user)).searchParams;
  forged.claims = { nonce: asked.get("nonce"), sub: "f-ylva", employee: "101", ...claims };
  const state = asked.get("state");
  return user.post(at("provider-sign-in"), { state, code: "any", iss: forged.issuer, ...answer });
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
    app.move(HOUR / 2);
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
