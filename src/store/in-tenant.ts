import { setTimeout as wait } from "node:timers/promises";

import type { Pool } from "pg";

import { gather, withOpenTx } from "./open-tx.ts";
import { errorCode } from "./postgres/connection.ts";
import type { Tenant } from "./tenant.ts";
import type { Tx } from "./tx.ts";

export type { Tx } from "./tx.ts";

/** What is locked by somebody else for longer than this is given up and tried anew. */
const LOCK_TIMEOUT = "2s";
const ATTEMPTS = 5;
const WAIT_MS = 5;
/** Serialisation failure, deadlock, lock not available. */
const RETRIED = new Set(["40001", "40P01", "55P03"]);
/** Two commands made the same thing at once: the second one, tried anew, sees the first. */
const RACED = new Set([
  "command_pkey",
  "event_head_pkey",
  "stream_state_pkey",
  "akt_one_a_person",
  "person_identity_pkey",
  "draft_pkey",
  "draft_one_a_document",
  "log_seal_pkey",
]);

/**
 * Runs `work` in one transaction of one board and commits. Row-level security shows the rows of that
 * board only. A transaction that met a deadlock, a lock or a race is tried again from the start, so
 * `work` may run more than once and must keep nothing outside. Throws what `work` throws.
 */
export async function inTenant<T>(
  pool: Pool,
  tenant: Tenant,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transact(pool, tenant, work);
    } catch (error) {
      if (attempt === ATTEMPTS || !isPassing(error)) throw error;
      await wait(attempt * WAIT_MS);
    }
  }
}

/** Thrown by work that found out only while writing that somebody else was first: it is tried again. */
export class Raced extends Error {}

/** The name of the constraint an error of the database is about; undefined for anything else. */
export function constraintOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("constraint" in error)) return undefined;
  return typeof error.constraint === "string" ? error.constraint : undefined;
}

function isPassing(error: unknown): boolean {
  if (error instanceof Raced) return true;
  const code = errorCode(error) ?? "";
  return RETRIED.has(code) || (code === "23505" && RACED.has(constraintOf(error) ?? ""));
}

async function transact<T>(pool: Pool, tenant: Tenant, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    // SET LOCAL with a literal, not set_config: only that is forwarded in a distributed database. The
    // tenant is a checked integer. Not awaited here: it travels with the first statements of the work.
    gather(client);
    const begun = client.query(
      `begin; set local app.tenant = '${tenant}'; set local lock_timeout = '${LOCK_TIMEOUT}'`,
    );
    begun.catch(() => undefined);
    const value = await withOpenTx(client, tenant, work);
    await begun;
    const ended = await client.query("commit");
    if (ended.command !== "COMMIT") throw new Error("The transaction was rolled back");
    return value;
  } catch (error) {
    await client.query("rollback").catch((failure: unknown) => {
      broken = failure instanceof Error ? failure : new Error("The connection broke");
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

const SAVEPOINT = { text: "savepoint part" };
const RELEASE = { text: "release savepoint part" };
const ROLLBACK = { text: "rollback to savepoint part" };

/**
 * Runs a part of a transaction so that it can be undone alone: when `part` throws, or `keep` says no to
 * what it gave, nothing of it is left and the transaction goes on.
 */
export async function withSavepoint<T>(
  tx: Tx,
  part: (tx: Tx) => Promise<T>,
  keep: (value: T) => boolean,
): Promise<T> {
  let open = true;
  function whileOpen(): Tx {
    if (!open) throw new Error("This part of the transaction has ended");
    return tx;
  }
  const inner: Tx = {
    tenant: tx.tenant,
    rows: async (statement, values) => whileOpen().rows(statement, values),
    run: async (statement, values) => whileOpen().run(statement, values),
    write: async (statement, values) => whileOpen().write(statement, values),
  };
  const saved = tx.run(SAVEPOINT);
  saved.catch(() => undefined);
  try {
    const value = await part(inner);
    open = false;
    await tx.run(keep(value) ? RELEASE : ROLLBACK);
    return value;
  } catch (error) {
    open = false;
    await tx.run(ROLLBACK);
    throw error;
  }
}
