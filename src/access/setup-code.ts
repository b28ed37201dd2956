import { createHash } from "node:crypto";
import type { Instant } from "../kernel/instant.ts";
import { INSTALLATION } from "./installation.ts";
import { readableSecret } from "./passwords.ts";
import type { Queryable } from "./queryable.ts";

/** Makes a one-time code for the terminal to print; only its hash is kept. */
export async function makeSetupCode(
  tx: Queryable,
  random: (length: number) => Uint8Array,
  now: Instant,
): Promise<string> {
  const code = readableSecret(random);
  await tx.query({
    name: "setup-code-make",
    text: "insert into setup_code (tenant, code_hash, made_at) values ($1, $2, $3)",
    values: [INSTALLATION, hashOf(code), now],
  });
  return code;
}

/** Uses the code up. False when there is no such code or it was used before: two tries never both succeed. */
export async function takeSetupCode(tx: Queryable, code: string, now: Instant): Promise<boolean> {
  const taken = await tx.query({
    name: "setup-code-take",
    text: `update setup_code set used_at = $3
           where tenant = $1 and code_hash = $2 and used_at is null returning tenant`,
    values: [INSTALLATION, hashOf(code), now],
  });
  return taken.rows.length === 1;
}

/** Gives a code back after a setup that failed halfway. */
export async function returnSetupCode(tx: Queryable, code: string): Promise<void> {
  await tx.query({
    name: "setup-code-return",
    text: "update setup_code set used_at = null where tenant = $1 and code_hash = $2",
    values: [INSTALLATION, hashOf(code)],
  });
}

function hashOf(code: string): Buffer {
  const written = code
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^a-z0-9]/gu, "");
  return createHash("sha256").update(written).digest();
}
