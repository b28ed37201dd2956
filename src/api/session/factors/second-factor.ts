import { findAccountById } from "../../../access/accounts.ts";
import { usablePasskeys } from "../../../access/passkey-rows.ts";
import { parseSessionCookie } from "../../../access/session-cookie.ts";
import { thereOfFacts, type SignInThere } from "../../../access/provider/sign-in-there.ts";
import { beginStep, findStep, takeStep, type StepName } from "../../../access/sign-in-steps.ts";
import { passkeyToAnswer } from "../../../access/web-authn.ts";
import { factorPasskey, secondFactor } from "../../../contract/session/second-factor.ts";
import type { Uuid } from "../../../kernel/ids.ts";
import { stockholmDate } from "../../../kernel/instant.ts";
import { problem, type Problem } from "../../../kernel/problem.ts";
import { fail } from "../../../kernel/result.ts";
import { inTenant, type Tx } from "../../../store/in-tenant.ts";
import { parseTenant, type Tenant } from "../../../store/tenant.ts";
import { handlePublic, type Input, type PublicContext } from "../../http/handler.ts";
import { openFor } from "../open-session.ts";
import {
  countFactor,
  forgetFactorTries,
  takeCode,
  takePasskey,
  type Owner,
} from "./check-factor.ts";

const WAYS = ["password", "invitation", "provider"] as const;

/** Somebody whose password was right, and the token of it. */
interface OnTheWay extends Owner {
  readonly name: StepName;
  readonly via: (typeof WAYS)[number];
  /** The sign-in at the provider, of somebody whom it has sent. */
  readonly there: SignInThere | undefined;
}

/** The step is taken when the factor was right: a wrong one may be tried again, as long as tries are left. */
export const secondFactorHandler = handlePublic(secondFactor, async (ctx, { body }) => {
  const way = await onTheWay(ctx, body.step);
  if (way === undefined) return fail(stepOver());
  const throttled = await countFactor(ctx, way);
  if (throttled !== undefined) return fail(throttled);
  const { pools, clock } = ctx.app.store;
  const now = clock.now();
  const wrong = await inTenant(pools.app, way.tenant, (tx) => check(ctx, tx, way, body));
  if (wrong !== undefined) return fail(wrong);
  const account = await inTenant(pools.app, way.tenant, async (tx) => {
    if ((await takeStep(tx, way.name, now)) === undefined) return undefined;
    return findAccountById(tx, way.account, stockholmDate(now));
  });
  if (account === undefined) return fail(stepOver());
  await forgetFactorTries(ctx, way);
  const { tenant, via, there } = way;
  const by = there === undefined ? { via } : { via, there };
  const value = await openFor(ctx, { ...account, ...by, tenant, limited: false });
  return value === undefined ? fail(stepOver()) : { ok: true, value };
});

export const factorPasskeyHandler = handlePublic(factorPasskey, async (ctx, { body }) => {
  const way = await onTheWay(ctx, body.step);
  if (way === undefined) return fail(stepOver());
  const { pools, clock } = ctx.app.store;
  const options = await inTenant(pools.app, way.tenant, async (tx) => {
    const made = await passkeyToAnswer(ctx, await usablePasskeys(tx, way.account));
    const { browser } = way.name;
    const facts = { challenge: made.challenge };
    const token = challengeToken(way.name.token);
    const step = { kind: "passkey", account: way.account, browser, facts, token } as const;
    await takeStep(tx, { token, kind: "passkey", browser }, clock.now());
    await beginStep(tx, step, clock.now());
    return made;
  });
  return { ok: true, value: { options: { ...options } } };
});

async function check(
  ctx: PublicContext,
  tx: Tx,
  way: OnTheWay,
  { code, passkey }: Input<typeof secondFactor>["body"],
): Promise<Problem | undefined> {
  if (passkey !== undefined) {
    const { browser, token } = way.name;
    const name = { token: challengeToken(token), kind: "passkey", browser } as const;
    const step = await takeStep(tx, name, ctx.app.store.clock.now());
    const challenge = step?.facts["challenge"];
    if (challenge === undefined) return stepOver();
    return takePasskey(ctx, tx, way, { challenge, answer: passkey });
  }
  const right = code !== undefined && (await takeCode(ctx, tx, way, code));
  return right ? undefined : problem("session.wrong-factor", { pointer: "/code" });
}

async function onTheWay(ctx: PublicContext, step: string): Promise<OnTheWay | undefined> {
  const named = parseSessionCookie(step);
  const tenant: Tenant | undefined = parseTenant(named?.tenant ?? 0);
  if (named === undefined || tenant === undefined) return undefined;
  const name: StepName = { token: named.token, kind: "factor", browser: ctx.browser.key };
  const { pools, clock } = ctx.app.store;
  const found = await inTenant(pools.app, tenant, (tx) => findStep(tx, name, clock.now()));
  const account: Uuid | null = found?.account ?? null;
  if (account === null) return undefined;
  const via = WAYS.find((each) => each === found?.facts["via"]) ?? "password";
  return { tenant, account, name, via, there: thereOfFacts(found?.facts ?? {}) };
}

/** The challenge of a step has a name of its own, made from the step's. */
function challengeToken(token: string): string {
  return `${token} passkey`;
}

export function stepOver(): Problem {
  return problem("session.step-over");
}
