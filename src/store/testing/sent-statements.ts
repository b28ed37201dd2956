import { subscribe, unsubscribe } from "node:diagnostics_channel";

import type { Client } from "pg";

import { CARRIED_OUT, type CarriedOut } from "../piece.ts";
import { withClient } from "../postgres/connection.ts";
import type { Connections } from "../postgres/resolve-database.ts";
import { wireValue } from "../wire.ts";
import { BOARDLESS_STATEMENTS } from "./boardless-statements.ts";
import { LOGIN_ROLES } from "./rights.ts";

/** No board of any test: with it set, every row that is found or changed is somebody else's. */
const NO_BOARD = 2_000_000_011;

/** What says nothing about rows: the ends of a transaction, its settings, going on with a cursor, and plans. */
const FRAME =
  /^(?:begin|commit|rollback|savepoint|release|set local|set transaction|fetch|close|explain)\b/u;
const CURSOR = /^declare \S+ (?:no scroll )?cursor for /u;

/** What a connection has prepared is its own. */
const OF_CONNECTION = "from pg_prepared_statements";

/** Texts that were tried in this process when they had found or changed something, by role. */
const proven = new Set<string>();

/** Keeps what the program sends to one database, for {@link shownElsewhere}. */
export interface Listening {
  /** Each text once a login role, with the values of a time when it found or changed something, if there was one. */
  stop(): readonly CarriedOut[];
}

/** Listens to every statement that is sent to a database; those that were tried before are left out. */
export function listenToStatements(database: string): Listening {
  const kept = new Map<string, CarriedOut>();
  function listen(message: unknown): void {
    const told = message as CarriedOut;
    // The owner of the database is past row-level security, and serves nobody.
    if (told.database !== database || !LOGIN_ROLES.some((role) => role === told.role)) return;
    if (FRAME.test(told.text) || told.text.includes(OF_CONNECTION)) return;
    const key = keyOf(told);
    const known = kept.get(key);
    const better = known === undefined || (known.touched === 0 && told.touched > 0);
    if (better && !proven.has(key)) kept.set(key, told);
  }
  subscribe(CARRIED_OUT, listen);
  return {
    stop: () => {
      unsubscribe(CARRIED_OUT, listen);
      for (const [key, { touched }] of kept) if (touched > 0) proven.add(key);
      return [...kept.values()];
    },
  };
}

function keyOf({ role, text }: CarriedOut): string {
  return `${role} ${text}`;
}

/** A statement that found or changed rows of another board than the one that was set. */
export interface Leak {
  readonly role: string;
  readonly text: string;
  readonly rows: readonly unknown[];
}

/**
 * Sends each statement again as the same login role with the same values, but with another board set, and undoes
 * it: what finds or changes a row is given. An answer that an empty database gives too, such as a count of none, is
 * no row of anybody; nor is a refusal.
 */
export async function shownElsewhere(
  connections: Connections,
  empty: () => Promise<Connections>,
  sent: readonly CarriedOut[],
): Promise<readonly Leak[]> {
  const found = (await replay(connections, sent)).filter(
    ({ sent: { text } }) => !isBoardless(text),
  );
  if (found.length === 0) return [];
  const nothing = await replay(
    await empty(),
    found.map(({ sent: each }) => each),
  );
  const same = new Set(nothing.map((each) => `${keyOf(each.sent)} ${JSON.stringify(each.rows)}`));
  return found
    .filter((each) => !same.has(`${keyOf(each.sent)} ${JSON.stringify(each.rows)}`))
    .map(({ sent: { role, text }, rows }) => ({ role, text, rows: rows.slice(0, 1) }));
}

function isBoardless(text: string): boolean {
  return Object.keys(BOARDLESS_STATEMENTS).some((part) => text.includes(part));
}

interface Found {
  readonly sent: CarriedOut;
  readonly rows: readonly unknown[];
}

async function replay(
  connections: Connections,
  sent: readonly CarriedOut[],
): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const [role, statements] of Map.groupBy(sent, (each) => each.role)) {
    const connection = Object.values(connections).find(({ user }) => user === role);
    if (connection === undefined) throw new Error(`No connection of ${role}`);
    await withClient(connection, async (client) => {
      await client.query(`begin; set local app.tenant = '${NO_BOARD}'; savepoint before`);
      for (const each of statements) found.push({ sent: each, rows: await rowsOf(client, each) });
    });
  }
  return found.filter(({ rows }) => rows.length > 0);
}

const CHANGES = new Set(["INSERT", "UPDATE", "DELETE", "MERGE"]);

/** The rows of an answer that say something, or how many were changed. */
async function rowsOf(client: Client, { text, values }: CarriedOut): Promise<readonly unknown[]> {
  const asked = { text: text.replace(CURSOR, ""), values: values.map(wireValue) };
  try {
    const answer = await client.query<unknown[]>({ ...asked, rowMode: "array" });
    const rows = answer.rows.filter((row) => !saysNothing(row));
    const changed = CHANGES.has(answer.command) ? (answer.rowCount ?? 0) : 0;
    return rows.length > 0 || changed === 0 ? rows : [`${changed} rows changed`];
  } catch {
    // Refused, or about something that is not there: nothing was shown or changed.
    return [];
  } finally {
    await client.query("rollback to savepoint before");
  }
}

/** No value, a count of none, a question answered with no, and what a lock gives. */
function saysNothing(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(saysNothing);
  return value === null || value === "" || value === "0" || value === 0 || value === false;
}
