import { noteSignIn } from "../../access/accounts.ts";
import { INSTALLATION } from "../../access/installation.ts";
import { knowBrowser } from "../../access/known-browsers.ts";
import { isOverThere } from "../../access/provider/logout-rows.ts";
import type { SignInThere } from "../../access/provider/sign-in-there.ts";
import { formatSessionCookie, parseSessionCookie } from "../../access/session-cookie.ts";
import {
  endSession,
  openSession,
  removeEndedSessions,
  type SignedInBy,
} from "../../access/sessions.ts";
import { shortAddress } from "../../access/short-address.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { inTenant } from "../../store/in-tenant.ts";
import { parseTenant, type Tenant } from "../../store/tenant.ts";
import type { PublicContext } from "../http/handler.ts";
import { signedInAs } from "./authenticate.ts";
import { meAnswer } from "./me-answer.ts";
import { forgetSignInTries } from "./sign-in-tries.ts";

const TOKEN_BYTES = 32;

/** Somebody who has shown who it is. */
export interface Entrant {
  readonly tenant: Tenant;
  readonly account: Uuid;
  readonly staff: Uuid;
  readonly username: string;
  readonly via: SignedInBy;
  /** Must choose a second factor before anything else. */
  readonly limited: boolean;
  readonly confirmedAt?: Instant;
  readonly there?: SignInThere;
}

/** 32 random bytes as a cookie or a page carries them. */
export function newToken(ctx: { readonly app: Pick<PublicContext["app"], "randomBytes"> }): string {
  return Buffer.from(ctx.app.randomBytes(TOKEN_BYTES)).toString("base64url");
}

/**
 * Opens a session and sets its cookie; the one this browser had ends, and its tries are forgotten. Undefined for
 * somebody who is no longer on the staff, or has signed out meanwhile at the provider they come by.
 */
export async function openFor(ctx: PublicContext, entrant: Entrant) {
  const { store } = ctx.app;
  const { tenant, account, staff } = entrant;
  const token = newToken(ctx);
  const known = ctx.knownBrowser.value ?? newToken(ctx);
  const now = store.clock.now();
  const who = await inTenant(store.pools.app, tenant, async (tx) => {
    const facts = await signedInAs(store, tx, staff);
    if (facts === undefined) return undefined;
    if (entrant.there !== undefined && (await isOverThere(tx, entrant.there))) return undefined;
    await removeEndedSessions(tx, now);
    const from = { browser: ctx.browser.key, address: shortAddress(ctx.address) };
    await openSession(tx, { ...entrant, ...from, token, session: store.ids.next() }, now);
    const endsOn = await noteSignIn(tx, account, now);
    await knowBrowser(tx, known, account, now);
    return { ...facts, session: { limited: entrant.limited, unseen: 0, endsOn } };
  });
  if (who === undefined) return undefined;
  await endEarlier(ctx);
  await inTenant(store.pools.app, INSTALLATION, (tx) =>
    forgetSignInTries(tx, ctx, entrant.username),
  );
  ctx.cookie.set(formatSessionCookie({ tenant, token }));
  ctx.knownBrowser.set(known);
  return meAnswer(store, { ...who, tenant });
}

/** The session this browser had before ends: nobody can come back to it when somebody else has signed in. */
async function endEarlier(ctx: PublicContext): Promise<void> {
  const earlier = parseSessionCookie(ctx.cookie.value);
  const tenant = parseTenant(earlier?.tenant ?? 0);
  if (earlier === undefined || tenant === undefined) return;
  await inTenant(ctx.app.store.pools.app, tenant, (tx) => endSession(tx, earlier.token));
}
