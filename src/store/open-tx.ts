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

/**
 * Gives work a transaction that ends with it. A statement that a forgotten branch of failed work sends
 * later is refused: the connection belongs to somebody else by then.
 */
export async function withOpenTx<T>(
  client: PoolClient,
  tenant: Tenant,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const state = { open: true };
  function send<R extends QueryResultRow>(statement: Statement, values: readonly unknown[]) {
    if (!state.open) throw new Error("The transaction has ended");
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
  };
  try {
    return await work(tx);
  } finally {
    state.open = false;
  }
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
