import { hash } from "node:crypto";
import type { Instant } from "../kernel/instant.ts";
import { instantOfMillis, millisOf } from "../kernel/instant.ts";
import type { Uuid } from "../kernel/ids.ts";
import type { Tx } from "../store/in-tenant.ts";
import { statement } from "../store/statement.ts";

const MINUTE = 60_000;
const LASTS_MS = 10 * MINUTE;

/** `factor`: a second one is asked for. `passkey`, `passkey-new`, `provider`: a challenge that is out. */
export type StepKind = "factor" | "passkey" | "passkey-new" | "provider";

export interface SignInStep {
  readonly kind: StepKind;
  readonly account: Uuid | null;
  /** The key of the browser that began it; another one does not go on. */
  readonly browser: string;
  /** What it must be answered with: challenges, what the provider was told. */
  readonly facts: Readonly<Record<string, string>>;
}

const BEGIN = statement(
  "sign_in_step_begin",
  `insert into sign_in_step (tenant, token_hash, kind, account, browser, facts, made_at, ends_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);
const FIND = statement(
  "sign_in_step_find",
  `select kind, account, browser, facts from sign_in_step
   where tenant = $1 and token_hash = $2 and kind = $3 and browser = $4 and ends_at > $5`,
);
const TAKE = statement(
  "sign_in_step_take",
  `delete from sign_in_step
   where tenant = $1 and token_hash = $2 and kind = $3 and browser = $4 and ends_at > $5
   returning kind, account, browser, facts`,
);
const REMOVE_OLD = statement(
  "sign_in_step_remove_old",
  "delete from sign_in_step where tenant = $1 and ends_at <= $2",
);

/** What names a step: its token, which is kept as a hash, the kind it must be and the browser it must come from. */
export interface StepName {
  readonly token: string;
  readonly kind: StepKind;
  readonly browser: string;
}

/** Begins a step that lasts ten minutes. */
export async function beginStep(
  tx: Tx,
  step: SignInStep & { readonly token: string },
  now: Instant,
): Promise<void> {
  const { token, kind, account, browser, facts } = step;
  const until = instantOfMillis(millisOf(now) + LASTS_MS);
  const values = [tx.tenant, hashOf(token), kind, account, browser, JSON.stringify(facts)];
  await tx.run(BEGIN, [...values, now, until]);
}

/** A step under way, which goes on. */
export async function findStep(
  tx: Tx,
  { token, kind, browser }: StepName,
  now: Instant,
): Promise<SignInStep | undefined> {
  const values = [tx.tenant, hashOf(token), kind, browser, now];
  return (await tx.rows<SignInStep>(FIND, values))[0];
}

/** Takes a step: of two who bring the same token, one gets it. */
export async function takeStep(
  tx: Tx,
  { token, kind, browser }: StepName,
  now: Instant,
): Promise<SignInStep | undefined> {
  const values = [tx.tenant, hashOf(token), kind, browser, now];
  return (await tx.rows<SignInStep>(TAKE, values))[0];
}

/** Removes steps that nobody finished. */
export async function removeOldSteps(tx: Tx, now: Instant): Promise<void> {
  await tx.run(REMOVE_OLD, [tx.tenant, now]);
}

function hashOf(token: string): Buffer {
  return hash("sha256", token, "buffer");
}
