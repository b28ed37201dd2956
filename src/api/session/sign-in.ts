import { findAccount, normalUsername, type Account } from "../../access/accounts.ts";
import { readBoardSignIn } from "../../access/board-sign-in.ts";
import { listBoards } from "../../access/boards.ts";
import { INSTALLATION } from "../../access/installation.ts";
import { verifyPassword } from "../../access/passwords.ts";
import { signIn } from "../../contract/session/sign-in.ts";
import { stockholmDate } from "../../kernel/instant.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { inTenant } from "../../store/in-tenant.ts";
import type { Tenant } from "../../store/tenant.ts";
import { handlePublic, type PublicContext } from "../http/handler.ts";
import { goOn } from "./go-on.ts";
import { giveRightTryBack, throttleSignIn } from "./sign-in-tries.ts";

/** Every try is counted before the password is looked at; a wrong name and a wrong password look the same. */
export const signInHandler = handlePublic(signIn, async (ctx, { body }) => {
  const username = normalUsername(body.username);
  const throttled = await throttleSignIn(ctx, username);
  if (throttled !== undefined) return { ok: false, problems: [throttled] };
  const found = await matching(await findInBoards(ctx, username), body.password);
  if (found === undefined) return { ok: false, problems: [wrong()] };
  await giveRightTryBack(ctx, username);
  const value = await goOn(ctx, found.tenant, found.account, "password");
  return value === undefined ? { ok: false, problems: [wrong()] } : { ok: true, value };
});

function wrong(): Problem {
  return problem("session.wrong-credentials", { status: 401 });
}

export interface FoundAccount {
  readonly tenant: Tenant;
  readonly account: Account;
}

/**
 * The accounts of a user name, in the boards where passwords sign in: the boards of an installation are few, and each
 * is asked by itself.
 */
export async function findInBoards(
  ctx: PublicContext,
  username: string,
): Promise<readonly FoundAccount[]> {
  const { pools, clock } = ctx.app.store;
  const today = stockholmDate(clock.now());
  const boards = await inTenant(pools.app, INSTALLATION, listBoards);
  const found: FoundAccount[] = [];
  for (const { tenant } of boards) {
    const account = await inTenant(pools.app, tenant, async (tx) => {
      const [known, { localAccounts }] = await Promise.all([
        findAccount(tx, username, today),
        readBoardSignIn(tx),
      ]);
      return localAccounts ? known : undefined;
    });
    if (account !== undefined) found.push({ tenant, account });
  }
  return found;
}

/** The one whose password it is: somebody may have the same user name in two boards. */
async function matching(
  found: readonly FoundAccount[],
  password: string,
): Promise<FoundAccount | undefined> {
  for (const each of found) {
    if (await verifyPassword(each.account.passwordHash ?? undefined, password)) return each;
  }
  if (found.length === 0) await verifyPassword(undefined, password);
  return undefined;
}
