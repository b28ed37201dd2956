import { listBoards } from "../../../access/boards.ts";
import { INSTALLATION } from "../../../access/installation.ts";
import { endSessionsThere, isForBoard } from "../../../access/provider/logout-rows.ts";
import {
  isSigned,
  readLogoutToken,
  type LogoutToken,
} from "../../../access/provider/logout-token.ts";
import { PATIENCE_SECONDS, readSigning } from "../../../access/provider/speak.ts";
import { countedAddress } from "../../../access/short-address.ts";
import { countTry, forgetTries, logoutRule } from "../../../access/throttle.ts";
import { providerLogout } from "../../../contract/session/provider.ts";
import { problem } from "../../../kernel/problem.ts";
import { fail, ok } from "../../../kernel/result.ts";
import { logAccess } from "../../../store/access-log.ts";
import { boardTime, loadOrganisation } from "../../../store/commands/organisation.ts";
import { inTenant } from "../../../store/in-tenant.ts";
import type { Tenant } from "../../../store/tenant.ts";
import { handlePublic, type PublicContext } from "../../http/handler.ts";
import { tooMany } from "../sign-in-tries.ts";

/**
 * Another server sends it: no page, no session and no cookie has a say here, only what the provider has signed. What
 * costs nothing is looked at first; then the try is counted, and only then are database and provider asked. Whatever is
 * wrong, the answer is the same.
 */
export const providerLogoutHandler = handlePublic(providerLogout, async (ctx, { body }) => {
  // By the machine's clock, as the provider's is: that of the program may be set for a test.
  const token = readLogoutToken(body.logout_token, Date.now());
  if (token === undefined) return refused();
  const { pools, clock } = ctx.app.store;
  const from = countedAddress(ctx.address);
  const tried = await inTenant(pools.app, INSTALLATION, (tx) =>
    countTry(tx, logoutRule, from, clock.now()),
  );
  const throttled = tooMany([tried]);
  if (throttled !== undefined) return fail(throttled);
  const boards = await boardsOf(ctx, token);
  if (boards.length === 0 || !(await isFromProvider(ctx, token))) return refused();
  // Whoever says what is true says it as often as people sign out.
  await inTenant(pools.app, INSTALLATION, (tx) => forgetTries(tx, logoutRule, from));
  let taken = 0;
  for (const tenant of boards) taken += (await signOutIn(ctx, tenant, token)) ? 1 : 0;
  return taken === 0 ? refused() : ok({});
});

function refused() {
  return fail(problem("provider.logout-refused", { status: 400 }));
}

/** The boards whose provider it says it is, and whose client it is for: two boards may share both. */
async function boardsOf(ctx: PublicContext, token: LogoutToken): Promise<readonly Tenant[]> {
  const { pools } = ctx.app.store;
  const found: Tenant[] = [];
  for (const { tenant } of await inTenant(pools.app, INSTALLATION, listBoards)) {
    if (await inTenant(pools.app, tenant, (tx) => isForBoard(tx, token))) found.push(tenant);
  }
  return found;
}

async function isFromProvider(ctx: PublicContext, token: LogoutToken): Promise<boolean> {
  const manner = { overHttp: ctx.app.providerOverHttp === true, seconds: PATIENCE_SECONDS };
  const signing = await readSigning(token.issuer, manner);
  if (!signing.ok) return false;
  const { keys, algorithms } = signing.value;
  return (algorithms.length === 0 || algorithms.includes(token.alg)) && isSigned(token, keys);
}

/** Ends the sessions it is about, with a row of the access log for each; false for a token that was taken before. */
async function signOutIn(ctx: PublicContext, tenant: Tenant, token: LogoutToken): Promise<boolean> {
  const { store } = ctx.app;
  return inTenant(store.pools.app, tenant, async (tx) => {
    const ended = await endSessionsThere(tx, token, store.clock.now());
    if (ended === undefined) return false;
    if (ended.length === 0) return true;
    const { now } = boardTime(store, (await loadOrganisation(store, tx)).board);
    for (const staff of ended) {
      const entry = { staff, action: providerLogout.id, purpose: "sign-in", persons: [] } as const;
      logAccess(tx, "command", entry, now);
    }
    return true;
  });
}
