/**
 * What went wrong with the provider. `away`: no answer, or one that says it is broken. `refused`: it said no, with a
 * code of its own. `wrong`: what it said does not hold: another issuer, a signature, a time.
 */
export interface ProviderFault {
  readonly kind: "away" | "refused" | "wrong";
  /** A word of few letters for whoever looks into it; never a text of the provider. */
  readonly code: string;
}

/** Codes of OAuth 2.0 and OpenID Connect; another word may be anybody's. */
const KNOWN_REFUSALS: ReadonlySet<string> = new Set([
  "access_denied",
  "account_selection_required",
  "consent_required",
  "interaction_required",
  "invalid_client",
  "invalid_grant",
  "invalid_request",
  "invalid_scope",
  "login_required",
  "server_error",
  "temporarily_unavailable",
  "unauthorized_client",
  "unmet_authentication_requirements",
  "unsupported_response_type",
]);
const BROKEN: ReadonlySet<string> = new Set(["server_error", "temporarily_unavailable"]);
/** What the network says of a machine that does not answer, or that we do not trust. */
const NETWORK =
  /^(?:E[A-Z_]+|UND_ERR_[A-Z_]+|CERT_[A-Z_]+|[A-Z_]*CERT[A-Z_]*|ERR_(?:TLS|SSL)_[A-Z_]+|OAUTH_TIMEOUT)$/u;
const PLAIN_CODE = /^[A-Za-z0-9_-]{1,60}$/u;
const MOST_CAUSES = 6;

/** What a fault was, by the codes it and its causes carry. `said` is what the provider itself gave as its reason. */
export function faultOf(error: unknown, said?: string): ProviderFault {
  const refusal = said ?? wordOf(error, "error");
  if (refusal !== undefined) {
    const code = KNOWN_REFUSALS.has(refusal) ? refusal : "other";
    return { kind: BROKEN.has(code) ? "away" : "refused", code };
  }
  const codes = causesOf(error).flatMap((each) => wordOf(each, "code") ?? []);
  const network = codes.find((code) => NETWORK.test(code));
  if (network !== undefined) return { kind: "away", code: network };
  // A request that never left says so in words alone.
  if (codes.length === 0 && error instanceof TypeError) return { kind: "away", code: "no-contact" };
  const statuses = causesOf(error).flatMap((each) => (each instanceof Response ? each.status : []));
  const status = statuses[0];
  if (status !== undefined)
    return { kind: status >= 500 ? "away" : "wrong", code: `http-${status}` };
  return { kind: "wrong", code: codes.find((code) => PLAIN_CODE.test(code)) ?? "unknown" };
}

/** An error and what it was caused by, the outermost first. */
function causesOf(error: unknown): readonly unknown[] {
  const found: unknown[] = [];
  let next: unknown = error;
  while (next !== undefined && next !== null && found.length < MOST_CAUSES) {
    found.push(next);
    next = typeof next === "object" && "cause" in next ? next.cause : undefined;
  }
  return found;
}

function wordOf(thing: unknown, name: "code" | "error"): string | undefined {
  if (typeof thing !== "object" || thing === null || !(name in thing)) return undefined;
  const word: unknown = Reflect.get(thing, name);
  return typeof word === "string" ? word : undefined;
}
