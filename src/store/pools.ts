import { Pool } from "pg";

import { columnTypes } from "./column-types.ts";
import type { Connection } from "./postgres/connection.ts";
import type { Connections } from "./postgres/resolve-database.ts";

/** One pool of connections for each login role that serves. None of them may change the schema. */
export interface Pools {
  readonly app: Pool;
  readonly followup: Pool;
  readonly retention: Pool;
  /** Ends every connection; waits for those in use. */
  close(): Promise<void>;
}

export interface PoolOptions {
  /** Most connections of case handling at once; the others get a few each. */
  readonly max?: number;
  /** Told about a connection that broke while idle; the pool replaces it by itself. */
  readonly onError?: (error: Error) => void;
  /** False for work that sends one statement at a time, as copying does. */
  readonly pipeline?: boolean;
}

/** What is locked by somebody else for longer than this is given up and tried anew (`inTenant`). */
const LOCK_TIMEOUT_MS = 2000;
const CASE_HANDLING = 16;
const OTHERS = 4;

/** Opens the pools. A connection is made when first needed. */
export function openPools(connections: Connections, options: PoolOptions = {}): Pools {
  const app = openPool(connections.app, options.max ?? CASE_HANDLING, options);
  const followup = openPool(connections.followup, OTHERS, options);
  const retention = openPool(connections.retention, OTHERS, options);
  return {
    app,
    followup,
    retention,
    close: async () => {
      await Promise.all([app.end(), followup.end(), retention.end()]);
    },
  };
}

/**
 * One pool. Statements are sent without waiting for the answer to the one before (`pipeline`): what a
 * command reads goes out in one piece, and so does what it writes.
 */
export function openPool(connection: Connection, max: number, options: PoolOptions = {}): Pool {
  const onError = options.onError ?? ignore;
  const pool = new Pool({
    ...connection,
    max,
    pipeline: options.pipeline ?? true,
    types: columnTypes,
    connectionTimeoutMillis: 10_000,
    application_name: "mittpunkt",
  });
  // Both are needed: at a failover an unheard error of either ends the whole process.
  pool.on("error", onError);
  pool.on("connect", (client) => {
    client.on("error", onError);
    // Sent before whatever the connection was made for. When it fails the connection is broken, and that fails too.
    client.query(`set lock_timeout = ${LOCK_TIMEOUT_MS}`).catch(() => undefined);
  });
  return pool;
}

function ignore(): void {
  // A broken idle connection is replaced by the pool; whoever uses one gets its own error.
}
