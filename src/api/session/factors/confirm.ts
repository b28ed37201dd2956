import { findPasswordHash } from "../../../access/accounts.ts";
import { readFactors } from "../../../access/account-factors.ts";
import { readBoardSignIn } from "../../../access/board-sign-in.ts";
import { usablePasskeys } from "../../../access/passkey-rows.ts";
import { verifyPassword } from "../../../access/passwords.ts";
import { confirmSession } from "../../../access/sessions.ts";
import { beginStep, takeStep } from "../../../access/sign-in-steps.ts";
import { passkeyToAnswer } from "../../../access/web-authn.ts";
import { beginConfirm, confirm } from "../../../contract/session/confirm.ts";
import { problem, type Problem } from "../../../kernel/problem.ts";
import { fail, ok } from "../../../kernel/result.ts";
import { inTenant } from "../../../store/in-tenant.ts";
import { handle, type Input, type RequestContext } from "../../http/handler.ts";
import { newToken } from "../open-session.ts";
import { countFactor, forgetFactorTries, takeCode, takePasskey } from "./check-factor.ts";
import { stepOver } from "./second-factor.ts";

export const beginConfirmHandler = handle(beginConfirm, async (ctx) => {
  const { pools, clock } = ctx.app.store;
  return inTenant(pools.app, ctx.tenant, async (tx) => {
    const { totp } = await readFactors(tx, ctx.account);
    const { localAccounts, provider: isSet } = await readBoardSignIn(tx);
    const hash = localAccounts ? await findPasswordHash(tx, ctx.account) : undefined;
    const password = hash !== undefined;
    const provider = isSet && ctx.session?.via === "provider";
    const known = await usablePasskeys(tx, ctx.account);
    if (known.length === 0) return ok({ password, totp, provider, passkey: null });
    const options = await passkeyToAnswer(ctx, known);
    const step = newToken(ctx);
    const facts = { challenge: options.challenge };
    const { key: browser } = ctx.browser;
    const begun = { kind: "passkey", account: ctx.account, browser, facts, token: step } as const;
    await beginStep(tx, begun, clock.now());
    return ok({ password, totp, provider, passkey: { step, options: { ...options } } });
  });
});

/** Tries are counted as at signing in: whoever sits at an open screen guesses no longer than at the door. */
export const confirmHandler = handle(confirm, async (ctx, { body }) => {
  const throttled = await countFactor(ctx, ctx);
  if (throttled !== undefined) return fail(throttled);
  const { pools, clock } = ctx.app.store;
  const wrong = await check(ctx, body);
  if (wrong !== undefined) return fail(wrong);
  const { session } = ctx;
  if (session === undefined) return fail(stepOver());
  await inTenant(pools.app, ctx.tenant, (tx) => confirmSession(tx, session.session, clock.now()));
  await forgetFactorTries(ctx, ctx);
  return ok({});
});

async function check(
  ctx: RequestContext,
  { password, code, passkey }: Input<typeof confirm>["body"],
): Promise<Problem | undefined> {
  const { pools, clock } = ctx.app.store;
  if (password !== undefined) {
    const hash = await inTenant(pools.app, ctx.tenant, async (tx) => {
      const { localAccounts } = await readBoardSignIn(tx);
      return localAccounts ? findPasswordHash(tx, ctx.account) : undefined;
    });
    const right = await verifyPassword(hash, password);
    return right ? undefined : problem("session.confirm-wrong", { pointer: "/password" });
  }
  return inTenant(pools.app, ctx.tenant, async (tx) => {
    if (passkey !== undefined) {
      const name = { token: passkey.step, kind: "passkey", browser: ctx.browser.key } as const;
      const step = await takeStep(tx, name, clock.now());
      const challenge = step?.account === ctx.account ? step.facts["challenge"] : undefined;
      if (challenge === undefined) return stepOver();
      return takePasskey(ctx, tx, ctx, { challenge, answer: passkey.answer });
    }
    const right = code !== undefined && (await takeCode(ctx, tx, ctx, code));
    return right ? undefined : problem("session.wrong-factor", { pointer: "/code" });
  });
}
