import type { NoticeKind } from "../../access/account-notices.ts";
import { tellOwner } from "../../access/account-notices.ts";
import { accountTaken, findAnyAccount, type OwnedAccount } from "../../access/account-changes.ts";
import type { UnitCommand } from "../../domain/unit/decide-unit.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { runUnit } from "../../store/commands/execute-unit.ts";
import { transactCommand } from "../../store/commands/transact-command.ts";
import { inTenant, type Tx } from "../../store/in-tenant.ts";
import { accessEntry, type LoggedRoute } from "../http/denied.ts";
import type { RequestContext } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";

/** An act of whoever runs accounts: what the log of the organisation says of it. */
export interface Act {
  readonly route: LoggedRoute;
  readonly commandId: Uuid;
  readonly command: UnitCommand;
}

/**
 * Carries out an act in one transaction: an event in the log of the organisation, a row of the access log, and what
 * `work` changes. A refusal changes nothing and leaves a row that says which rule refused.
 */
export function administer<T>(
  ctx: RequestContext,
  { route, commandId, command }: Act,
  work: (tx: Tx) => Promise<T>,
): Promise<Result<T>> {
  const { store } = ctx.app;
  const request = {
    tenant: ctx.tenant,
    actor: ctx.staff.staff,
    commandId,
    command,
    access: accessEntry(ctx, route, { persons: [] }),
  };
  return transactCommand(store, request, async (tx) => {
    const done = await runUnit(store, tx, request);
    return done.ok ? ok(await work(tx)) : done;
  });
}

/** An act on an account of somebody else. */
export interface AccountAct {
  readonly route: LoggedRoute;
  readonly body: { readonly commandId: string; readonly account: string };
  readonly type: UnitCommand["type"];
  readonly data?: UnitCommand["data"];
  /** What its owner is told. */
  readonly notice: NoticeKind;
}

/** As {@link administer}, on an account: its owner is told who did it. Problems: `account.not-found`, `account.own`. */
export async function administerAccount<T>(
  ctx: RequestContext,
  { route, body, type, data = {}, notice }: AccountAct,
  work: (tx: Tx, account: OwnedAccount) => Promise<T>,
): Promise<Result<T>> {
  const { store } = ctx.app;
  const account = await inTenant(store.pools.app, ctx.tenant, (tx) =>
    findAnyAccount(tx, uuidOf(body.account)),
  );
  if (account === undefined) {
    return fail(problem("account.not-found", { status: 404, pointer: "/account" }));
  }
  const ids = { account: account.account, staff: account.staff };
  const act = { route, commandId: uuidOf(body.commandId), command: { type, ids, data } };
  return administer(ctx, act, async (tx) => {
    const done = await work(tx, account);
    const told = { notice: store.ids.next(), kind: notice, staff: ctx.staff.staff };
    await tellOwner(tx, account.account, told, store.clock.now());
    return done;
  });
}

/** Tells somebody of the staff that role or unit has been changed, where there is an account to be told. */
export async function tellMember(tx: Tx, ctx: RequestContext, staff: Uuid): Promise<void> {
  const { ids, clock } = ctx.app.store;
  for (const { account } of await accountTaken(tx, { staff, username: "" })) {
    const told = { notice: ids.next(), kind: "changed", staff: ctx.staff.staff } as const;
    await tellOwner(tx, account, told, clock.now());
  }
}
