import { tellOwner } from "../../access/account-notices.ts";
import { endOneSession } from "../../access/session-list.ts";
import type { Session } from "../../access/sessions.ts";
import { shortAddress } from "../../access/short-address.ts";
import { logAccess } from "../../store/access-log.ts";
import { inTenant } from "../../store/in-tenant.ts";
import type { RequestContext } from "../http/handler.ts";

const RULE = "session.other-browser";

/**
 * A cookie that came from another browser than it was given to has been copied, or the browser was updated while it
 * ran: the session is over, the owner is told where from, and the access log has a row. An address that changes is
 * no sign of it, as telephones and laptops change theirs all day; it stands in the list of one's own sign-ins.
 */
export async function logForeignBrowser(
  ctx: Pick<RequestContext, "app" | "tenant" | "staff" | "now" | "browser" | "address">,
  { session, account }: Session,
): Promise<void> {
  const { pools, ids, clock } = ctx.app.store;
  await inTenant(pools.app, ctx.tenant, async (tx) => {
    // Two requests with the cookie at once tell it once.
    if (!(await endOneSession(tx, account, session))) return;
    await tellOwner(
      tx,
      account,
      {
        notice: ids.next(),
        kind: "other-browser",
        browser: ctx.browser.key,
        address: shortAddress(ctx.address),
      },
      clock.now(),
    );
    const entry = {
      staff: ctx.staff.staff,
      action: RULE,
      purpose: "sign-in",
      persons: [],
    } as const;
    logAccess(tx, "denied", entry, ctx.now, RULE);
  });
}
