import { INSTALLATION } from "../../access/installation.ts";
import { giveBackSetupCode, lockSetup, takeSetupCode } from "../../access/setup-code.ts";
import { countTry, setupRule } from "../../access/throttle.ts";
import { countedAddress } from "../../access/short-address.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { inTenant, type Tx } from "../../store/in-tenant.ts";
import type { PublicContext } from "../http/handler.ts";
import { usableBoards } from "./read-setup.ts";

/**
 * Makes the first board of an installation with the one-time code of the terminal. The code is used up before anything
 * is made, and given back when the making fails. One board is made at a time, also by two servers with a code each:
 * the lock is held until the board is there, and gone with a server that died.
 */
export async function withSetupCode<T>(
  ctx: PublicContext,
  code: string,
  make: () => Promise<T>,
): Promise<Result<T>> {
  const stopped = await throttled(ctx);
  if (stopped !== undefined) return fail(stopped);
  return inInstallation(ctx, async (lock) => {
    if (!(await lockSetup(lock))) return fail(problem("setup.under-way"));
    const refused = await refusal(ctx, code);
    if (refused !== undefined) return fail(refused);
    try {
      return ok(await make());
    } catch (error) {
      await inInstallation(ctx, (tx) => giveBackSetupCode(tx, code));
      throw error;
    }
  });
}

async function throttled(ctx: PublicContext): Promise<Problem | undefined> {
  const now = ctx.app.store.clock.now();
  const tried = await inInstallation(ctx, (tx) =>
    countTry(tx, setupRule, countedAddress(ctx.address), now),
  );
  if (tried.allowed) return undefined;
  const { retryAfterSeconds } = tried;
  const minutes = Math.ceil(retryAfterSeconds / 60);
  return problem("session.too-many-tries", { params: { retryAfterSeconds, minutes } });
}

async function refusal(ctx: PublicContext, code: string): Promise<Problem | undefined> {
  const now = ctx.app.store.clock.now();
  const boards = await usableBoards(ctx.app.store.pools);
  if (boards.length > 0) return problem("setup.already-done");
  const taken = await inInstallation(ctx, (tx) => takeSetupCode(tx, code, now));
  return taken ? undefined : problem("setup.wrong-code", { pointer: "/code" });
}

function inInstallation<T>(ctx: PublicContext, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTenant(ctx.app.store.pools.app, INSTALLATION, work);
}
