import { findAccountById } from "../../../access/accounts.ts";
import { readBoardSignIn } from "../../../access/board-sign-in.ts";
import { INSTALLATION } from "../../../access/installation.ts";
import { beginStep, takeStep } from "../../../access/sign-in-steps.ts";
import { countTry, passkeyRule } from "../../../access/throttle.ts";
import { ownerOfHandle, passkeyToAnswer } from "../../../access/web-authn.ts";
import { countedAddress } from "../../../access/short-address.ts";
import { beginPasskeySignIn, passkeySignIn } from "../../../contract/session/second-factor.ts";
import { stockholmDate } from "../../../kernel/instant.ts";
import { problem } from "../../../kernel/problem.ts";
import { fail } from "../../../kernel/result.ts";
import { inTenant } from "../../../store/in-tenant.ts";
import { parseTenant } from "../../../store/tenant.ts";
import { handlePublic } from "../../http/handler.ts";
import { newToken, openFor } from "../open-session.ts";
import { tooMany } from "../sign-in-tries.ts";
import { takePasskey } from "./check-factor.ts";
import { stepOver } from "./second-factor.ts";

/** Nobody is known yet, so the challenge belongs to the installation. */
export const beginPasskeySignInHandler = handlePublic(beginPasskeySignIn, async (ctx) => {
  const { pools, clock } = ctx.app.store;
  const options = await passkeyToAnswer(ctx);
  const step = newToken(ctx);
  const throttled = await inTenant(pools.app, INSTALLATION, async (tx) => {
    const stopped = tooMany([
      await countTry(tx, passkeyRule, countedAddress(ctx.address), clock.now()),
    ]);
    if (stopped !== undefined) return stopped;
    const facts = { challenge: options.challenge };
    const { key: browser } = ctx.browser;
    const begun = { kind: "passkey", account: null, browser, facts, token: step } as const;
    await beginStep(tx, begun, clock.now());
    return undefined;
  });
  if (throttled !== undefined) return fail(throttled);
  return { ok: true, value: { step, options: { ...options } } };
});

/** A passkey that has verified the person is two factors in one: nothing more is asked for. */
export const passkeySignInHandler = handlePublic(passkeySignIn, async (ctx, { body }) => {
  const { pools, clock } = ctx.app.store;
  const now = clock.now();
  const name = { token: body.step, kind: "passkey", browser: ctx.browser.key } as const;
  const step = await inTenant(pools.app, INSTALLATION, (tx) => takeStep(tx, name, now));
  const challenge = step?.facts["challenge"];
  if (challenge === undefined) return fail(stepOver());
  const wrong = fail(problem("session.wrong-passkey"));
  const owner = ownerOfHandle(body.passkey.response.userHandle);
  const tenant = parseTenant(owner?.tenant ?? 0);
  if (owner === undefined || tenant === undefined) return wrong;
  const found = await inTenant(pools.app, tenant, async (tx) => {
    const account = await findAccountById(tx, owner.account, stockholmDate(now));
    if (account === undefined || !(await readBoardSignIn(tx)).localAccounts) return undefined;
    const given = { challenge, answer: body.passkey };
    const refused = await takePasskey(ctx, tx, { tenant, account: account.account }, given);
    return { account, refused };
  });
  if (found === undefined) return wrong;
  if (found.refused !== undefined) return fail(found.refused);
  const value = await openFor(ctx, { ...found.account, tenant, via: "passkey", limited: false });
  return value === undefined ? wrong : { ok: true, value };
});
