import { hash } from "node:crypto";
import type { Instant } from "../../kernel/instant.ts";
import { instantOfMillis, millisOf } from "../../kernel/instant.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Tx } from "../../store/in-tenant.ts";
import { statement } from "../../store/statement.ts";
import type { LogoutToken } from "./logout-token.ts";
import { personThere, visitThere, type SignInThere } from "./sign-in-there.ts";

const HOUR = 3_600_000;
/** Longer than a token is fresh, and than somebody takes from the provider's word to the second factor. */
const KEPT_MS = HOUR;

const IS_CLIENT = statement(
  "provider_is_client",
  "select 1 from identity_provider where tenant = $1 and issuer = $2 and client_id = any($3)",
);
const HOLD = statement(
  "provider_hold",
  "select 1 from identity_provider where tenant = $1 for update",
);
const HOLD_TOGETHER = statement(
  "provider_hold_together",
  "select 1 from identity_provider where tenant = $1 for share",
);
const TAKE = statement(
  "provider_logout_take",
  `insert into provider_logout (tenant, token_hash, person, visit, at) values ($1, $2, $3, $4, $5)
   on conflict do nothing`,
);
const END = statement(
  "provider_logout_end",
  `delete from session where tenant = $1 and there_person is not null
     and case when $3::bytea is not null and there_visit is not null
       then there_visit = $3 and coalesce($2, there_person) = there_person
       else there_person = $2 end
   returning staff`,
);
const IS_OVER = statement(
  "provider_logout_is_over",
  `select 1 from provider_logout where tenant = $1
     and case when visit is not null and $3::bytea is not null then visit = $3 and coalesce(person, $2) = $2
       else person = $2 and at > $4 end
   limit 1`,
);
const FORGET = statement(
  "provider_logout_forget",
  "delete from provider_logout where tenant = $1 and at <= $2",
);

/** Whether the board's provider is the one a token says it is from, and the token is for the board's client. */
export async function isForBoard(
  tx: Tx,
  { issuer, audience }: Pick<LogoutToken, "issuer" | "audience">,
): Promise<boolean> {
  return (await tx.rows(IS_CLIENT, [tx.tenant, issuer, audience])).length > 0;
}

/**
 * Ends the sessions that came by the sign-in a token names, or by any of that person's where it names none; those of a
 * provider that never named its sign-ins end with the person's. Gives whose they were, or undefined for a token that
 * has been taken before.
 */
export async function endSessionsThere(
  tx: Tx,
  { issuer, jti, sub, sid }: Pick<LogoutToken, "issuer" | "jti" | "sub" | "sid">,
  now: Instant,
): Promise<readonly Uuid[] | undefined> {
  const person = sub === undefined ? null : personThere(issuer, sub);
  const visit = sid === undefined ? null : visitThere(issuer, sid);
  const name = hash("sha256", JSON.stringify([issuer, jti]), "buffer");
  // Somebody who comes in by the provider at this moment is waited for, or waits and finds the row.
  await tx.rows(HOLD, [tx.tenant]);
  if ((await tx.run(TAKE, [tx.tenant, name, person, visit, now])) === 0) return undefined;
  const ended = await tx.rows<{ staff: Uuid }>(END, [tx.tenant, person, visit]);
  return ended.map(({ staff }) => staff);
}

/** Whether somebody who is about to be let in has signed out there since the provider gave its word. */
export async function isOverThere(tx: Tx, { person, visit, since }: SignInThere): Promise<boolean> {
  await tx.rows(HOLD_TOGETHER, [tx.tenant]);
  return (await tx.rows(IS_OVER, [tx.tenant, person, visit, since])).length > 0;
}

/** Removes what no token and no sign-in can meet any more. */
export async function forgetLogouts(tx: Tx, now: Instant): Promise<void> {
  await tx.run(FORGET, [tx.tenant, instantOfMillis(millisOf(now) - KEPT_MS)]);
}
