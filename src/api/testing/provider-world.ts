import { setSubject } from "../../access/account-changes.ts";
import { findAccount } from "../../access/accounts.ts";
import { setProvider, type OpenProvider } from "../../access/provider/provider-rows.ts";
import type { SecretBox } from "../../access/secret-box.ts";
import { stockholmDate } from "../../kernel/instant.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { startForgedProvider, type ForgedProvider } from "./forged-provider.ts";
import {
  OIDC_SECRET,
  startOidcServer,
  visit,
  type Cookies,
  type OidcServer,
} from "./oidc-server.ts";
import {
  HOST,
  makeTestDemo,
  openTestApp,
  ORIGIN,
  TestUser,
  type TestApp,
  type TestDemo,
} from "./test-app.ts";

const at = (name: string): string => `/api/v1/session/${name}`;

/** A server with the demo board, a certified provider and one that says what a test wants. */
export interface ProviderWorld {
  readonly app: TestApp;
  readonly demo: TestDemo;
  readonly oidc: OidcServer;
  readonly forged: ForgedProvider;
  stop(): Promise<void>;
}

export async function openProviderWorld(): Promise<ProviderWorld> {
  const [app, oidc, forged] = await Promise.all([
    openTestApp({ withDemo: true, providerOverHttp: true }),
    startOidcServer(ORIGIN),
    startForgedProvider(),
  ]);
  const demo = await makeTestDemo(app);
  oidc.deliver = async (form) => (await tellLogout(app, form)).status;
  const stop = async () => {
    await Promise.all([app.close(), oidc.stop(), forged.stop()]);
  };
  return { app, demo, oidc, forged, stop };
}

/** What another server sends when somebody has signed out there: a form, without a page behind it. */
export async function tellLogout({ server }: TestApp, form: string) {
  const { statusCode: status, body } = await server.inject({
    method: "POST",
    url: at("provider-logout"),
    headers: { host: HOST, "content-type": "application/x-www-form-urlencoded" },
    payload: form,
  });
  return { status, body };
}

/** The provider of the board. */
export async function useProvider(
  { app, demo }: ProviderWorld,
  issuer: string,
  more: Partial<OpenProvider> = {},
  box: SecretBox = app.factorSecrets,
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
export async function tieSubject(
  { app, demo }: ProviderWorld,
  username: string,
  subject: string,
): Promise<void> {
  const now = app.store.clock.now();
  await inTenant(app.pools.app, demo.tenant, async (tx) => {
    const found = await findAccount(tx, username, stockholmDate(now));
    if (found === undefined) throw new Error(`There is no ${username}`);
    await setSubject(tx, found.account, subject, now);
  });
}

/** Where the provider is to be visited. */
export async function beginVisit(
  { demo }: ProviderWorld,
  user: TestUser,
  more: object = {},
): Promise<string> {
  const body = { board: demo.tenant, ...more };
  const begun = await user.post<{ url: string }>(at("begin-provider"), body);
  if (begun.problems.length > 0) throw new Error(begun.problems.join());
  return begun.body.url;
}

/** Somebody comes by the real provider; `cookies` are those of their browser there. */
export async function comeBy(
  world: ProviderWorld,
  who: string,
  user = new TestUser(world.app),
  cookies: Cookies = new Map(),
) {
  world.oidc.who = who;
  const answer = await visit(await beginVisit(world, user), ORIGIN, cookies);
  return { user, answer, done: await user.post(at("provider-sign-in"), answer) };
}

/** Somebody comes by the provider that says what a test wants. */
export async function comeForged(
  world: ProviderWorld,
  claims: Record<string, unknown>,
  answer: object = {},
) {
  const { forged, app } = world;
  const user = new TestUser(app);
  const asked = new URL(await beginVisit(world, user)).searchParams;
  forged.claims = { nonce: asked.get("nonce"), sub: "f-ylva", employee: "101", ...claims };
  const state = asked.get("state");
  const body = { state, code: "any", iss: forged.issuer, ...answer };
  return { user, ...(await user.post(at("provider-sign-in"), body)) };
}
