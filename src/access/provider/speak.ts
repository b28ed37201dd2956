import { createPrivateKey, webcrypto } from "node:crypto";
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  AuthorizationResponseError,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  ClientSecretPost,
  clockTolerance,
  type Configuration,
  discovery,
  None,
  enableNonRepudiationChecks,
  PrivateKeyJwt,
  type ClientAuth,
} from "openid-client";
import { faultOf, type ProviderFault } from "./faults.ts";
import type { FlowSecrets } from "./flow-secrets.ts";
import type { PublishedKey } from "./logout-token.ts";
import { SKEW_MS } from "./judge-word.ts";
import type { OpenProvider } from "./provider-rows.ts";

/** An answer of the provider, or what went wrong with it. */
export type Spoken<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: ProviderFault };

/** How we may speak with a provider. */
export interface Manner {
  /** Without encryption: a provider on the machine itself, in tests. */
  readonly overHttp: boolean;
  /** How long to wait for one answer. */
  readonly seconds: number;
}

/** Somebody who waits at the door waits no longer than this for each answer. */
export const PATIENCE_SECONDS = 6;

/** A visit to the provider, and how it is to sign the person in. */
export interface Visit {
  readonly redirectUri: string;
  readonly secrets: FlowSecrets;
  /** Put before the state, so that our page knows what the visit was for. */
  readonly prefix: string;
  /** Ask anew who it is, also somebody who is signed in there. */
  readonly anew: boolean;
}

/**
 * Asks the provider what it is and where its doors are (OpenID Connect Discovery). Asked anew for each sign-in, so that
 * a key that was changed a moment ago is known.
 */
export async function discover(
  settings: OpenProvider,
  { overHttp, seconds }: Manner,
): Promise<Spoken<Configuration>> {
  return spoken(async () => {
    const { clientId } = settings;
    const auth = await clientAuth(settings);
    const metadata = { [clockTolerance]: SKEW_MS / 1000 };
    // The signature is held to its key although the answer comes straight from the provider.
    const execute = [enableNonRepudiationChecks, ...(overHttp ? [allowInsecureRequests] : [])];
    const options = { execute, timeout: seconds };
    return discovery(new URL(settings.issuer), clientId, metadata, auth, options);
  });
}

/** The address to go to for signing in there. */
export async function visitAddress(
  config: Configuration,
  settings: OpenProvider,
  { redirectUri, secrets, prefix, anew }: Visit,
): Promise<Spoken<string>> {
  return spoken(async () => {
    const challenge = await calculatePKCECodeChallenge(secrets.verifier);
    const maxAge = anew
      ? 0
      : settings.maxAgeMinutes === null
        ? undefined
        : settings.maxAgeMinutes * 60;
    const url = buildAuthorizationUrl(config, {
      redirect_uri: redirectUri,
      response_type: "code",
      scope: settings.scopes.join(" "),
      state: prefix + secrets.state,
      nonce: secrets.nonce,
      code_challenge: challenge,
      code_challenge_method: "S256",
      ...(settings.acr.length === 0 ? {} : { acr_values: settings.acr.join(" ") }),
      ...(maxAge === undefined ? {} : { max_age: String(maxAge) }),
      ...(anew ? { prompt: "login" } : {}),
    });
    return url.href;
  });
}

/**
 * Takes the answer of a visit: issuer and state of it, then the code for an ID token, whose signature, issuer, audience,
 * times and nonce are checked. Gives its claims.
 */
export async function takeVisit(
  config: Configuration,
  { redirectUri, secrets, prefix }: Omit<Visit, "anew">,
  answer: Readonly<Record<string, string>>,
): Promise<Spoken<Readonly<Record<string, unknown>>>> {
  return spoken(async () => {
    const url = new URL(redirectUri);
    for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value);
    const tokens = await authorizationCodeGrant(config, url, {
      expectedState: prefix + secrets.state,
      expectedNonce: secrets.nonce,
      pkceCodeVerifier: secrets.verifier,
      idTokenExpected: true,
    });
    return tokens.claims() ?? {};
  });
}

/** The address to go to for signing out there; undefined where the provider has none. */
export function leaveAddress(config: Configuration, comeBackTo: string): string | undefined {
  if (config.serverMetadata().end_session_endpoint === undefined) return undefined;
  return buildEndSessionUrl(config, { post_logout_redirect_uri: comeBackTo }).href;
}

/** What a provider publishes that it signs with. */
export interface Signing {
  readonly keys: readonly PublishedKey[];
  /** The algorithms it names; empty where it names none. */
  readonly algorithms: readonly string[];
}

/** Asks a provider for its keys. Asked anew each time, so that a key that was taken back a moment ago is worth nothing. */
export async function readSigning(
  issuer: string,
  { overHttp, seconds }: Manner,
): Promise<Spoken<Signing>> {
  return spoken(async () => {
    const options = { execute: overHttp ? [allowInsecureRequests] : [], timeout: seconds };
    // Nothing is asked as a client: what a provider publishes is for everybody.
    const config = await discovery(new URL(issuer), "nobody", {}, None(), options);
    const said = config.serverMetadata();
    const address = new URL(said.jwks_uri ?? "");
    if (address.protocol !== "https:" && !overHttp) throw new TypeError("not over https");
    const signal = AbortSignal.timeout(seconds * 1000);
    const answer = await fetch(address, { redirect: "error", signal });
    if (!answer.ok) throw new Error("no keys", { cause: answer });
    const keys = parseKeys(await answer.json());
    return { keys, algorithms: said.id_token_signing_alg_values_supported ?? [] };
  });
}

/** The keys of a set (RFC 7517); what is none is left out. */
function parseKeys(set: unknown): readonly PublishedKey[] {
  const keys = (set as { readonly keys?: unknown } | null)?.keys;
  const isKey = (key: unknown): key is PublishedKey => typeof key === "object" && key !== null;
  return Array.isArray(keys) ? keys.filter(isKey) : [];
}

async function spoken<T>(work: () => Promise<T>): Promise<Spoken<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    const said = error instanceof AuthorizationResponseError ? error.error : undefined;
    return { ok: false, fault: faultOf(error, said) };
  }
}

async function clientAuth({ auth, secret, keyId }: OpenProvider): Promise<ClientAuth> {
  if (auth === "basic") return ClientSecretBasic(secret);
  if (auth === "post") return ClientSecretPost(secret);
  const key = await signingKey(secret);
  return PrivateKeyJwt(keyId === null ? key : { key, kid: keyId });
}

/** A private key in PEM: RSA signs with RS256, P-256 with ES256. Throws for anything else. */
export async function signingKey(pem: string): Promise<webcrypto.CryptoKey> {
  const key = createPrivateKey(pem);
  const algorithm =
    key.asymmetricKeyType === "rsa"
      ? { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" }
      : { name: "ECDSA", namedCurve: "P-256" };
  const bytes = key.export({ type: "pkcs8", format: "der" });
  return webcrypto.subtle.importKey("pkcs8", bytes, algorithm, false, ["sign"]);
}
