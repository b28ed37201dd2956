import type { ProviderFault } from "../access/provider/faults.ts";
import type { OpenProvider } from "../access/provider/provider-rows.ts";
import { discover, PATIENCE_SECONDS } from "../access/provider/speak.ts";

/** What discovery told, line by line; `good` when nobody needs to do anything. */
export interface ProviderCheck {
  readonly good: boolean;
  readonly lines: readonly string[];
}

/** What is looked at of the provider's description of itself. */
interface Described {
  readonly authorization_endpoint?: string | undefined;
  readonly token_endpoint?: string | undefined;
  readonly jwks_uri?: string | undefined;
  readonly end_session_endpoint?: string | undefined;
  readonly code_challenge_methods_supported?: readonly string[] | undefined;
  readonly scopes_supported?: readonly string[] | undefined;
  readonly acr_values_supported?: readonly string[] | undefined;
  readonly claims_supported?: readonly string[] | undefined;
  readonly authorization_response_iss_parameter_supported?: boolean | undefined;
  readonly backchannel_logout_supported?: boolean | undefined;
  readonly backchannel_logout_session_supported?: boolean | undefined;
}

/** Asks the provider what it is, as a sign-in does, and says in plain words what is wrong. Nobody is signed in. */
export async function checkProvider(
  settings: OpenProvider,
  overHttp: boolean,
): Promise<ProviderCheck> {
  const found = await discover(settings, { overHttp, seconds: PATIENCE_SECONDS });
  if (!found.ok) return { good: false, lines: [faultInWords(settings, found.fault)] };
  return judgeDescription(settings, found.value.serverMetadata());
}

/** What of a provider's description stands in the way (`wrong:`), and what is worth knowing (`note:`). */
export function judgeDescription(settings: OpenProvider, said: Described): ProviderCheck {
  const wrong: string[] = [];
  const notes: string[] = [];
  const doors = ["authorization_endpoint", "token_endpoint", "jwks_uri"] as const;
  for (const door of doors) if (said[door] === undefined) wrong.push(`it names no ${door}`);
  const methods = said.code_challenge_methods_supported;
  if (methods === undefined) notes.push("it does not say that it supports PKCE (S256)");
  else if (!methods.includes("S256")) wrong.push("it does not support PKCE with S256");
  const { scopes_supported: scopes, acr_values_supported: acr, claims_supported: claims } = said;
  for (const scope of missing(settings.scopes, scopes))
    notes.push(`it does not list the scope ${scope}`);
  for (const value of missing(settings.acr, acr)) notes.push(`it does not list the acr ${value}`);
  for (const claim of missing([settings.claim], claims)) {
    notes.push(`it does not list the claim ${claim}: see that it is put into the ID token`);
  }
  if (said.authorization_response_iss_parameter_supported !== true) {
    notes.push("it does not name itself in its answers (RFC 9207)");
  }
  if (settings.endsThere && said.end_session_endpoint === undefined) {
    notes.push("it has no sign-out of its own: who signs out here stays signed in there");
  }
  if (said.backchannel_logout_supported !== true) {
    notes.push("it does not tell of sign-outs there (back-channel logout)");
  } else if (said.backchannel_logout_session_supported !== true) {
    notes.push("it tells of sign-outs by person alone: all of somebody's sign-ins end");
  }
  return {
    good: wrong.length === 0,
    lines: [...wrong.map((line) => `wrong: ${line}`), ...notes.map((line) => `note: ${line}`)],
  };
}

function missing(
  wanted: readonly string[],
  known: readonly string[] | undefined,
): readonly string[] {
  return known === undefined ? [] : wanted.filter((each) => !known.includes(each));
}

const WORDS: Readonly<Record<string, string>> = {
  ENOTFOUND: "the name of the machine is not known here; look at the issuer and at DNS",
  EAI_AGAIN: "the name of the machine can't be looked up now; look at DNS",
  ECONNREFUSED: "the machine is there but nothing answers at that port",
  ECONNRESET: "the connection was cut; look at the firewall or proxy between",
  ETIMEDOUT: "no answer; look at the firewall between",
  OAUTH_TIMEOUT: "no answer in time; look at the firewall between",
  UND_ERR_CONNECT_TIMEOUT: "no answer in time; look at the firewall between",
  CERT_HAS_EXPIRED: "its certificate has expired",
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for another name",
  "http-404": "it has no /.well-known/openid-configuration there; look at the issuer's path",
  OAUTH_HTTP_REQUEST_FORBIDDEN: "it, or one of the addresses it names, is not https",
  OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED:
    "it calls itself something else than the issuer that is set; they must be equal letter by letter",
  OAUTH_RESPONSE_IS_NOT_JSON: "what answers is no OpenID Connect provider; look at the issuer",
  OAUTH_PARSE_ERROR: "what answers is no OpenID Connect provider; look at the issuer",
};
const UNTRUSTED = /CERT|SELF_SIGNED|UNABLE_TO/u;

function faultInWords({ issuer, auth }: OpenProvider, { kind, code }: ProviderFault): string {
  const known = WORDS[code];
  if (known !== undefined) return `wrong: ${issuer}: ${known} (${code})`;
  if (UNTRUSTED.test(code)) {
    return `wrong: ${issuer}: its certificate is not trusted here; NODE_EXTRA_CA_CERTS names more authorities (${code})`;
  }
  if (auth === "key" && code.startsWith("ERR_OSSL")) {
    return "wrong: the private key can't be read; it must be PEM, RSA or P-256, without a password";
  }
  return `wrong: ${issuer}: ${kind === "away" ? "no answer" : "no usable answer"} (${code})`;
}
