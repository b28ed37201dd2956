import { hasFactor, readFactors } from "../../../access/account-factors.ts";
import { findAnyAccount } from "../../../access/account-changes.ts";
import {
  addPasskey as keepPasskey,
  removePasskey as dropPasskey,
  usablePasskeys,
} from "../../../access/passkey-rows.ts";
import { makeRecoveryCodes } from "../../../access/recovery-codes.ts";
import { confirmSession } from "../../../access/sessions.ts";
import { beginStep, takeStep } from "../../../access/sign-in-steps.ts";
import { showTotp, stepOfCode, TOTP_SECRET_BYTES } from "../../../access/totp.ts";
import {
  beginTotp as keepTotp,
  findTotp,
  removeTotp as dropTotp,
  takeTotpStep,
  sealedFor,
} from "../../../access/totp-rows.ts";
import { passkeyToMake, readMadePasskey } from "../../../access/web-authn.ts";
import {
  addPasskey,
  beginPasskey,
  beginTotp,
  confirmTotp,
  makeRecovery,
  removePasskey,
  removeTotp,
} from "../../../contract/session/own-factors.ts";
import { problem } from "../../../kernel/problem.ts";
import { fail, ok, type Result } from "../../../kernel/result.ts";
import { inTenant, type Tx } from "../../../store/in-tenant.ts";
import { handle, type BoundHandler, type RequestContext } from "../../http/handler.ts";
import { newToken } from "../open-session.ts";
import { countFactor, forgetFactorTries, notice } from "./check-factor.ts";
import { demandsFactor } from "./demands-factor.ts";
import { stepOver } from "./second-factor.ts";

const ISSUER = "Mittpunkt";

const beginTotpHandler = handle(beginTotp, async (ctx) => {
  const secret = ctx.app.randomBytes(TOTP_SECRET_BYTES);
  const sealed = ctx.app.factorSecrets.seal(secret, sealedFor(ctx.tenant, ctx.account));
  const username = await inBoard(ctx, async (tx) => {
    const begun = await keepTotp(tx, ctx.account, sealed, ctx.app.store.clock.now());
    return begun ? (await findAnyAccount(tx, ctx.account))?.username : undefined;
  });
  if (username === undefined) return fail(problem("factor.there-already", { status: 409 }));
  return ok(showTotp(secret, ISSUER, username));
});

const confirmTotpHandler = handle(confirmTotp, async (ctx, { body }) => {
  const throttled = await countFactor(ctx, ctx);
  if (throttled !== undefined) return fail(throttled);
  const now = ctx.app.store.clock.now();
  const done = await inBoard(ctx, async (tx): Promise<Result<Recovery>> => {
    const row = await findTotp(tx, ctx.account);
    const sealed = row?.confirmed === false ? row.secret : undefined;
    const secret =
      sealed === undefined
        ? undefined
        : ctx.app.factorSecrets.open(sealed, sealedFor(ctx.tenant, ctx.account));
    const step = secret === undefined ? undefined : stepOfCode(secret, body.code, now);
    if (step === undefined || !(await takeTotpStep(tx, ctx.account, step, now))) {
      return fail(problem("session.wrong-factor", { pointer: "/code" }));
    }
    await notice(ctx, tx, ctx, "totp-added");
    return ok(await firstFactor(ctx, tx));
  });
  if (done.ok) await forgetFactorTries(ctx, ctx);
  return done;
});

const removeTotpHandler = handle(removeTotp, (ctx) =>
  remove(ctx, (tx) => dropTotp(tx, ctx.account), "totp-removed"),
);

const removePasskeyHandler = handle(removePasskey, (ctx, { body }) =>
  remove(ctx, (tx) => dropPasskey(tx, ctx.account, body.credential), "passkey-removed"),
);

const makeRecoveryHandler = handle(makeRecovery, (ctx) =>
  inBoard(ctx, async (tx) => {
    if (!hasFactor(await readFactors(tx, ctx.account))) {
      return fail(problem("factor.none", { status: 409 }));
    }
    await notice(ctx, tx, ctx, "recovery-made");
    return ok({ codes: [...(await newCodes(ctx, tx))] });
  }),
);

const beginPasskeyHandler = handle(beginPasskey, async (ctx) => {
  const token = newToken(ctx);
  const options = await inBoard(ctx, async (tx) => {
    const known = await usablePasskeys(tx, ctx.account);
    const username = (await findAnyAccount(tx, ctx.account))?.username ?? "";
    const { tenant, account } = ctx;
    const made = await passkeyToMake(ctx, { tenant, account, username }, known);
    const facts = { challenge: made.challenge };
    const { key: browser } = ctx.browser;
    const step = { kind: "passkey-new", account: ctx.account, browser, facts, token } as const;
    await beginStep(tx, step, ctx.app.store.clock.now());
    return made;
  });
  return ok({ step: token, options: { ...options } });
});

const addPasskeyHandler = handle(addPasskey, (ctx, { body }) =>
  inBoard(ctx, async (tx): Promise<Result<Recovery>> => {
    const now = ctx.app.store.clock.now();
    const name = { token: body.step, kind: "passkey-new", browser: ctx.browser.key } as const;
    const step = await takeStep(tx, name, now);
    const challenge = step?.account === ctx.account ? step.facts["challenge"] : undefined;
    if (challenge === undefined) return fail(stepOver());
    const made = await readMadePasskey(ctx, challenge, body.passkey);
    const key = made && { ...made, account: ctx.account, name: body.name };
    if (key === undefined || !(await keepPasskey(tx, key, now))) {
      return fail(problem("session.wrong-passkey"));
    }
    await notice(ctx, tx, ctx, "passkey-added");
    return ok(await firstFactor(ctx, tx));
  }),
);

interface Recovery {
  readonly recovery: string[] | null;
}

/** With the first factor come codes on paper, and a sign-in that was for choosing one is a whole one. */
async function firstFactor(ctx: RequestContext, tx: Tx): Promise<Recovery> {
  const { clock } = ctx.app.store;
  if (ctx.session?.limited === true) await confirmSession(tx, ctx.session.session, clock.now());
  const { recovery } = await readFactors(tx, ctx.account);
  return { recovery: recovery > 0 ? null : [...(await newCodes(ctx, tx))] };
}

function newCodes(ctx: RequestContext, tx: Tx): Promise<readonly string[]> {
  const { randomBytes, store } = ctx.app;
  return makeRecoveryCodes(tx, ctx.account, randomBytes, store.clock.now());
}

/** The last one stays where the board demands one of the role. */
async function remove(
  ctx: RequestContext,
  work: (tx: Tx) => Promise<boolean>,
  kind: "totp-removed" | "passkey-removed",
): Promise<Result<Record<string, never>>> {
  return inBoard(ctx, async (tx) => {
    const { totp, passkeys } = await readFactors(tx, ctx.account);
    const last = Number(totp) + passkeys <= 1;
    if (last && (await demandsFactor(tx, ctx.staff))) {
      return fail(problem("factor.demanded", { status: 409 }));
    }
    if (await work(tx)) await notice(ctx, tx, ctx, kind);
    return ok({});
  });
}

function inBoard<T>(ctx: RequestContext, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTenant(ctx.app.store.pools.app, ctx.tenant, work);
}

/** What somebody does to the own second factors. */
export const ownFactorHandlers: readonly BoundHandler[] = [
  beginTotpHandler,
  confirmTotpHandler,
  removeTotpHandler,
  makeRecoveryHandler,
  beginPasskeyHandler,
  addPasskeyHandler,
  removePasskeyHandler,
];
