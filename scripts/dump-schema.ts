// Writes sql/schema.sql and sql/rights.txt: the schema after all migrations and who may do what in it, read from a database that was just made from them.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { SQL_DIRECTORY } from "../src/store/migrate.ts";
import { withClient } from "../src/store/postgres/connection.ts";
import { startTestCluster } from "../src/store/testing/cluster.ts";
import { dumpSchema } from "../src/store/testing/dump-schema.ts";
import { readRights } from "../src/store/testing/rights.ts";

const cluster = await startTestCluster();
try {
  const connection = { ...cluster.server, database: cluster.template };
  writeFileSync(join(SQL_DIRECTORY, "schema.sql"), await withClient(connection, dumpSchema));
  writeFileSync(join(SQL_DIRECTORY, "rights.txt"), await withClient(connection, readRights));
} finally {
  await cluster.stop();
}
