import { flowSecrets } from "../../../access/provider/flow-secrets.ts";
import { readWord, signedInSince, type ProviderWord } from "../../../access/provider/judge-word.ts";
import type { OpenProvider } from "../../../access/provider/provider-rows.ts";
import { discover, takeVisit } from "../../../access/provider/speak.ts";
import { parseSessionCookie } from "../../../access/session-cookie.ts";
import { takeStep } from "../../../access/sign-in-steps.ts";
import type { providerSignIn } from "../../../contract/session/provider.ts";
import { problem } from "../../../kernel/problem.ts";
import { fail, ok, type Result } from "../../../kernel/result.ts";
import { inTenant } from "../../../store/in-tenant.ts";
import { parseTenant, type Tenant } from "../../../store/tenant.ts";
import type { Input, PublicContext } from "../../http/handler.ts";
import { stepOver } from "../factors/second-factor.ts";
import { mannerOf, openSettings, prefixOf, type VisitFor } from "./begin.ts";
import { problemOfFault } from "./provider-problems.ts";

/** What the provider said of whoever was there, and what the visit was for. */
export interface Taken {
  readonly tenant: Tenant;
  readonly settings: OpenProvider;
  readonly word: ProviderWord;
  readonly facts: Readonly<Record<string, string>>;
  /** How long ago the person signed in there, in milliseconds; undefined where the provider does not say. */
  readonly ageMs: number | undefined;
}

const MINUTE = 60_000;

/**
 * Takes the answer of a visit that began in this browser, once. The cookie names the visit, and the state must be the
 * one made from it: an answer that somebody else was given, or that comes again, is none of this browser's.
 */
export async function takeAnswer(
  ctx: PublicContext,
  { state, ...answer }: Input<typeof providerSignIn>["body"],
  purposes: readonly VisitFor[],
): Promise<Result<Taken>> {
  const named = parseSessionCookie(ctx.providerVisit.value);
  const tenant = parseTenant(named?.tenant ?? 0);
  if (named === undefined || tenant === undefined) return fail(stepOver());
  const secrets = flowSecrets(named.token);
  const purpose = purposes.find((each) => state === prefixOf(each) + secrets.state);
  if (purpose === undefined) return fail(stepOver());
  const { pools, clock } = ctx.app.store;
  const name = { token: named.token, kind: "provider", browser: ctx.browser.key } as const;
  const step = await inTenant(pools.app, tenant, (tx) => takeStep(tx, name, clock.now()));
  ctx.providerVisit.clear();
  if (step === undefined || step.facts["purpose"] !== purpose) return fail(stepOver());
  const settings = await openSettings(ctx, tenant);
  if (!settings.ok) return settings;
  const visit = {
    redirectUri: step.facts["redirectUri"] ?? "",
    secrets,
    prefix: prefixOf(purpose),
  };
  const found = await discover(settings.value, mannerOf(ctx));
  if (!found.ok) return fail(problemOfFault(found.fault));
  const claims = await takeVisit(found.value, visit, { state, ...given(answer) });
  if (!claims.ok) return fail(problemOfFault(claims.fault));
  const word = readWord(claims.value, settings.value.claim);
  const taken = { tenant, settings: settings.value, word, facts: step.facts, ageMs: ageOf(word) };
  return isFresh(taken, purpose) ? ok(taken) : fail(problem("provider.not-now"));
}

/** Whoever was to be asked anew must have signed in since; others as long ago as the board allows. */
function isFresh({ settings, word, facts }: Taken, purpose: VisitFor): boolean {
  const now = Date.now();
  if (purpose !== "in") return signedInSince(word, Number(facts["begun"]), now);
  const { maxAgeMinutes } = settings;
  return maxAgeMinutes === null || signedInSince(word, now - maxAgeMinutes * MINUTE, now);
}

/** By the machine's clock, as the provider's is: that of the program may be set for a test. */
function ageOf({ authTime }: ProviderWord): number | undefined {
  return authTime === undefined ? undefined : Math.max(0, Date.now() - authTime * 1000);
}

function given(answer: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(answer).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
