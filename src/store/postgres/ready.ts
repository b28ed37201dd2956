import { setTimeout as wait } from "node:timers/promises";

import type { Client } from "pg";

import { errorCode, withClient } from "./connection.ts";
import type { Connection } from "./connection.ts";
import { DATABASE } from "./settings.ts";

const PAUSE_MS = 15;

/** Socket not there yet, nobody listening yet, server starting up or shutting down. */
const NOT_YET = new Set(["ENOENT", "ECONNREFUSED", "ECONNRESET", "EPIPE", "57P03"]);

/**
 * Waits until the server answers a real query (an open socket is no answer: it opens while recovery
 * still refuses), makes the program's database if it is missing and gives the server's version.
 * Undefined when `given up` before an answer came. Throws what is not a matter of waiting.
 */
export async function waitUntilReady(
  connection: Connection,
  givenUp: () => boolean,
): Promise<string | undefined> {
  while (!givenUp()) {
    const version = await tryOnce(connection);
    if (version !== undefined) return version;
    await wait(PAUSE_MS);
  }
  return undefined;
}

async function tryOnce(connection: Connection): Promise<string | undefined> {
  try {
    return await withClient({ ...connection, database: "postgres" }, prepare);
  } catch (error) {
    if (NOT_YET.has(errorCode(error) ?? "")) return undefined;
    // The server closed the connection while it was being made; `pg` gives that no code.
    if (error instanceof Error && error.message.startsWith("Connection terminated"))
      return undefined;
    throw error;
  }
}

async function prepare(client: Client): Promise<string> {
  const answer = await client.query<{ version: string; present: boolean }>(
    "select current_setting('server_version') as version," +
      " exists (select from pg_database where datname = $1) as present",
    [DATABASE],
  );
  const row = answer.rows[0];
  if (row === undefined) throw new Error("The database server gave no version");
  if (!row.present) await createDatabase(client);
  return row.version;
}

async function createDatabase(client: Client): Promise<void> {
  try {
    await client.query(`create database ${DATABASE}`);
  } catch (error) {
    // Two processes started at once: the other one made it.
    if (errorCode(error) !== "42P04" && errorCode(error) !== "23505") throw error;
  }
}
