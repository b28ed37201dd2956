import { findCopySecret } from "../../access/accounts.ts";
import { readCopyKey } from "../../contract/session/read-copy-key.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { handle } from "../http/handler.ts";

/** Long enough for a weekend without contact, short enough for a device that is handed on. */
const KEPT_HOURS = 72;

export const readCopyKeyHandler = handle(readCopyKey, async (ctx) => {
  const { pools, clock } = ctx.app.store;
  const secret = await inTenant(pools.app, ctx.tenant, (tx) => findCopySecret(tx, ctx.account));
  return {
    ok: true,
    value: {
      owner: ctx.staff.staff,
      secret: secret?.toString("base64") ?? null,
      now: clock.now(),
      hours: KEPT_HOURS,
    },
  };
});
