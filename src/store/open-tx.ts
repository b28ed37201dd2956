import type { PoolClient, QueryResultRow } from "pg";

import { mergeWrites, MOST_MERGED, type Write } from "./merge-writes.ts";
import type { Statement } from "./statement.ts";
import type { Tenant } from "./tenant.ts";
import type { Tx } from "./tx.ts";

const gathering = new WeakSet<PoolClient>();

/**
 * Holds back what is written to the connection until the code that runs now has come to an end: the
 * statements it starts go out in one piece, where each by itself would cost a system call and wake
 * the server.
 */
export function gather(client: PoolClient): void {
  if (gathering.has(client)) return;
  const { stream } = client.connection;
  gathering.add(client);
  stream.cork();
  process.nextTick(() => {
    gathering.delete(client);
    stream.uncork();
  });
}

/** A transaction in which work may run, until it is closed. */
export interface OpenTx {
  readonly tx: Tx;
  /**
   * Lets no statement through any more: one that a forgotten branch of failed work sends later would
   * meet a connection that belongs to somebody else. Gives what is to be written with the commit.
   */
  close(): readonly Write[];
}

/** Thrown by a statement that is sent when its transaction has ended. */
export class TxEnded extends Error {}

/** Opens a transaction on a connection on which one has begun. */
export function openTx(client: PoolClient, tenant: Tenant): OpenTx {
  const state = { open: true };
  const last: Write[] = [];
  function send<R extends QueryResultRow>(statement: Statement, values: readonly unknown[]) {
    if (!state.open) throw new TxEnded("The transaction has ended");
    gather(client);
    return client.query<R>({ ...statement, values: [...values] });
  }
  const writes = writeQueue(async (statement, values) => {
    await send(statement, values);
  });
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
    write: writes,
    atEnd: (statement, values) => {
      if (!state.open) throw new TxEnded("The transaction has ended");
      last.push({ statement, values });
    },
  };
  return {
    tx,
    close: () => {
      state.open = false;
      return last;
    },
  };
}

/** Sends writes and the commit in one piece. Throws when either fails: nothing is committed then. */
export async function commit(client: PoolClient, last: readonly Write[]): Promise<void> {
  gather(client);
  const merged = last.length === 0 ? undefined : mergeWrites(last);
  const written =
    merged === undefined
      ? undefined
      : client.query({ ...merged.statement, values: [...merged.values] });
  const [, ended] = await Promise.all([written, client.query("commit")]);
  if (ended.command !== "COMMIT") throw new Error("The transaction was rolled back");
}

/** Collects writes until the code that runs now has come to an end, and sends them as one. */
function writeQueue(
  send: (statement: Statement, values: readonly unknown[]) => Promise<void>,
): Tx["write"] {
  let waiting: Write[] = [];
  let sent: Promise<void> | undefined;
  async function flush(): Promise<void> {
    const writes = waiting;
    waiting = [];
    sent = undefined;
    const parts: Promise<void>[] = [];
    for (let from = 0; from < writes.length; from += MOST_MERGED) {
      const merged = mergeWrites(writes.slice(from, from + MOST_MERGED));
      parts.push(send(merged.statement, merged.values));
    }
    await Promise.all(parts);
  }
  return (statement, values) => {
    waiting.push({ statement, values });
    sent ??= new Promise((resolve, reject) => {
      process.nextTick(() => {
        flush().then(resolve, reject);
      });
    });
    return sent;
  };
}
