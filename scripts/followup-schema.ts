// Writes the migration that makes the typed columns of follow-up, from the variables of the shipped pack.
// A migration that has been released is never written again: a later pack gets a file of its own, made by
// `followupAdditionsSql`.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { columnsOf } from "../src/followup/columns.ts";
import { followupTablesSql } from "../src/followup/schema.ts";
import { readSpecForTests } from "../src/domain/testing/read-spec.ts";
import { SQL_DIRECTORY } from "../src/store/migrate.ts";

const { pack } = readSpecForTests();
const name = `${pack.manifest.id}/${pack.manifest.version}`;
const file = join(SQL_DIRECTORY, "0303-create-followup-tables.sql");
writeFileSync(file, followupTablesSql(columnsOf(pack), name));
console.log(`${file} written from ${name}`);
