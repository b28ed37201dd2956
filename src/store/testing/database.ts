import { randomBytes } from "node:crypto";

import { inject } from "vitest";

import { withClient } from "../postgres/connection.ts";
import { connectionsOf } from "../postgres/resolve-database.ts";
import type { Connections } from "../postgres/resolve-database.ts";
import { listenToStatements, shownElsewhere, type Listening } from "./sent-statements.ts";

export interface TestDatabase {
  /** One connection for each login role, and `admin`, who bypasses row-level security. */
  readonly connections: Connections;
  /**
   * Removes the database, also while somebody is connected. Throws when a statement that the program sent to it gives
   * rows of another board than the one that is set.
   */
  drop(): Promise<void>;
}

/**
 * A database of its own with the newest schema and no rows, copied from the template in some 20 ms.
 * For `*.db.test.ts` files: open in `beforeAll`, drop in `afterAll`, close your pools before.
 */
export async function openTestDatabase(template = inject("testTemplate")): Promise<TestDatabase> {
  return copyOf(template);
}

/** An empty database, without any migration, for tests of the migrations themselves. */
export async function openEmptyDatabase(): Promise<TestDatabase> {
  return copyOf("template0");
}

async function copyOf(template: string): Promise<TestDatabase> {
  const made = await createCopy(template);
  const listening = listenToStatements(made.connections.app.database);
  return {
    connections: made.connections,
    drop: async () => {
      try {
        await throwIfShownElsewhere(made.connections, listening);
      } finally {
        await made.drop();
      }
    },
  };
}

async function createCopy(template: string): Promise<TestDatabase> {
  const server = inject("testServer");
  const name = `mp_test_${randomBytes(8).toString("hex")}`;
  await withClient(server, (client) =>
    client.query(`create database ${name} template ${template}`),
  );
  return {
    connections: connectionsOf({ ...server, database: name }),
    drop: async () => {
      await withClient(server, (client) => client.query(`drop database ${name} with (force)`));
    },
  };
}

/** Every statement that a test had sent must find nothing when another board is set: whatever test it was. */
async function throwIfShownElsewhere(connections: Connections, listening: Listening) {
  const opened: TestDatabase[] = [];
  async function empty(): Promise<Connections> {
    const made = await createCopy(inject("testTemplate"));
    opened.push(made);
    return made.connections;
  }
  try {
    const leaks = await shownElsewhere(connections, empty, listening.stop());
    if (leaks.length === 0) return;
    const told = leaks.map((leak) => JSON.stringify(leak)).join("\n");
    throw new Error(`Statements that give rows of another board than the one set:\n${told}`);
  } finally {
    for (const each of opened) await each.drop();
  }
}
