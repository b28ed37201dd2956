import { tellOwner, type NoticeKind } from "../../../access/account-notices.ts";
import { findPasskey, refusePasskey, notePasskeyUse } from "../../../access/passkey-rows.ts";
import { takeRecoveryCode } from "../../../access/recovery-codes.ts";
import { INSTALLATION } from "../../../access/installation.ts";
import { isBrowserOf } from "../../../access/known-browsers.ts";
import { shortAddress } from "../../../access/short-address.ts";
import { countTry, factorRule, forgetTries } from "../../../access/throttle.ts";
import { stepOfCode } from "../../../access/totp.ts";
import { findTotp, sealedFor, takeTotpStep } from "../../../access/totp-rows.ts";
import { readPasskeyAnswer } from "../../../access/web-authn.ts";
import type { PasskeyAnswer } from "../../../contract/session/passkey-shapes.ts";
import type { Uuid } from "../../../kernel/ids.ts";
import { problem, type Problem } from "../../../kernel/problem.ts";
import { inTenant, type Tx } from "../../../store/in-tenant.ts";
import type { Tenant } from "../../../store/tenant.ts";
import type { PublicContext } from "../../http/handler.ts";
import { tooMany } from "../sign-in-tries.ts";

/** Whose factor is checked. */
export interface Owner {
  readonly tenant: Tenant;
  readonly account: Uuid;
}

/**
 * Counts a try of an account's factor before it is looked at; a browser its owner has used counts apart from others,
 * so that guessing elsewhere does not shut the owner out. Problem: `session.too-many-tries`.
 */
export async function countFactor(ctx: PublicContext, owner: Owner): Promise<Problem | undefined> {
  const { pools, clock } = ctx.app.store;
  const key = await factorKey(ctx, owner);
  const answer = await inTenant(pools.app, INSTALLATION, (tx) =>
    countTry(tx, factorRule, key, clock.now()),
  );
  return tooMany([answer]);
}

/** Forgets the tries after one that was right. */
export async function forgetFactorTries(ctx: PublicContext, owner: Owner): Promise<void> {
  const key = await factorKey(ctx, owner);
  await inTenant(ctx.app.store.pools.app, INSTALLATION, (tx) => forgetTries(tx, factorRule, key));
}

/** Only a browser its owner has signed in with counts apart: a cookie can be made up anew for each guess. */
async function factorKey(ctx: PublicContext, { tenant, account }: Owner): Promise<string> {
  const { pools, clock } = ctx.app.store;
  const token = ctx.knownBrowser.value ?? "";
  const isKnown =
    token !== "" &&
    (await inTenant(pools.app, tenant, (tx) => isBrowserOf(tx, token, account, clock.now())));
  return `${tenant}\n${account}\n${isKnown ? token : ""}`;
}

/** Whether a code is one of the telephone's now, or one on paper. Each is taken once, in this transaction. */
export async function takeCode(
  ctx: PublicContext,
  tx: Tx,
  owner: Owner,
  code: string,
): Promise<boolean> {
  const { clock } = ctx.app.store;
  const row = await findTotp(tx, owner.account);
  if (row?.confirmed === true) {
    const secret = ctx.app.factorSecrets.open(row.secret, sealedFor(owner.tenant, owner.account));
    const step = secret === undefined ? undefined : stepOfCode(secret, code, clock.now());
    if (step !== undefined) {
      const taken = await takeTotpStep(tx, owner.account, step, clock.now());
      // Right and used already: somebody has seen it, or the owner sent it twice.
      if (!taken) await notice(ctx, tx, owner, "code-reused");
      return taken;
    }
  }
  if (!(await takeRecoveryCode(tx, owner.account, code, clock.now()))) return false;
  await notice(ctx, tx, owner, "recovery-used");
  return true;
}

/**
 * Checks an answer of a passkey to a challenge. One whose counter does not go on has been copied: it opens nothing
 * any more, and its owner is told. Problems: `session.wrong-passkey`, `session.passkey-copied`.
 */
export async function takePasskey(
  ctx: PublicContext,
  tx: Tx,
  owner: Owner,
  { challenge, answer }: { readonly challenge: string; readonly answer: PasskeyAnswer },
): Promise<Problem | undefined> {
  const now = ctx.app.store.clock.now();
  const wrong = problem("session.wrong-passkey");
  const key = await findPasskey(tx, answer.id);
  if (key === undefined || key.account !== owner.account) return wrong;
  const counter = await readPasskeyAnswer(ctx, challenge, answer, key);
  if (counter === undefined) return wrong;
  if (await notePasskeyUse(tx, key.credential, counter, now)) return undefined;
  if (await refusePasskey(tx, key.credential, now)) await notice(ctx, tx, owner, "passkey-copied");
  return problem("session.passkey-copied");
}

/** Tells the owner what happened, and from which browser and network. */
export async function notice(
  ctx: PublicContext,
  tx: Tx,
  { account }: Pick<Owner, "account">,
  kind: NoticeKind,
): Promise<void> {
  const { ids, clock } = ctx.app.store;
  const from = { browser: ctx.browser.key, address: shortAddress(ctx.address) };
  await tellOwner(tx, account, { notice: ids.next(), kind, ...from }, clock.now());
}
