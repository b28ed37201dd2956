import { endRole, grantRole, listRoleHistory } from "../../contract/accounts/roles.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { problem } from "../../kernel/problem.ts";
import { fail, ok } from "../../kernel/result.ts";
import { logView } from "../../store/access-log.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { readRoleHistory } from "../../store/views/role-history.ts";
import { accessEntry } from "../http/denied.ts";
import { handle } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { staffName, unitRef } from "../views/labels.ts";
import { administer, tellMember } from "./administer.ts";

/** In force from its first day at the next request; the owner of the account is told. */
export const grantRoleHandler = handle(grantRole, (ctx, { body }) => {
  const { role, from, to } = body;
  const staff = uuidOf(body.staff);
  const command = {
    type: "role.grant",
    ids: { grant: uuidOf(body.grant), staff },
    data: { role, from, ...(to === undefined ? {} : { to }) },
  } as const;
  const act = { route: grantRole, commandId: uuidOf(body.commandId), command };
  return administer(ctx, act, async (tx) => {
    await tellMember(tx, ctx, staff);
    return {};
  });
});

/** The event says whose role it was and which, so that the log can be read without what came before. */
export const endRoleHandler = handle(endRole, (ctx, { body }) => {
  const grant = uuidOf(body.grant);
  const given = ctx.organisation.state.grants?.find((each) => each.grant === grant);
  const command = {
    type: "role.end",
    ids: { grant, ...(given === undefined ? {} : { staff: given.staff }) },
    data: given === undefined ? {} : { role: given.role },
  } as const;
  const act = { route: endRole, commandId: uuidOf(body.commandId), command };
  return administer(ctx, act, async (tx) => {
    if (given !== undefined) await tellMember(tx, ctx, given.staff);
    return {};
  });
});

export const listRoleHistoryHandler = handle(listRoleHistory, async (ctx, { params }) => {
  const staff = uuidOf(params.staff);
  const { board, staff: everybody } = ctx.organisation.state;
  if (!everybody.some((each) => each.staff === staff)) {
    return fail(problem("staff.not-found", { status: 404 }));
  }
  return inTenant(ctx.app.store.pools.app, ctx.tenant, async (tx) => {
    const acts = await readRoleHistory(tx, board, staff);
    logView(tx, accessEntry(ctx, listRoleHistory, { persons: [] }), ctx.now);
    const unitName = (unit: Uuid | undefined) => unitRef(ctx, unit)?.name ?? null;
    return ok({
      history: acts.map(({ by, from, to, unit, qualified, ...act }) => ({
        ...act,
        by: staffName(ctx, by),
        from: from ?? null,
        to: to ?? null,
        unit: unitName(unit),
        qualified: qualified ?? null,
      })),
    });
  });
});
