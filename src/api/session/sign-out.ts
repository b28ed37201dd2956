import { discover, leaveAddress } from "../../access/provider/speak.ts";
import { endSession } from "../../access/sessions.ts";
import { parseSessionCookie } from "../../access/session-cookie.ts";
import { signOut } from "../../contract/session/sign-out.ts";
import { ok } from "../../kernel/result.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { handle, type RequestContext } from "../http/handler.ts";
import { mannerOf, openSettings, ownOrigin } from "./provider/begin.ts";

/** Nobody who leaves waits longer for a provider that does not answer. */
const LEAVING_SECONDS = 3;

/** The session is over here whatever the provider says. */
export const signOutHandler = handle(signOut, async (ctx) => {
  const token = parseSessionCookie(ctx.cookie.value)?.token;
  if (token !== undefined) {
    await inTenant(ctx.app.store.pools.app, ctx.tenant, (tx) => endSession(tx, token));
  }
  ctx.cookie.clear();
  const provider = ctx.session?.via === "provider" ? await leavingAt(ctx) : undefined;
  return ok({ provider: provider ?? null });
});

/** Where to go to sign out at the provider (RP-initiated logout); no token is kept to show there. */
async function leavingAt(ctx: RequestContext): Promise<string | undefined> {
  const settings = await openSettings(ctx, ctx.tenant);
  const origin = ownOrigin(ctx);
  if (!settings.ok || !settings.value.endsThere || origin === undefined) return undefined;
  const manner = { ...mannerOf(ctx), seconds: LEAVING_SECONDS };
  const found = await discover(settings.value, manner);
  return found.ok ? leaveAddress(found.value, `${origin}/sign-in`) : undefined;
}
