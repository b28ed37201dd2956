import { randomBytes } from "node:crypto";

import { inject } from "vitest";

import { withClient } from "../postgres/connection.ts";
import { connectionsOf } from "../postgres/resolve-database.ts";
import type { Connections } from "../postgres/resolve-database.ts";

export interface TestDatabase {
  /** One connection for each login role, and `admin`, who bypasses row-level security. */
  readonly connections: Connections;
  /** Removes the database, also while somebody is connected. */
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
