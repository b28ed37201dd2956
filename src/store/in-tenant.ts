import { setTimeout as wait } from "node:timers/promises";

import type { Pool, PoolClient, QueryResultRow } from "pg";

import { errorCode } from "./postgres/connection.ts";
import type { Statement } from "./statement.ts";
import type { Tenant } from "./tenant.ts";

/** An open transaction in one board. Statements started together are sent together, in that order. */
export interface Tx {
  readonly tenant: Tenant;
  /** The rows of a statement. */
  rows<R extends QueryResultRow>(statement: Statement, values?: readonly unknown[]): Promise<R[]>;
  /** Runs a statement; gives the number of rows it changed. */
  run(statement: Statement, values?: readonly unknown[]): Promise<number>;
}

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

/**
 * Gives work a transaction that ends with it. A statement that a forgotten branch of failed work sends
 * later is refused: the connection belongs to somebody else by then.
 */
async function withOpenTx<T>(
  client: PoolClient,
  tenant: Tenant,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  let open = true;
  function send<R extends QueryResultRow>(statement: Statement, values: readonly unknown[]) {
    if (!open) throw new Error("The transaction has ended");
    return client.query<R>({ ...statement, values: [...values] });
  }
  const tx: Tx = {
    tenant,
    rows: async <R extends QueryResultRow>(
      statement: Statement,
      values: readonly unknown[] = [],
    ) => {
      const answer = await send<R>(statement, values);
      return answer.rows;
    },
    run: async (statement, values = []) => {
      const answer = await send(statement, values);
      return answer.rowCount ?? 0;
    },
  };
  try {
    return await work(tx);
  } finally {
    open = false;
  }
}

const SAVEPOINT: Statement = { text: "savepoint part" };
const RELEASE: Statement = { text: "release savepoint part" };
const ROLLBACK: Statement = { text: "rollback to savepoint part" };

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
  function check(): void {
    if (!open) throw new Error("This part of the transaction has ended");
  }
  const inner: Tx = {
    tenant: tx.tenant,
    rows: async (statement, values) => {
      check();
      return tx.rows(statement, values);
    },
    run: async (statement, values) => {
      check();
      return tx.run(statement, values);
    },
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
