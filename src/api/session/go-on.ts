import type { Account } from "../../access/accounts.ts";
import { hasFactor, readFactors, type FactorFacts } from "../../access/account-factors.ts";
import { factsOfThere, type SignInThere } from "../../access/provider/sign-in-there.ts";
import { formatSessionCookie } from "../../access/session-cookie.ts";
import { beginStep } from "../../access/sign-in-steps.ts";
import type { SignedInBy } from "../../access/sessions.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { inTenant } from "../../store/in-tenant.ts";
import type { Tenant } from "../../store/tenant.ts";
import type { PublicContext } from "../http/handler.ts";
import { signedInAs } from "./authenticate.ts";
import { demandsFactor } from "./factors/demands-factor.ts";
import { newToken, openFor } from "./open-session.ts";

/** The password was right: a token for what comes next, and what can be shown. */
async function askForFactor(
  ctx: PublicContext,
  {
    tenant,
    account,
    via,
    there,
  }: {
    readonly tenant: Tenant;
    readonly account: Uuid;
    readonly via: string;
    readonly there: SignInThere | undefined;
  },
  { totp, passkeys, recovery }: FactorFacts,
) {
  const token = newToken(ctx);
  const { pools, clock } = ctx.app.store;
  const browser = ctx.browser.key;
  const facts = { via, ...(there === undefined ? {} : factsOfThere(there)) };
  const step = { kind: "factor", account, browser, facts, token } as const;
  await inTenant(pools.app, tenant, (tx) => beginStep(tx, step, clock.now()));
  const factors: ("totp" | "passkey" | "recovery")[] = [
    ...(totp ? ["totp" as const] : []),
    ...(passkeys > 0 ? ["passkey" as const] : []),
    ...(recovery > 0 ? ["recovery" as const] : []),
  ];
  return { step: formatSessionCookie({ tenant, token }), factors };
}

/** What the provider's word is worth beside that of a password. */
export interface ProviderSaid {
  /** The board trusts it to have asked for more than a password. */
  readonly strong: boolean;
  readonly confirmedAt: Instant;
  readonly there: SignInThere;
}

/**
 * After a right password, or a word of the provider: signed in, or asked for a second factor. Who has no second
 * factor though the board demands one of a role they have today gets in only to choose one. Undefined for somebody who
 * is no longer on the staff.
 */
export async function goOn(
  ctx: PublicContext,
  tenant: Tenant,
  { account, staff, username }: Pick<Account, "account" | "staff" | "username">,
  via: SignedInBy,
  said?: ProviderSaid,
) {
  const { store } = ctx.app;
  const [factors, demanded] = await inTenant(store.pools.app, tenant, async (tx) => {
    const who = await signedInAs(store, tx, staff);
    return Promise.all([
      readFactors(tx, account),
      who === undefined ? false : demandsFactor(tx, who.staff),
    ]);
  });
  const limited = !hasFactor(factors) && demanded;
  const there = said?.there;
  const by = there === undefined ? { via } : { via, there };
  const entrant = { tenant, account, staff, username, ...by };
  // Where the provider asked for enough, or nobody demands more, its word is all that is needed.
  if (said !== undefined && (said.strong || !demanded)) {
    return openFor(ctx, { ...entrant, limited: false, confirmedAt: said.confirmedAt });
  }
  if (hasFactor(factors)) return askForFactor(ctx, { tenant, account, via, there }, factors);
  return openFor(ctx, { ...entrant, limited });
}
