import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import type { Client } from "pg";

import type { Instant } from "../kernel/instant.ts";
import { problem } from "../kernel/problem.ts";
import type { Problem } from "../kernel/problem.ts";
import { fail, ok } from "../kernel/result.ts";
import type { Result } from "../kernel/result.ts";
import { errorCode, errorText, withClient } from "./postgres/connection.ts";
import type { Connection } from "./postgres/connection.ts";

/** The migrations that come with the program. */
export const SQL_DIRECTORY = fileURLToPath(new URL("../../sql", import.meta.url));

/** Any number that no other program takes a lock on in this database; the letters of "migrera" as digits. */
const MIGRATION_LOCK = 6_447_372;
const FILE_NAME = /^(\d{4})-[a-z0-9-]+\.sql$/;
/** First line of a file whose objects shall belong to a role other than the administrator. */
const RUN_AS = /^-- run as (mp_[a-z]+)\s*$/m;

export interface MigrateOptions {
  /** The administrator: may create roles and owns the database. */
  readonly connection: Connection;
  /** Recorded with each file; the runner has no clock of its own. */
  readonly at: Instant;
  readonly directory?: string;
  readonly log?: (line: string) => void;
}

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
  readonly sql: string;
}

interface Recorded {
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
}

/**
 * Brings the database to the newest schema: runs `NNNN-name.sql` files in order, each in a transaction of
 * its own, records them in `schema_migration`, and gives the names of those it ran. Safe to start
 * from several processes at once. A file runs as the administrator unless its first line is
 * `-- run as mp_migrator`.
 *
 * Problems, before anything is changed: `migration-changed` and `migration-missing` when a recorded file is
 * no longer as it was, `migration-misnamed` for a file out of the series. `migration-failed` names the file
 * and the database's words; the files before it stand.
 */
export async function migrate(options: MigrateOptions): Promise<Result<readonly string[]>> {
  const files = readMigrations(options.directory ?? SQL_DIRECTORY);
  if (!files.ok) return files;
  return withClient(options.connection, async (client) => {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await client.query(`create table if not exists schema_migration (
      number int primary key,
      name text not null,
      sha256 text not null,
      applied_at timestamptz not null
    )`);
    const recorded = await client.query<Recorded>(
      "select number, name, sha256 from schema_migration order by number",
    );
    const faults = compare(files.value, recorded.rows);
    if (faults.length > 0) return fail(faults);
    const done = new Set(recorded.rows.map((row) => row.number));
    const pending = files.value.filter((file) => !done.has(file.number));
    return applyAll(client, pending, options);
  });
}

/** The migrations in a directory, in order. Problem: `migration-misnamed`. `schema.sql` is the dump, not one of them. */
export function readMigrations(directory: string): Result<readonly Migration[]> {
  const names = readdirSync(directory)
    .filter((name) => name.endsWith(".sql") && name !== "schema.sql")
    .toSorted();
  const migrations: Migration[] = [];
  for (const name of names) {
    const number = Number(FILE_NAME.exec(name)?.[1] ?? Number.NaN);
    // Each area has its hundred (0001 store, 0201 accounts ...), so the series has gaps and never a double.
    if (!(number > (migrations.at(-1)?.number ?? 0)))
      return fail(fault("migration-misnamed", name));
    const sql = readFileSync(join(directory, name), "utf8");
    const sha256 = createHash("sha256").update(sql).digest("hex");
    migrations.push({ number, name, sha256, sql });
  }
  return ok(migrations);
}

function compare(files: readonly Migration[], recorded: readonly Recorded[]): Problem[] {
  return recorded.flatMap((row) => {
    const file = files.find((each) => each.number === row.number);
    if (file?.name !== row.name) return [fault("migration-missing", row.name)];
    return file.sha256 === row.sha256 ? [] : [fault("migration-changed", row.name)];
  });
}

async function applyAll(
  client: Client,
  pending: readonly Migration[],
  options: MigrateOptions,
): Promise<Result<readonly string[]>> {
  const applied: string[] = [];
  for (const migration of pending) {
    try {
      await applyOne(client, migration, options.at);
    } catch (error) {
      await client.query("rollback");
      return fail(fault("migration-failed", migration.name, describe(error)));
    }
    options.log?.(`migration: ${migration.name}`);
    applied.push(migration.name);
  }
  return ok(applied);
}

async function applyOne(client: Client, migration: Migration, at: Instant): Promise<void> {
  const role = RUN_AS.exec(migration.sql.split("\n", 1)[0] ?? "")?.[1];
  await client.query("begin");
  if (role !== undefined) await client.query(`set local role ${role}`);
  await client.query(migration.sql);
  if (role !== undefined) await client.query("reset role");
  await client.query(
    "insert into schema_migration (number, name, sha256, applied_at) values ($1, $2, $3, $4)",
    [migration.number, migration.name, migration.sha256, at],
  );
  await client.query("commit");
}

function describe(error: unknown): string {
  const code = errorCode(error);
  return code === undefined ? errorText(error) : `${errorText(error)} (${code})`;
}

const TEXTS: Readonly<Record<string, { readonly sv: string; readonly en: string }>> = {
  "migration-misnamed": {
    sv: "Filen passar inte i serien sql/NNNN-namn.sql",
    en: "The file does not fit the series sql/NNNN-name.sql",
  },
  "migration-missing": {
    sv: "Databasen har en ändring som programmet saknar: programmet är äldre än databasen",
    en: "The database has a change the program lacks: the program is older than the database",
  },
  "migration-changed": {
    sv: "Filen har ändrats sedan den kördes; en körd fil ändras aldrig",
    en: "The file was changed after it was run; a file that was run never changes",
  },
  "migration-failed": { sv: "Ändringen av databasen misslyckades", en: "The migration failed" },
};

function fault(id: string, file: string, detail = ""): Problem {
  const words = TEXTS[id] ?? { sv: id, en: id };
  const rest = detail === "" ? file : `${file}: ${detail}`;
  return problem(id, {
    status: 503,
    params: { file, ...(detail === "" ? {} : { detail }) },
    text: { sv: `${words.sv} (${rest}).`, en: `${words.en} (${rest}).` },
  });
}
