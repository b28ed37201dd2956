import { endSession } from "../../access/sessions.ts";
import { parseSessionCookie } from "../../access/session-cookie.ts";
import { signOut } from "../../contract/session/sign-out.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { handle } from "../http/handler.ts";

export const signOutHandler = handle(signOut, async (ctx) => {
  const token = parseSessionCookie(ctx.cookie.value)?.token;
  if (token !== undefined) {
    await inTenant(ctx.app.store.pools.app, ctx.tenant, (tx) => endSession(tx, token));
  }
  ctx.cookie.clear();
  return { ok: true, value: {} };
});
