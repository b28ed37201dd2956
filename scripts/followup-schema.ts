// Writes the migrations that make the typed columns of follow-up, from the variables of the shipped pack.
// One that has been released is never written again: a later pack gets a file of its own, made by
// `followupAdditionsSql`.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { columnsOf } from "../src/followup/columns.ts";
import { followupMigrations } from "../src/followup/schema.ts";
import { readSpecForTests } from "../src/domain/testing/read-spec.ts";
import { SQL_DIRECTORY } from "../src/store/migrate.ts";

const { pack } = readSpecForTests();
const name = `${pack.manifest.id}/${pack.manifest.version}`;
for (const { file, sql } of followupMigrations(columnsOf(pack), name)) {
  writeFileSync(join(SQL_DIRECTORY, file), sql);
  console.log(`${file} written from ${name}`);
}
