import { readFactors } from "../../access/account-factors.ts";
import { listNotices, seeNotices as markSeen } from "../../access/account-notices.ts";
import { findPasswordHash } from "../../access/accounts.ts";
import { browserOfKey } from "../../access/browser.ts";
import { listPasskeys } from "../../access/passkey-rows.ts";
import { parseSessionCookie } from "../../access/session-cookie.ts";
import { endOneSession, listSessions as readSessions } from "../../access/session-list.ts";
import { endOtherSessions as endOthers } from "../../access/sessions.ts";
import {
  endOtherSessions,
  endSession,
  listSessions,
  seeNotices,
} from "../../contract/session/own-sign-ins.ts";
import { ok } from "../../kernel/result.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { handle } from "../http/handler.ts";
import { uuidOf } from "../http/ids.ts";
import { staffRef } from "../views/labels.ts";
import { demandsFactor } from "./factors/demands-factor.ts";

export const listSessionsHandler = handle(listSessions, async (ctx) => {
  const { pools, clock } = ctx.app.store;
  const { account } = ctx;
  return inTenant(pools.app, ctx.tenant, async (tx) => {
    const [sessions, factors, passkeys, notices, hash, demanded] = await Promise.all([
      readSessions(tx, account, clock.now()),
      readFactors(tx, account),
      listPasskeys(tx, account),
      listNotices(tx, account),
      findPasswordHash(tx, account),
      demandsFactor(tx, ctx.staff),
    ]);
    return ok({
      sessions: sessions.map(({ browser, lastAddress, ...rest }) => ({
        ...rest,
        ...browserOfKey(browser),
        lastAddress: lastAddress === rest.address ? null : lastAddress,
        here: rest.session === ctx.session?.session,
      })),
      hasPassword: hash !== undefined,
      demanded,
      totp: factors.totp,
      recovery: factors.recovery,
      passkeys,
      notices: notices.map(({ browser, address, staff, ...rest }) => ({
        ...rest,
        ...browserOfKey(browser ?? ""),
        address: address ?? "",
        by: staff === null ? null : (staffRef(ctx, staff)?.name ?? null),
      })),
    });
  });
});

/** One that is over already is as good as ended. */
export const endSessionHandler = handle(endSession, async (ctx, { body }) => {
  await inTenant(ctx.app.store.pools.app, ctx.tenant, (tx) =>
    endOneSession(tx, ctx.account, uuidOf(body.session)),
  );
  return ok({});
});

export const endOtherSessionsHandler = handle(endOtherSessions, async (ctx) => {
  const token = parseSessionCookie(ctx.cookie.value)?.token ?? "";
  const ended = await inTenant(ctx.app.store.pools.app, ctx.tenant, (tx) =>
    endOthers(tx, ctx.account, token),
  );
  return ok({ ended });
});

export const seeNoticesHandler = handle(seeNotices, async (ctx) => {
  await inTenant(ctx.app.store.pools.app, ctx.tenant, (tx) => markSeen(tx, ctx.account));
  return ok({});
});
