import { generateKeyPairSync } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import Provider, { type GrantContext } from "oidc-provider";

/** A certified provider on this machine, which signs in whoever is said to sit at the browser. */
export interface OidcServer {
  readonly issuer: string;
  /** Who sits at the browser, by the provider's own name; null cancels there. */
  who: string | null;
  /** What the claim `employee` says of each. */
  readonly employees: Map<string, string>;
  /** Brings our server what the provider tells it of a sign-out, as the form it is; gives the status of the answer. */
  deliver: (form: string) => Promise<number>;
  stop(): Promise<void>;
}

export const OIDC_SECRET = "a secret of the tests and of nothing else";
const MOST_STEPS = 8;

/** Starts it. `origin`: the address of our page, which its clients may be sent back to. */
export async function startOidcServer(origin: string): Promise<OidcServer> {
  const server = createServer();
  const issuer = await listening(server);
  const made: OidcServer = {
    issuer,
    who: null,
    employees: new Map(),
    deliver: async (form) => {
      const headers = { "content-type": "application/x-www-form-urlencoded" };
      const told = await fetch(logoutAddress(origin), { method: "POST", headers, body: form });
      return told.status;
    },
    stop: () => stopped(server),
  };
  const provider: Provider = new Provider(issuer, {
    ...settingsOf(made, origin),
    // Nobody is asked whether our page may know: the municipality has said so.
    loadExistingGrant: async ({ oidc }: GrantContext) => {
      const { accountId } = oidc.session;
      const grant = new provider.Grant({ clientId: oidc.client.clientId, accountId });
      grant.addOIDCScope("openid");
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    if (request.url?.startsWith("/interaction/") !== true) {
      answer(request, response);
      return;
    }
    const login = { accountId: made.who, amr: ["mfa"] };
    const result = made.who === null ? { error: "access_denied" } : { login };
    void provider.interactionFinished(request, response, result);
  });
  return made;
}

/** Where our server is told of sign-outs. */
function logoutAddress(origin: string): string {
  return `${origin}/api/v1/session/provider-logout`;
}

function settingsOf(made: OidcServer, origin: string) {
  const client = {
    client_secret: OIDC_SECRET,
    redirect_uris: [`${origin}/sign-in/provider`],
    post_logout_redirect_uris: [`${origin}/sign-in`],
    backchannel_logout_uri: logoutAddress(origin),
    backchannel_logout_session_required: true,
  };
  return {
    clients: [
      { ...client, client_id: "mittpunkt" },
      { ...client, client_id: "other" },
    ],
    claims: { openid: ["sub", "employee", "amr"] },
    conformIdTokenClaims: false,
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    jwks: { keys: [signingKey()] },
    cookies: { keys: ["of the tests"] },
    features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: true } },
    // What it sends to others goes by way of the test.
    fetch: async (_url: string, { body }: { readonly body?: unknown }) =>
      new Response(null, { status: await made.deliver(String(body)) }),
    interactions: { url: (_ctx: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_ctx: unknown, accountId: string) => ({
      accountId,
      claims: () => ({ sub: accountId, employee: made.employees.get(accountId) }),
    }),
  };
}

function signingKey(): object {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return { ...privateKey.export({ format: "jwk" }), kid: "of-the-tests", alg: "RS256", use: "sig" };
}

/** A port of its own, and the address there. */
export async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

export async function stopped(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}

/** The cookies of a browser. */
export type Cookies = Map<string, string>;

async function send(address: URL, cookies: Cookies, form?: URLSearchParams): Promise<Response> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const sent = form === undefined ? {} : { method: "POST", body: form };
  const answer = await fetch(address, { ...sent, redirect: "manual", headers: { cookie } });
  for (const each of answer.headers.getSetCookie()) {
    const [name = "", value = ""] = (each.split(";")[0] ?? "").split(/=(.*)/su);
    cookies.set(name, value);
  }
  return answer;
}

/** A browser that signs out at an address of the provider, and says yes. */
export async function leave(address: string, cookies: Cookies): Promise<void> {
  const page = await (await send(new URL(address), cookies)).text();
  const [, action = ""] = /action="([^"]+)"/u.exec(page) ?? [];
  const [, xsrf = ""] = /name="xsrf" value="([^"]+)"/u.exec(page) ?? [];
  const answer = await send(
    new URL(action, address),
    cookies,
    new URLSearchParams({ xsrf, logout: "yes" }),
  );
  if (answer.status !== 303) throw new Error(`The provider lets nobody go: ${answer.status}`);
}

/** A browser that follows an address until the provider sends it back to `origin`; gives what stands in that address. */
export async function visit(
  address: string,
  origin: string,
  cookies: Cookies = new Map(),
): Promise<Readonly<Record<string, string>>> {
  let next = new URL(address);
  for (let step = 0; step < MOST_STEPS && next.origin !== origin; step += 1) {
    const answer = await send(next, cookies);
    const location = answer.headers.get("location");
    if (location === null)
      throw new Error(`The provider stays at ${next.pathname}: ${answer.status}`);
    next = new URL(location, next);
  }
  return Object.fromEntries(next.searchParams);
}
