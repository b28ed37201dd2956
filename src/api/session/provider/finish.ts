import { confirmSession } from "../../../access/sessions.ts";
import { demandsStrong } from "../../../access/provider/judge-word.ts";
import { isOverThere } from "../../../access/provider/logout-rows.ts";
import { signInThere, type SignInThere } from "../../../access/provider/sign-in-there.ts";
import { providerConfirm, providerSignIn } from "../../../contract/session/provider.ts";
import { instantOfMillis, millisOf } from "../../../kernel/instant.ts";
import { problem, type Problem } from "../../../kernel/problem.ts";
import { fail, ok } from "../../../kernel/result.ts";
import { inTenant } from "../../../store/in-tenant.ts";
import type { Tenant } from "../../../store/tenant.ts";
import { handle, handlePublic, type PublicContext } from "../../http/handler.ts";
import { stepOver } from "../factors/second-factor.ts";
import { goOn } from "../go-on.ts";
import { judge } from "./judge.ts";
import { takeAnswer } from "./take-answer.ts";

/** Where the provider does not say when somebody signed in there, it was too long ago for any sensitive act. */
const LONG_AGO_MS = 86_400_000;

/** The account decides who it is and what may be done; the provider only says whose it is. */
export const providerSignInHandler = handlePublic(providerSignIn, async (ctx, { body }) => {
  const taken = await takeAnswer(ctx, body, ["in", "again"]);
  if (!taken.ok) return taken;
  const { tenant, settings, facts, ageMs } = taken.value;
  const judged = await judge(ctx, { taken: taken.value, action: providerSignIn.id });
  if (!judged.ok) return judged;
  const since = ctx.app.store.clock.now();
  const there = signInThere(taken.value.word, since);
  const signedIn = await goOn(ctx, tenant, judged.value, "provider", {
    strong: demandsStrong(settings),
    confirmedAt: instantOfMillis(millisOf(since) - (ageMs ?? LONG_AGO_MS)),
    there,
  });
  if (signedIn === undefined) return fail(await whyNot(ctx, tenant, there));
  return ok({ signedIn, after: facts["after"] ?? null });
});

async function whyNot(ctx: PublicContext, tenant: Tenant, there: SignInThere): Promise<Problem> {
  const { pools } = ctx.app.store;
  const isOver = await inTenant(pools.app, tenant, (tx) => isOverThere(tx, there));
  return problem(isOver ? "provider.signed-out" : "provider.closed");
}

/** Only the word of the session's own account confirms it, given after it was asked for. */
export const providerConfirmHandler = handle(providerConfirm, async (ctx, { body }) => {
  const { session, account } = ctx;
  const taken = await takeAnswer(ctx, body, ["confirm"]);
  if (!taken.ok) return taken;
  const { tenant, facts } = taken.value;
  if (session === undefined || tenant !== ctx.tenant || facts["session"] !== session.session) {
    return fail(stepOver());
  }
  const asked = { taken: taken.value, action: providerConfirm.id, own: account };
  const judged = await judge(ctx, asked);
  if (!judged.ok) return judged;
  const { pools, clock } = ctx.app.store;
  await inTenant(pools.app, tenant, (tx) => confirmSession(tx, session.session, clock.now()));
  return ok({});
});
