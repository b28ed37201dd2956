import { createHash } from "node:crypto";
import { listBoards } from "../../access/boards.ts";
import { INSTALLATION } from "../../access/installation.ts";
import { isKnownBrowser } from "../../access/known-browsers.ts";
import {
  countTry,
  forgetTries,
  giveTryBack,
  signInRules,
  type TryAnswer,
} from "../../access/throttle.ts";
import { countedAddress } from "../../access/short-address.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { inTenant, type Tx } from "../../store/in-tenant.ts";
import type { PublicContext } from "../http/handler.ts";

/**
 * Counts a try to sign in with a user name, before anything is looked at. A browser that its owner has signed in with
 * counts by itself; from everywhere else the address, the account and the two together are counted. Gives the refusal
 * (`session.too-many-tries`) where one of them has had enough.
 */
export async function throttleSignIn(
  ctx: PublicContext,
  username: string,
): Promise<Problem | undefined> {
  const { clock, pools } = ctx.app.store;
  const now = clock.now();
  const known = await isKnown(ctx, username);
  const answers = await inTenant(pools.app, INSTALLATION, async (tx) =>
    known
      ? [await countTry(tx, signInRules.knownBrowser, knownKey(ctx, username), now, username)]
      : [
          await countTry(tx, signInRules.address, countedAddress(ctx.address), now),
          await countTry(tx, signInRules.account, username, now, username),
          await countTry(tx, signInRules.accountFromAddress, hereKey(ctx, username), now, username),
        ],
  );
  return tooMany(answers);
}

/** The refusal of whoever has tried too often; undefined where there is none. */
export function tooMany(answers: readonly TryAnswer[]): Problem | undefined {
  const stopped = answers.filter((answer) => !answer.allowed);
  if (stopped.length === 0) return undefined;
  const retryAfterSeconds = Math.max(...stopped.map((answer) => answer.retryAfterSeconds));
  const minutes = Math.ceil(retryAfterSeconds / 60);
  return problem("session.too-many-tries", { status: 429, params: { retryAfterSeconds, minutes } });
}

/**
 * A right password was no guess: hundreds who begin their day behind one address do not shut each other out. What
 * somebody guesses in between counts as before.
 */
export async function giveRightTryBack(ctx: PublicContext, username: string): Promise<void> {
  // A browser that is known has not been counted by its address.
  if (await isKnown(ctx, username)) return;
  await inTenant(ctx.app.store.pools.app, INSTALLATION, (tx) =>
    giveTryBack(tx, signInRules.address, countedAddress(ctx.address)),
  );
}

/** Forgets the tries of who has signed in: those of this browser and address, and those against the account. */
export async function forgetSignInTries(
  tx: Tx,
  ctx: PublicContext,
  username: string,
): Promise<void> {
  await forgetTries(tx, signInRules.accountFromAddress, hereKey(ctx, username));
  await forgetTries(tx, signInRules.account, username);
  await forgetTries(tx, signInRules.knownBrowser, knownKey(ctx, username));
}

async function isKnown(ctx: PublicContext, username: string): Promise<boolean> {
  const token = ctx.knownBrowser.value;
  if (token === undefined) return false;
  const { pools, clock } = ctx.app.store;
  for (const { tenant } of await inTenant(pools.app, INSTALLATION, listBoards)) {
    const found = await inTenant(pools.app, tenant, (tx) =>
      isKnownBrowser(tx, token, username, clock.now()),
    );
    if (found) return true;
  }
  return false;
}

function hereKey(ctx: PublicContext, username: string): string {
  return `${username}\n${countedAddress(ctx.address)}`;
}

function knownKey(ctx: PublicContext, username: string): string {
  const browser = createHash("sha256")
    .update(ctx.knownBrowser.value ?? "")
    .digest("hex");
  return `${username}\n${browser}`;
}
