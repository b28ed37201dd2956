import {
  closeAccount,
  findBySubject,
  inviteAccount,
  reopenAccount,
  setAccountEnd,
  setSubject,
} from "../../access/account-changes.ts";
import { removeFactors } from "../../access/account-factors.ts";
import { INSTALLATION } from "../../access/installation.ts";
import { forgetBrowsers } from "../../access/known-browsers.ts";
import { readableSecret } from "../../access/passwords.ts";
import { endAllSessions } from "../../access/session-list.ts";
import { liftLock } from "../../access/throttle.ts";
import {
  endAccountSessions,
  inviteToAccount,
  liftAccountLock,
  removeAccountFactors,
  setAccountEndsOn,
  setAccountOpen,
  setAccountSubject,
} from "../../contract/accounts/account-acts.ts";
import { parsePlainDate } from "../../kernel/plain-date.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok } from "../../kernel/result.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { Refusal } from "../../store/refusal.ts";
import { handle } from "../http/handler.ts";
import { administerAccount } from "./administer.ts";

export const inviteToAccountHandler = handle(inviteToAccount, (ctx, { body }) => {
  const { clock } = ctx.app.store;
  const act = { route: inviteToAccount, body, type: "account.invite", notice: "invited" } as const;
  return administerAccount(ctx, act, async (tx, { account }) => {
    const code = readableSecret(ctx.app.randomBytes);
    return { code, until: await inviteAccount(tx, account, code, clock.now()) };
  });
});

export const setAccountOpenHandler = handle(setAccountOpen, (ctx, { body }) => {
  const now = ctx.app.store.clock.now();
  const type = body.open ? "account.reopen" : "account.close";
  // Who is shut out reads no notice; a reopened account tells that it was closed.
  const act = { route: setAccountOpen, body, type, notice: "reopened" } as const;
  return administerAccount(ctx, act, async (tx, { account }) => {
    if (body.open) {
      await reopenAccount(tx, account, now);
    } else {
      await closeAccount(tx, account, now);
      await endAllSessions(tx, account);
      await forgetBrowsers(tx, account);
    }
    return {};
  });
});

export const setAccountEndsOnHandler = handle(setAccountEndsOn, async (ctx, { body }) => {
  const now = ctx.app.store.clock.now();
  const endsOn = body.endsOn === null ? null : parsePlainDate(body.endsOn);
  if (endsOn === undefined) {
    return fail(problem("request.shape", { pointer: "/endsOn", params: { expected: "date" } }));
  }
  const data = endsOn === null ? {} : { endsOn };
  const act = {
    route: setAccountEndsOn,
    body,
    type: "account.set-end",
    data,
    notice: "changed",
  } as const;
  return administerAccount(ctx, act, async (tx, { account }) => {
    await setAccountEnd(tx, account, endsOn, now);
    return {};
  });
});

export const setAccountSubjectHandler = handle(setAccountSubject, (ctx, { body }) => {
  const now = ctx.app.store.clock.now();
  const { subject } = body;
  const act = {
    route: setAccountSubject,
    body,
    type: "account.set-subject",
    notice: "subject-set",
  } as const;
  return administerAccount(ctx, act, async (tx, { account }) => {
    const holder = subject === null ? undefined : await findBySubject(tx, subject);
    if (holder !== undefined && holder.account !== account) {
      throw new Refusal(problem("account.subject-taken", { status: 409, pointer: "/subject" }));
    }
    await setSubject(tx, account, subject, now);
    return {};
  });
});

export const endAccountSessionsHandler = handle(endAccountSessions, (ctx, { body }) => {
  const act = {
    route: endAccountSessions,
    body,
    type: "account.end-sessions",
    notice: "sessions-ended",
  } as const;
  return administerAccount(ctx, act, async (tx, { account }) => {
    await forgetBrowsers(tx, account);
    return { ended: await endAllSessions(tx, account) };
  });
});

/** The tries are counted for the installation, so they are forgotten in a transaction of their own. */
export const liftAccountLockHandler = handle(liftAccountLock, async (ctx, { body }) => {
  const act = {
    route: liftAccountLock,
    body,
    type: "account.lift-lock",
    notice: "lock-lifted",
  } as const;
  const done = await administerAccount(ctx, act, async (_tx, { username }) => username);
  if (!done.ok) return done;
  await inTenant(ctx.app.store.pools.app, INSTALLATION, (tx) => liftLock(tx, done.value));
  return ok({});
});

export const removeAccountFactorsHandler = handle(removeAccountFactors, (ctx, { body }) => {
  const act = {
    route: removeAccountFactors,
    body,
    type: "account.remove-factors",
    notice: "factors-removed",
  } as const;
  return administerAccount(ctx, act, async (tx, { account }) => {
    await removeFactors(tx, account);
    await endAllSessions(tx, account);
    return {};
  });
});
