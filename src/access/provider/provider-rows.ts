import type { Instant } from "../../kernel/instant.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Tx } from "../../store/in-tenant.ts";
import { statement } from "../../store/statement.ts";
import type { SecretBox } from "../secret-box.ts";
import type { TiedAccount } from "./judge-word.ts";

/** The identity provider of a board, but what we show it that it is us. */
export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** A secret in the header or in the form, or a private key. */
  readonly auth: "basic" | "post" | "key";
  readonly keyId: string | null;
  /** Which of its words names a member of staff. */
  readonly claim: string;
  readonly scopes: readonly string[];
  readonly acr: readonly string[];
  readonly amr: readonly string[];
  readonly maxAgeMinutes: number | null;
  /** Signing out here goes on to signing out there. */
  readonly endsThere: boolean;
}

/** With the secret, opened. */
export interface OpenProvider extends ProviderSettings {
  readonly secret: string;
}

const READ = statement(
  "provider_read",
  `select issuer, client_id as "clientId", auth, sealed, key_id as "keyId", claim, scopes, acr, amr,
     max_age_minutes as "maxAgeMinutes", ends_there as "endsThere"
   from identity_provider where tenant = $1`,
);
const HAS = statement("provider_has", "select 1 from identity_provider where tenant = $1");
const SET = statement(
  "provider_set",
  `insert into identity_provider (tenant, issuer, client_id, auth, sealed, key_id, claim, scopes, acr, amr,
     max_age_minutes, ends_there, changed_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
   on conflict (tenant) do update set issuer = $2, client_id = $3, auth = $4, sealed = $5, key_id = $6,
     claim = $7, scopes = $8, acr = $9, amr = $10, max_age_minutes = $11, ends_there = $12, changed_at = $13`,
);
const RESEAL = statement(
  "provider_reseal",
  "update identity_provider set sealed = $2 where tenant = $1",
);
const REMOVE = statement("provider_remove", "delete from identity_provider where tenant = $1");
const UNTIE_OTHERS = statement(
  "provider_untie_others",
  `update account set provider_iss = null, provider_sub = null, changed_at = $3
   where tenant = $1 and provider_iss <> $2`,
);
const OPEN = "closed_at is null and (ends_on is null or ends_on >= $3::date)";
const TIED = `select account, staff, username, subject, provider_iss as issuer, provider_sub as sub, ${OPEN} as open
   from account where tenant = $1`;
const BY_VALUE = statement("provider_account_by_value", `${TIED} and subject = $2`);
const BY_NAME = statement(
  "provider_account_by_name",
  `${TIED} and provider_iss = $2 and provider_sub = $4`,
);
const TIE = statement(
  "provider_tie",
  `update account set provider_iss = $3, provider_sub = $4, provider_refused_at = null, changed_at = $5
   where tenant = $1 and account = $2 and provider_sub is null`,
);
const REFUSED = statement(
  "provider_refused",
  `update account set provider_refused_at = $3
   where tenant = $1 and account = $2 and (provider_refused_at is null or provider_refused_at < $4)`,
);

/** The provider of the board; undefined where none is set, `unreadable` where its secret can't be opened. */
export async function readProvider(
  tx: Tx,
  box: SecretBox,
): Promise<OpenProvider | "unreadable" | undefined> {
  const [row] = await tx.rows<ProviderSettings & { sealed: Buffer }>(READ, [tx.tenant]);
  if (row === undefined) return undefined;
  const { sealed, ...settings } = row;
  const secret = box.open(sealed, sealedFor(tx));
  return secret === undefined ? "unreadable" : { ...settings, secret: secret.toString("utf8") };
}

/** Whether the board has one. */
export async function hasProvider(tx: Tx): Promise<boolean> {
  return (await tx.rows(HAS, [tx.tenant])).length > 0;
}

/** Sets it, in place of the one before. Gives how many accounts were tied to another provider: they are tied anew. */
export async function setProvider(
  tx: Tx,
  box: SecretBox,
  { secret, ...settings }: OpenProvider,
  now: Instant,
): Promise<number> {
  const { issuer, clientId, auth, keyId, claim, scopes, acr, amr } = settings;
  const sealed = box.seal(Buffer.from(secret, "utf8"), sealedFor(tx));
  const values: unknown[] = [tx.tenant, issuer, clientId, auth, sealed, keyId, claim];
  const rest = [scopes, acr, amr, settings.maxAgeMinutes, settings.endsThere, now];
  await tx.run(SET, values.concat(rest));
  return tx.run(UNTIE_OTHERS, [tx.tenant, issuer, now]);
}

/** Seals its secret anew with the first key of the box; false for one that no key opens, which is left as it is. */
export async function resealProvider(tx: Tx, box: SecretBox): Promise<boolean> {
  const found = await readProvider(tx, box);
  if (found === undefined) return true;
  if (found === "unreadable") return false;
  const secret = Buffer.from(found.secret, "utf8");
  await tx.run(RESEAL, [tx.tenant, box.seal(secret, sealedFor(tx))]);
  return true;
}

/** Takes it away; false where there was none. */
export async function removeProvider(tx: Tx): Promise<boolean> {
  return (await tx.run(REMOVE, [tx.tenant])) > 0;
}

/** The account that has been given a value. `today` by the real clock. */
export async function accountByValue(
  tx: Tx,
  value: string,
  today: string,
): Promise<TiedAccount | undefined> {
  return (await tx.rows<TiedAccount>(BY_VALUE, [tx.tenant, value, today]))[0];
}

/** The account that is tied to a name at a provider. */
export async function accountByName(
  tx: Tx,
  issuer: string,
  sub: string,
  today: string,
): Promise<TiedAccount | undefined> {
  return (await tx.rows<TiedAccount>(BY_NAME, [tx.tenant, issuer, today, sub]))[0];
}

/** Ties an account to a name at the provider; false when somebody was first. */
export async function tieAccount(
  tx: Tx,
  account: Uuid,
  { issuer, sub }: { readonly issuer: string; readonly sub: string },
  now: Instant,
): Promise<boolean> {
  return (await tx.run(TIE, [tx.tenant, account, issuer, sub, now])) > 0;
}

/** Notes at an account that somebody was taken for another person; false when that was told a short time ago. */
export async function noteRefusal(
  tx: Tx,
  account: Uuid,
  now: Instant,
  toldBefore: Instant,
): Promise<boolean> {
  return (await tx.run(REFUSED, [tx.tenant, account, now, toldBefore])) > 0;
}

/** Whose secret it is, sealed into it: moved to another board it does not open. */
function sealedFor(tx: Tx): string {
  return `provider ${tx.tenant}`;
}
