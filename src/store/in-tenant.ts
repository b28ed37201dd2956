import { setTimeout as wait } from "node:timers/promises";

import type { Pool, PoolClient } from "pg";

import { openTx, TxEnded, type OpenTx, type SendsWrites } from "./open-tx.ts";
import { send } from "./piece.ts";
import { errorCode } from "./postgres/connection.ts";
import type { Statement } from "./statement.ts";
import type { Tenant } from "./tenant.ts";
import type { Tx } from "./tx.ts";

export type { Tx } from "./tx.ts";

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

/**
 * As {@link inTenant}, for work that is done in another way when it fails: it is not tried again. Its statements are
 * made for as many rows as there are, each number a statement of its own: each is planned once a connection, and
 * not first five times for the values it has then.
 */
export function onceInTenant<T>(
  pool: Pool,
  tenant: Tenant,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return transact(pool, tenant, work, { settings: [PLAN_ONCE] });
}

/**
 * As {@link onceInTenant}, for much work of one board: writes of the same kind go as one, in numbers that come again,
 * and each kind by itself, so that few statements are planned however the work is put together.
 */
export function batchInTenant<T>(
  pool: Pool,
  tenant: Tenant,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return transact(pool, tenant, work, { settings: [PLAN_ONCE], how: "by-kind" });
}

/** Thrown by work that found out only while writing that somebody else was first: it is tried again. */
export class Raced extends Error {}

/** The database could not be reached, or went away meanwhile: nobody knows whether a commit under way was done. */
export class DatabaseAway extends Error {
  readonly code: string;

  constructor(cause: unknown) {
    super("The database is away", { cause });
    this.code = errorCode(cause) ?? "away";
  }
}

/** The name of the constraint an error of the database is about; undefined for anything else. */
export function constraintOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("constraint" in error)) return undefined;
  return typeof error.constraint === "string" ? error.constraint : undefined;
}

/** Whether what failed may succeed when it is tried anew. */
export function isPassing(error: unknown): boolean {
  if (error instanceof Raced) return true;
  const code = errorCode(error) ?? "";
  return RETRIED.has(code) || (code === "23505" && RACED.has(constraintOf(error) ?? ""));
}

/**
 * As {@link inTenant}, for work that asks for all it reads at once: that and the commit go out in one piece
 * and are waited for once. Work that turns out to need more is run anew in an ordinary transaction.
 */
export async function atOnceInTenant<T>(
  pool: Pool,
  tenant: Tenant,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  try {
    return await onConnection(pool, async (client) => {
      const begun = begin(client, tenant);
      const opened = openTx(client, tenant);
      const asked = work(opened.tx);
      const ended = commit(client, opened);
      const [value] = await Promise.all([asked, ended, begun]);
      return value;
    });
  } catch (error) {
    if (error instanceof TxEnded || isPassing(error)) return inTenant(pool, tenant, work);
    throw error;
  }
}

async function transact<T>(
  pool: Pool,
  tenant: Tenant,
  work: (tx: Tx) => Promise<T>,
  {
    settings = [],
    how,
  }: { readonly settings?: readonly Statement[]; readonly how?: SendsWrites } = {},
): Promise<T> {
  return onConnection(pool, async (client) => {
    const begun = begin(client, tenant, settings);
    begun.catch(() => undefined);
    const opened = openTx(client, tenant, how);
    try {
      const value = await work(opened.tx);
      await Promise.all([begun, commit(client, opened)]);
      return value;
    } finally {
      opened.abandon();
    }
  });
}

const BEGIN: Statement = { name: "begin", text: "begin" };
const COMMIT: Statement = { name: "commit", text: "commit" };
const PLAN_ONCE: Statement = {
  name: "plan_once",
  text: "set local plan_cache_mode = force_generic_plan",
};
const UNDO: Statement = { name: "rollback", text: "rollback" };
const boards = new Map<Tenant, Statement>();

/**
 * SET LOCAL with a literal, not set_config: only that is forwarded in a distributed database. The tenant is a
 * checked integer.
 */
function setBoard(tenant: Tenant): Statement {
  const known = boards.get(tenant);
  if (known !== undefined) return known;
  const made = { name: `board_${tenant}`, text: `set local app.tenant = '${tenant}'` };
  boards.set(tenant, made);
  return made;
}

/** Not awaited here: it travels with the first statements of the work. */
function begin(
  client: PoolClient,
  tenant: Tenant,
  settings: readonly Statement[] = [],
): Promise<unknown> {
  const first = [BEGIN, setBoard(tenant), ...settings];
  return Promise.all(first.map((each) => send(client, each)));
}

/** Sends the last writes and the commit in one piece. Throws when either fails: nothing is committed then. */
async function commit(client: PoolClient, opened: OpenTx): Promise<void> {
  const written = opened.close();
  const [writes, ended] = await Promise.allSettled([written, send(client, COMMIT)]);
  // After a write that failed there is no commit: what it was about is told first.
  if (writes.status === "rejected") throw writes.reason;
  if (ended.status === "rejected") throw ended.reason;
  if (ended.value.command !== "COMMIT") throw new Error("The transaction was rolled back");
}

/** Lends a connection to work that begins and commits; when it fails the transaction is undone. */
async function onConnection<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch((cause: unknown) => {
    throw new DatabaseAway(cause);
  });
  let broken: DatabaseAway | undefined;
  try {
    return await work(client);
  } catch (error) {
    await send(client, UNDO).catch(() => {
      broken = new DatabaseAway(error);
    });
    throw broken ?? error;
  } finally {
    client.release(broken);
  }
}

const SAVEPOINT: Statement = { name: "savepoint", text: "savepoint part" };
const RELEASE: Statement = { name: "release", text: "release savepoint part" };
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
    write: (statement, values) => whileOpen().write(statement, values),
    flush: async () => whileOpen().flush(),
  };
  const saved = tx.run(SAVEPOINT);
  saved.catch(() => undefined);
  try {
    const value = await part(inner);
    await tx.flush();
    open = false;
    if (keep(value)) {
      // Not waited for: it travels with what comes next, at the latest the commit, which fails when it does.
      tx.run(RELEASE).catch(() => undefined);
    } else {
      await tx.run(ROLLBACK);
    }
    return value;
  } catch (error) {
    open = false;
    await tx.run(ROLLBACK);
    throw error;
  }
}
