import type { PoolClient, QueryResultRow } from "pg";

import { gatherInSteps, gatherSame, mergeWrites, MOST_MERGED, type Write } from "./merge-writes.ts";
import { send as sendOn } from "./piece.ts";
import type { Statement } from "./statement.ts";
import type { Tenant } from "./tenant.ts";
import type { Tx } from "./tx.ts";

/** Thrown by a statement that is sent when its transaction has ended. */
export class TxEnded extends Error {}

/** A transaction under way, and its end. */
export interface OpenTx {
  readonly tx: Tx;
  /**
   * Ends it: a statement that a forgotten branch of failed work sends later is refused, since the connection
   * belongs to somebody else by then. Gives the writes that are still under way.
   */
  close(): Promise<void>;
  /** Ends it after a failure: what was not sent yet never is. */
  abandon(): void;
}

/** How writes go out: merged into one statement, or those of a kind as statements of their own, one after the other. */
export type SendsWrites = "merged" | "by-kind";

/** Gives a transaction on a connection that has been begun. */
export function openTx(client: PoolClient, tenant: Tenant, how: SendsWrites = "merged"): OpenTx {
  const state = { open: true };
  function send<R extends QueryResultRow>(statement: Statement, values: readonly unknown[]) {
    throwIfEnded();
    return sendOn<R>(client, statement, values);
  }
  function throwIfEnded(): void {
    if (!state.open) throw new TxEnded("The transaction has ended");
  }
  const writes = writeQueue(async (statement, values) => {
    await send(statement, values);
  }, how);
  const tx: Tx = {
    tenant,
    rows: async <R extends QueryResultRow>(
      statement: Statement,
      values: readonly unknown[] = [],
    ) => {
      writes.send();
      const answer = await send<R>(statement, values);
      return answer.rows;
    },
    run: async (statement, values = []) => {
      writes.send();
      const answer = await send(statement, values);
      return answer.rowCount;
    },
    write: (statement, values) => {
      throwIfEnded();
      writes.add(statement, values);
    },
    flush: writes.flush,
  };
  return {
    tx,
    close: () => {
      const ended = writes.flush();
      state.open = false;
      return ended;
    },
    abandon: () => {
      writes.drop();
      state.open = false;
    },
  };
}

interface WriteQueue {
  add(statement: Statement, values: readonly unknown[]): void;
  /** Sends what waits. */
  send(): void;
  /** Sends what waits, and gives the end of everything sent. */
  flush(): Promise<void>;
  /** Forgets what waits. */
  drop(): void;
}

/** Collects writes until something else is sent, or the code that runs now has come to an end. */
function writeQueue(
  send: (statement: Statement, values: readonly unknown[]) => Promise<void>,
  how: SendsWrites,
): WriteQueue {
  let waiting: Write[] = [];
  let underWay: Promise<void>[] = [];
  function sendOne({ statement, values }: Write): void {
    const sent = send(statement, values);
    // Whoever ends or flushes the transaction hears of it; until then nobody is asked to.
    sent.catch(() => undefined);
    underWay.push(sent);
  }
  function sendMerged(writes: readonly Write[]): void {
    for (let from = 0; from < writes.length; from += MOST_MERGED) {
      sendOne(mergeWrites(writes.slice(from, from + MOST_MERGED)));
    }
  }
  function sendWaiting(): void {
    const gathered = waiting;
    waiting = [];
    if (how === "by-kind") {
      for (const write of gatherInSteps(gathered)) sendOne(write);
      return;
    }
    const writes = gatherSame(gathered);
    let together: Write[] = [];
    for (const write of writes) {
      if (write.statement.alone === true) {
        sendMerged(together);
        sendMerged([write]);
        together = [];
      } else together.push(write);
    }
    sendMerged(together);
  }
  return {
    add: (statement, values) => {
      if (waiting.length === 0) process.nextTick(sendWaiting);
      waiting.push({ statement, values });
    },
    send: sendWaiting,
    flush: async () => {
      sendWaiting();
      const ended = underWay;
      underWay = [];
      await Promise.all(ended);
    },
    drop: () => {
      waiting = [];
    },
  };
}
