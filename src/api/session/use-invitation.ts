import { normalUsername } from "../../access/accounts.ts";
import { acceptInvitation, isInvited } from "../../access/account-changes.ts";
import { tellOwner } from "../../access/account-notices.ts";
import { forgetBrowsers } from "../../access/known-browsers.ts";
import { refusedChoice } from "../../access/password-choice.ts";
import { hashPassword } from "../../access/passwords.ts";
import { endAllSessions } from "../../access/session-list.ts";
import { shortAddress } from "../../access/short-address.ts";
import { useInvitation } from "../../contract/session/use-invitation.ts";
import { problem } from "../../kernel/problem.ts";
import { fail } from "../../kernel/result.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { handlePublic, type PublicContext } from "../http/handler.ts";
import { goOn } from "./go-on.ts";
import { findInBoards, type FoundAccount } from "./sign-in.ts";
import { throttleSignIn } from "./sign-in-tries.ts";

/**
 * The code counts as a try at signing in, and is used up in the transaction that sets the password: of two who use
 * it at once, one is refused. Whoever was signed in with the account no longer is.
 */
export const useInvitationHandler = handlePublic(useInvitation, async (ctx, { body }) => {
  const username = normalUsername(body.username);
  const throttled = await throttleSignIn(ctx, username);
  if (throttled !== undefined) return fail(throttled);
  const found = await invited(ctx, await findInBoards(ctx, username), body.code);
  if (found === undefined) return fail(wrong());
  const refused = refusedChoice(body.password, "/password", [username]);
  if (refused !== undefined) return fail(refused);
  if (!(await setPassword(ctx, found, body))) return fail(wrong());
  const value = await goOn(ctx, found.tenant, found.account, "invitation");
  return value === undefined ? fail(wrong()) : { ok: true, value };
});

function wrong() {
  return problem("session.wrong-invitation", { status: 401, pointer: "/code" });
}

async function invited(
  ctx: PublicContext,
  found: readonly FoundAccount[],
  code: string,
): Promise<FoundAccount | undefined> {
  const { pools, clock } = ctx.app.store;
  for (const each of found) {
    const fits = await inTenant(pools.app, each.tenant, (tx) =>
      isInvited(tx, each.account.account, code, clock.now()),
    );
    if (fits) return each;
  }
  return undefined;
}

async function setPassword(
  ctx: PublicContext,
  { tenant, account: { account } }: FoundAccount,
  { code, password }: { readonly code: string; readonly password: string },
): Promise<boolean> {
  const { pools, clock, ids } = ctx.app.store;
  const now = clock.now();
  const passwordHash = await hashPassword(password);
  return inTenant(pools.app, tenant, async (tx) => {
    if (!(await acceptInvitation(tx, account, { code, passwordHash }, now))) return false;
    await endAllSessions(tx, account);
    await forgetBrowsers(tx, account);
    const from = { browser: ctx.browser.key, address: shortAddress(ctx.address) };
    await tellOwner(tx, account, { notice: ids.next(), kind: "password-set", ...from }, now);
    return true;
  });
}
