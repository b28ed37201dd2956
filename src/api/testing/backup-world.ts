import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { INSTALLATION } from "../../access/installation.ts";
import { writeBackupFile, type WrittenBackup } from "../../backup/backup-file.ts";
import { makeIdentity, readIdentities } from "../../backup/keys.ts";
import { restoreBackup, type RestoreReport } from "../../backup/restore.ts";
import type { BackupManifest } from "../../backup/shape.ts";
import { parseInstant, type Instant } from "../../kernel/instant.ts";
import type { Result } from "../../kernel/result.ts";
import type { Store } from "../../store/deps.ts";
import { withClient } from "../../store/postgres/connection.ts";
import { openPools } from "../../store/pools.ts";
import { makeAnchor } from "../../store/anchor.ts";
import { sealLogs } from "../../store/seal.ts";
import { valueOf } from "../../store/testing/cluster.ts";
import { openTestDatabase, type TestDatabase } from "../../store/testing/database.ts";
import type { Tenant } from "../../store/tenant.ts";
import { openDemoDatabase } from "./demo-template.ts";
import { NOW } from "./test-app.ts";

/** The demo board, sealed, with a backup of it, and a folder and keys to make more. */
export interface BackupWorld {
  readonly folder: string;
  readonly now: Instant;
  readonly source: TestDatabase;
  readonly tenant: Tenant;
  readonly identities: readonly string[];
  /** The backup of everything: `whole.age`. */
  readonly whole: WrittenBackup;
  /** Where everything is refused. */
  readonly stillEmpty: TestDatabase;
  /** What every backup is made with. */
  common(): { recipients: string[]; madeAt: Instant; program: string; beside: number[] };
  backupTo(
    name: string,
    more?: { board?: number; from?: TestDatabase },
  ): Promise<Result<WrittenBackup>>;
  restoreInto(
    database: TestDatabase,
    name: string,
    kind?: "installation" | "board",
  ): Promise<Result<RestoreReport>>;
  /** A file with the bytes of the whole backup, changed. */
  changed(name: string, change: (bytes: Buffer) => Buffer): string;
  emptyInstallation(): Promise<TestDatabase>;
  close(): Promise<void>;
}

export async function openBackupWorld(): Promise<BackupWorld> {
  const folder = mkdtempSync(join(tmpdir(), "mp-backup-"));
  const now = parseInstant(NOW) as Instant;
  const opened: TestDatabase[] = [];
  const { database: source, demo } = await openDemoDatabase(now);
  await seal(source, demo.tenant, now);
  const recipient = valueOf(await makeIdentity(join(folder, "key"), now));
  const identities = valueOf(readIdentities(join(folder, "key")));
  const common = () => ({
    recipients: [recipient],
    madeAt: now,
    program: "test",
    beside: [INSTALLATION],
  });
  const backupTo: BackupWorld["backupTo"] = (name, { from = source, ...options } = {}) => {
    const connection = from.connections.backup;
    return writeBackupFile({ connection, ...common(), ...options }, join(folder, name));
  };
  const emptyInstallation = async () => {
    const database = await openTestDatabase();
    opened.push(database);
    return database;
  };
  const whole = valueOf(await backupTo("whole.age"));
  return {
    folder,
    now,
    source,
    tenant: demo.tenant,
    identities,
    whole,
    stillEmpty: await emptyInstallation(),
    common,
    backupTo,
    emptyInstallation,
    restoreInto: (database, name, kind = "installation") => {
      const connection = database.connections.admin;
      return restoreBackup({
        connection,
        source: createReadStream(join(folder, name)),
        identities,
        kind,
      });
    },
    changed: (name, change) => {
      writeFileSync(join(folder, name), change(readFileSync(whole.file)));
      return name;
    },
    close: async () => {
      await source.drop();
      for (const database of opened) await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function seal(database: TestDatabase, tenant: Tenant, now: Instant): Promise<void> {
  const pools = openPools(database.connections);
  // Sealing asks for no more of a store.
  const store = { pools, clock: { now: () => now } } as unknown as Store;
  await sealLogs(store, tenant);
  await makeAnchor(store, tenant);
  await pools.close();
}

/** Rows of all tables but the list of migrations, counted past every guard. */
export async function rowsOfAll(database: TestDatabase): Promise<number> {
  return withClient(database.connections.admin, async (client) => {
    const tables = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname in ('public', 'followup') and tablename <> 'schema_migration'`,
    );
    let rows = 0;
    for (const { name } of tables.rows) {
      const counted = await client.query<{ n: string }>(`select count(*) as n from ${name}`);
      rows += Number(counted.rows[0]?.n);
    }
    return rows;
  });
}

/** Rows by the manifest. */
export function total({ sections }: BackupManifest): number {
  return sections.reduce((sum, { rows }) => sum + rows, 0);
}

/** Ids of the problems of a refusal. */
export function refused(result: { ok: boolean; problems?: readonly { id: string }[] }): string[] {
  return (result.problems ?? []).map(({ id }) => id);
}

/** A copy with one byte changed. */
export function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0x55;
  return copy;
}
