import { changePasswordHash, findPasswordHash } from "../../access/accounts.ts";
import { INSTALLATION } from "../../access/installation.ts";
import { refusedChoice } from "../../access/password-choice.ts";
import { hashPassword, verifyPassword } from "../../access/passwords.ts";
import { parseSessionCookie } from "../../access/session-cookie.ts";
import { endOtherSessions } from "../../access/sessions.ts";
import { countTry, forgetTries, passwordRule } from "../../access/throttle.ts";
import { changePassword } from "../../contract/session/change-password.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { handle, type RequestContext } from "../http/handler.ts";

/**
 * Whoever sits at an open screen must know the old password, and tries are counted as at signing in. The session
 * that changes it goes on; every other of the account is over in the same transaction.
 */
export const changePasswordHandler = handle(changePassword, async (ctx, { body }) => {
  const { pools, clock } = ctx.app.store;
  const found = refusedNew(ctx, body) ?? (await refusedOld(ctx, body.old));
  if (found !== undefined) return { ok: false, problems: [found] };
  const passwordHash = await hashPassword(body.new);
  const token = parseSessionCookie(ctx.cookie.value)?.token ?? "";
  const ended = await inTenant(pools.app, ctx.tenant, async (tx) => {
    await changePasswordHash(tx, ctx.account, passwordHash, clock.now());
    return endOtherSessions(tx, ctx.account, token);
  });
  await inTenant(pools.app, INSTALLATION, (tx) => forgetTries(tx, passwordRule, ctx.account));
  return { ok: true, value: { ended } };
});

function refusedNew(
  { staff, organisation }: RequestContext,
  wanted: { readonly old: string; readonly new: string },
): Problem | undefined {
  const refused = refusedChoice(wanted.new, "/new", [staff.name, organisation.board.name]);
  if (refused !== undefined || wanted.old !== wanted.new) return refused;
  return problem("session.password-same", { pointer: "/new" });
}

async function refusedOld(ctx: RequestContext, old: string): Promise<Problem | undefined> {
  const { pools, clock } = ctx.app.store;
  const tried = await inTenant(pools.app, INSTALLATION, (tx) =>
    countTry(tx, passwordRule, ctx.account, clock.now()),
  );
  if (!tried.allowed) {
    const { retryAfterSeconds } = tried;
    const minutes = Math.ceil(retryAfterSeconds / 60);
    return problem("session.too-many-tries", { params: { retryAfterSeconds, minutes } });
  }
  const hash = await inTenant(pools.app, ctx.tenant, (tx) => findPasswordHash(tx, ctx.account));
  return (await verifyPassword(hash, old))
    ? undefined
    : problem("session.wrong-password", { pointer: "/old" });
}
