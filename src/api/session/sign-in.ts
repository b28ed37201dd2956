import { findAccount, normalUsername, type Account } from "../../access/accounts.ts";
import { listBoards } from "../../access/boards.ts";
import { INSTALLATION } from "../../access/installation.ts";
import { verifyPassword } from "../../access/passwords.ts";
import { formatSessionCookie, parseSessionCookie } from "../../access/session-cookie.ts";
import { endSession, openSession, removeEndedSessions } from "../../access/sessions.ts";
import { countTry, forgetTries, signInRules } from "../../access/throttle.ts";
import { signIn } from "../../contract/session/sign-in.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { parseTenant, type Tenant } from "../../store/tenant.ts";
import { handlePublic, type PublicContext } from "../http/handler.ts";
import { signedInAs } from "./authenticate.ts";
import { meAnswer } from "./me-answer.ts";

const TOKEN_BYTES = 32;

/** Every try is counted before the password is looked at; a wrong name and a wrong password look the same. */
export const signInHandler = handlePublic(signIn, async (ctx, { body }) => {
  const username = normalUsername(body.username);
  const throttled = await throttle(ctx, username);
  if (throttled !== undefined) return { ok: false, problems: [throttled] };
  const found = await matching(await findInBoards(ctx, username), body.password);
  if (found === undefined) return { ok: false, problems: [wrong()] };
  const value = await open(ctx, found.tenant, found.account);
  return value === undefined ? { ok: false, problems: [wrong()] } : { ok: true, value };
});

function wrong(): Problem {
  return problem("session.wrong-credentials", { status: 401 });
}

async function throttle(ctx: PublicContext, username: string): Promise<Problem | undefined> {
  const now = ctx.app.store.clock.now();
  const answers = await inTenant(ctx.app.store.pools.app, INSTALLATION, async (tx) => [
    await countTry(tx, signInRules.address, ctx.address, now),
    await countTry(tx, signInRules.account, username, now),
    await countTry(tx, signInRules.accountFromAddress, `${username}\n${ctx.address}`, now),
  ]);
  const stopped = answers.filter((answer) => !answer.allowed);
  if (stopped.length === 0) return undefined;
  const retryAfterSeconds = Math.max(...stopped.map((answer) => answer.retryAfterSeconds));
  const minutes = Math.ceil(retryAfterSeconds / 60);
  return problem("session.too-many-tries", { status: 429, params: { retryAfterSeconds, minutes } });
}

interface Found {
  readonly tenant: Tenant;
  readonly account: Account;
}

/** The accounts of a user name: the boards of an installation are few, and each is asked by itself. */
async function findInBoards(ctx: PublicContext, username: string): Promise<readonly Found[]> {
  const { pools } = ctx.app.store;
  const boards = await inTenant(pools.app, INSTALLATION, listBoards);
  const found: Found[] = [];
  for (const { tenant } of boards) {
    const account = await inTenant(pools.app, tenant, (tx) => findAccount(tx, username));
    if (account !== undefined) found.push({ tenant, account });
  }
  return found;
}

/** The one whose password it is: somebody may have the same user name in two boards. */
async function matching(found: readonly Found[], password: string): Promise<Found | undefined> {
  for (const each of found) {
    if (await verifyPassword(each.account.passwordHash, password)) return each;
  }
  if (found.length === 0) await verifyPassword(undefined, password);
  return undefined;
}

async function open(ctx: PublicContext, tenant: Tenant, account: Account) {
  const { store, randomBytes } = ctx.app;
  const token = Buffer.from(randomBytes(TOKEN_BYTES)).toString("base64url");
  const realNow = store.clock.now();
  const who = await inTenant(store.pools.app, tenant, async (tx) => {
    const facts = await signedInAs(store, tx, account.staff);
    if (facts === undefined) return undefined;
    await removeEndedSessions(tx, realNow);
    await openSession(tx, { account: account.account, staff: account.staff, token }, realNow);
    return facts;
  });
  if (who === undefined) return undefined;
  await endEarlier(ctx);
  await inTenant(store.pools.app, INSTALLATION, async (tx) => {
    const key = `${account.username}\n${ctx.address}`;
    await forgetTries(tx, signInRules.accountFromAddress, key);
    await forgetTries(tx, signInRules.account, account.username);
  });
  ctx.cookie.set(formatSessionCookie({ tenant, token }));
  return meAnswer(store, { ...who, tenant });
}

/** The session this browser had before ends: nobody can come back to it when somebody else has signed in. */
async function endEarlier(ctx: PublicContext): Promise<void> {
  const earlier = parseSessionCookie(ctx.cookie.value);
  const tenant = parseTenant(earlier?.tenant ?? 0);
  if (earlier === undefined || tenant === undefined) return;
  await inTenant(ctx.app.store.pools.app, tenant, (tx) => endSession(tx, earlier.token));
}
