import { hash } from "node:crypto";
import { parseInstant, type Instant } from "../../kernel/instant.ts";

/**
 * The sign-in at a provider that a session here came by, so that the provider can end it. Hashes: whoever reads them
 * learns nobody's name there.
 */
export interface SignInThere {
  /** Of the issuer and the person. */
  readonly person: Buffer;
  /** Of the issuer and that one sign-in; null where the provider names none. */
  readonly visit: Buffer | null;
  /** When the provider gave its word. */
  readonly since: Instant;
}

/** The names a provider has given, as they are kept. */
export function personThere(issuer: string, sub: string): Buffer {
  return hashOf(["person", issuer, sub]);
}

/** As {@link personThere}, of one sign-in (`sid`). */
export function visitThere(issuer: string, sid: string): Buffer {
  return hashOf(["visit", issuer, sid]);
}

/** Of a word the provider gave at a moment. */
export function signInThere(
  {
    issuer,
    sub,
    sid,
  }: { readonly issuer: string; readonly sub: string; readonly sid: string | undefined },
  since: Instant,
): SignInThere {
  const visit = sid === undefined ? null : visitThere(issuer, sid);
  return { person: personThere(issuer, sub), visit, since };
}

/** As a step of a sign-in keeps it while a second factor is asked for. */
export function factsOfThere({
  person,
  visit,
  since,
}: SignInThere): Readonly<Record<string, string>> {
  const known = visit === null ? {} : { visit: visit.toString("hex") };
  return { person: person.toString("hex"), since, ...known };
}

/** Undefined for a step that began with something else than a provider's word. */
export function thereOfFacts(facts: Readonly<Record<string, string>>): SignInThere | undefined {
  const { person, visit } = facts;
  const since = parseInstant(facts["since"] ?? "");
  if (person === undefined || since === undefined) return undefined;
  const known = visit === undefined ? null : Buffer.from(visit, "hex");
  return { person: Buffer.from(person, "hex"), visit: known, since };
}

function hashOf(names: readonly string[]): Buffer {
  return hash("sha256", JSON.stringify(names), "buffer");
}
