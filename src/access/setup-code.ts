import { createHash } from "node:crypto";
import type { Instant } from "../kernel/instant.ts";
import type { Tx } from "../store/in-tenant.ts";
import { statement } from "../store/statement.ts";
import { readableSecret } from "./passwords.ts";

const MAKE = statement(
  "setup_code_make",
  "insert into setup_code (tenant, code_hash, made_at) values ($1, $2, $3)",
);
const TAKE = statement(
  "setup_code_take",
  `update setup_code set used_at = $3
   where tenant = $1 and code_hash = $2 and used_at is null`,
);
const GIVE_BACK = statement(
  "setup_code_give_back",
  "update setup_code set used_at = null where tenant = $1 and code_hash = $2",
);

/** Only this one thing is locked by this number. */
const LOCK = statement("setup_lock", "select pg_try_advisory_xact_lock(7301001) as locked");

/** Keeps others from making a board until the transaction ends; false when somebody is at it. */
export async function lockSetup(tx: Tx): Promise<boolean> {
  const [row] = await tx.rows<{ readonly locked: boolean }>(LOCK, []);
  return row?.locked === true;
}

/** Makes a one-time code for the terminal to print; only its hash is kept. `tx` works in the installation. */
export async function makeSetupCode(
  tx: Tx,
  random: (length: number) => Uint8Array,
  now: Instant,
): Promise<string> {
  const code = readableSecret(random);
  await tx.run(MAKE, [tx.tenant, hashOf(code), now]);
  return code;
}

/** Uses the code up. False when there is no such code or it was used before: two tries never both succeed. */
export async function takeSetupCode(tx: Tx, code: string, now: Instant): Promise<boolean> {
  return (await tx.run(TAKE, [tx.tenant, hashOf(code), now])) === 1;
}

/** Gives a code back after a setup that failed halfway. */
export async function giveBackSetupCode(tx: Tx, code: string): Promise<void> {
  await tx.run(GIVE_BACK, [tx.tenant, hashOf(code)]);
}

function hashOf(code: string): Buffer {
  const written = code
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^a-z0-9]/gu, "");
  return createHash("sha256").update(written).digest();
}
