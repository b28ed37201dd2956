import { liftHold, setHold } from "../../contract/retention/change-hold.ts";
import { approveRun, proposeRun, withdrawRun } from "../../contract/retention/change-run.ts";
import { setMunicipality } from "../../contract/retention/set-municipality.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { logAccess } from "../../store/access-log.ts";
import { inTenant, type Tx } from "../../store/in-tenant.ts";
import * as holds from "../../store/retention/holds.ts";
import { setMunicipality as changeMunicipality } from "../../store/retention/municipality.ts";
import * as runs from "../../store/retention/runs.ts";
import { accessEntry, type LoggedRoute } from "../http/denied.ts";
import { handle, type RequestContext } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { runLabel } from "./retention-labels.ts";

export const proposeRunHandler = handle(proposeRun, (ctx, { body }) =>
  changeRun(ctx, proposeRun, (tx, by) =>
    runs.proposeRun(tx, ctx.app.store.law, uuidOf(body.run), by, ctx.app.retention),
  ),
);

export const approveRunHandler = handle(approveRun, (ctx, { body }) =>
  changeRun(ctx, approveRun, (tx, by) => runs.approveRun(tx, uuidOf(body.run), body.listHash, by)),
);

export const withdrawRunHandler = handle(withdrawRun, (ctx, { body }) =>
  changeRun(ctx, withdrawRun, (tx, by) => runs.withdrawRun(tx, uuidOf(body.run), by)),
);

export const setHoldHandler = handle(setHold, (ctx, { body }) =>
  logged(ctx, setHold, async (tx) => {
    const { hold, number, reason } = body;
    const { staff, at } = byOf(ctx);
    const set = await holds.setHold(tx, uuidOf(hold), number, { staff, at, reason });
    return set.ok ? ok({ hold }) : set;
  }),
);

export const liftHoldHandler = handle(liftHold, (ctx, { body }) =>
  logged(ctx, liftHold, async (tx) => {
    const { hold, reason } = body;
    const { staff, at } = byOf(ctx);
    const lifted = await holds.liftHold(tx, uuidOf(hold), { staff, at, reason });
    return lifted.ok ? ok({ hold }) : lifted;
  }),
);

export const setMunicipalityHandler = handle(setMunicipality, (ctx, { body }) =>
  logged(ctx, setMunicipality, async (tx) => {
    const set = await changeMunicipality(tx, body, byOf(ctx));
    return set.ok ? ok({ municipality: body.municipality }) : set;
  }),
);

async function changeRun(
  ctx: RequestContext,
  route: LoggedRoute,
  change: (tx: Tx, by: runs.By) => Promise<Result<runs.RunRow>>,
) {
  const done = await logged(ctx, route, (tx) => change(tx, byOf(ctx)));
  return done.ok ? ok({ run: runLabel(ctx, done.value) }) : done;
}

/** Changes something with a row of the access log, also where it was refused: about no person. */
function logged<T>(
  ctx: RequestContext,
  route: LoggedRoute,
  change: (tx: Tx) => Promise<Result<T>>,
): Promise<Result<T>> {
  return inTenant(ctx.app.store.pools.app, ctx.tenant, async (tx) => {
    await ctx.confirm(tx);
    const done = await change(tx);
    const entry = accessEntry(ctx, route, { persons: [] });
    const refused = done.ok ? undefined : done.problems[0]?.id;
    logAccess(tx, refused === undefined ? "command" : "refused", entry, ctx.now, refused);
    return done;
  });
}

function byOf({ staff, now, today }: RequestContext): runs.By {
  return { staff: staff.staff, at: now, today };
}
