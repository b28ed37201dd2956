import type { Uuid } from "../../kernel/ids.ts";

/** What the provider says of somebody it has signed in, as far as we listen. Nothing of it gives a role. */
export interface ProviderWord {
  readonly issuer: string;
  /** Its own name of the person, which it gives to nobody else. */
  readonly sub: string;
  /** Its name of this one sign-in there; undefined where it gives none. */
  readonly sid: string | undefined;
  /** What the claim of the board says; undefined where it is missing or no plain value. */
  readonly value: string | undefined;
  readonly acr: string | undefined;
  readonly amr: readonly string[];
  /** When the person signed in there, in seconds since 1970; undefined where it does not say. */
  readonly authTime: number | undefined;
}

/** An account as it stands to the provider. */
export interface TiedAccount {
  readonly account: Uuid;
  readonly staff: Uuid;
  readonly username: string;
  readonly subject: string | null;
  readonly issuer: string | null;
  readonly sub: string | null;
  /** Neither closed nor past its last day. */
  readonly open: boolean;
}

/** How the provider must have signed somebody in. */
export interface WayDemanded {
  /** One of these; empty = as it likes. */
  readonly acr: readonly string[];
  /** All of these. */
  readonly amr: readonly string[];
}

/** Why nobody is signed in; each is the id of a problem. */
export type WordRefusal =
  | "provider.no-value"
  | "provider.other-person"
  | "provider.unknown"
  | "provider.closed"
  | "provider.too-weak";

export type Judgement =
  | { readonly kind: "in"; readonly account: TiedAccount; readonly firstTime: boolean }
  | {
      readonly kind: "refused";
      readonly rule: WordRefusal;
      /** The accounts it concerns: whose value was sent, and whose name there it is. */
      readonly about: readonly TiedAccount[];
    };

const LONGEST_VALUE = 200;

/**
 * Reads the claims of an ID token whose signature, issuer, audience and times have been checked. A value is a text or a
 * whole number: a list could name several people.
 */
export function readWord(claims: Readonly<Record<string, unknown>>, claim: string): ProviderWord {
  const { iss, sub, sid, acr, amr, auth_time: authTime } = claims;
  return {
    issuer: typeof iss === "string" ? iss : "",
    sub: typeof sub === "string" ? sub : "",
    sid: typeof sid === "string" && sid !== "" ? sid : undefined,
    value: plainValue(claims[claim]),
    acr: typeof acr === "string" ? acr : undefined,
    amr: Array.isArray(amr) ? amr.filter((each) => typeof each === "string") : [],
    authTime: typeof authTime === "number" && Number.isFinite(authTime) ? authTime : undefined,
  };
}

function plainValue(value: unknown): string | undefined {
  const text = Number.isSafeInteger(value) ? String(value) : value;
  const fits = typeof text === "string" && text !== "" && text.length <= LONGEST_VALUE;
  return fits ? text : undefined;
}

/**
 * Whom a word of the provider lets in, if anybody. The account is the one whose value was sent, and it must be tied to
 * the very name the provider gives; only an account nobody has come to this way yet is tied now. Where value and name
 * point at different accounts nobody is let in: one of them is somebody else's (`provider.other-person`).
 *
 * `byValue`: the account that whoever runs accounts has given this value. `byName`: the one tied to issuer and name.
 */
export function judgeWord(
  word: ProviderWord,
  demanded: WayDemanded,
  byValue: TiedAccount | undefined,
  byName: TiedAccount | undefined,
): Judgement {
  const about = [byValue, byName].filter((each) => each !== undefined);
  const refused = (rule: WordRefusal): Judgement => ({
    kind: "refused",
    rule,
    about: about.filter(
      (each, at) => about.findIndex((one) => one.account === each.account) === at,
    ),
  });
  if (word.value === undefined || word.issuer === "" || word.sub === "") {
    return refused("provider.no-value");
  }
  if (byName !== undefined && byName.account !== byValue?.account) {
    return refused("provider.other-person");
  }
  if (byValue === undefined) return refused("provider.unknown");
  if (byValue.sub !== null && byName === undefined) return refused("provider.other-person");
  if (!byValue.open) return refused("provider.closed");
  if (!isStrong(word, demanded)) return refused("provider.too-weak");
  return { kind: "in", account: byValue, firstTime: byValue.sub === null };
}

function isStrong({ acr, amr }: ProviderWord, demanded: WayDemanded): boolean {
  const asked = demanded.acr.length === 0 || (acr !== undefined && demanded.acr.includes(acr));
  return asked && demanded.amr.every((each) => amr.includes(each));
}

/** Whether the board trusts the provider to have asked for more than a password. */
export function demandsStrong({ acr, amr }: WayDemanded): boolean {
  return acr.length + amr.length > 0;
}

/** Clocks of two machines differ by some seconds. */
export const SKEW_MS = 30_000;

/** Whether somebody signed in at the provider at a moment or later, both in milliseconds; unknown is no. */
export function signedInSince({ authTime }: ProviderWord, since: number, now: number): boolean {
  if (authTime === undefined) return false;
  const at = authTime * 1000;
  return at >= since - SKEW_MS && at <= now + SKEW_MS;
}
