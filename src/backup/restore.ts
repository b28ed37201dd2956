import type { PoolClient } from "pg";

import { fail, ok, type Result } from "../kernel/result.ts";
import { openTx } from "../store/open-tx.ts";
import { errorCode, type Connection } from "../store/postgres/connection.ts";
import { openPool } from "../store/pools.ts";
import { tenantOf } from "../store/tenant.ts";
import { verifySeals } from "../store/verify-seals.ts";
import { verifyLog } from "../store/verify.ts";
import { digestOfSection } from "./digest-section.ts";
import { backupProblem, BackupRefused } from "./problems.ts";
import { readBackup, type BackupSink, type ReadBackup } from "./read-backup.ts";
import { folderOf, type BackupHead, type BackupManifest } from "./shape.ts";
import { tableFiller } from "./table-filler.ts";
import { nameOf, readKnownMigrations, readTables, SAME_TEXT, type Table } from "./tables.ts";

export interface RestoreOptions {
  /** The administrator of a database whose schema is up to date and that has no board. */
  readonly connection: Connection;
  readonly source: AsyncIterable<Uint8Array>;
  readonly identities: readonly string[];
  /** What the file has to be. */
  readonly kind: BackupHead["kind"];
}

/** What was taken in, and what held when it was looked at again in the database. */
export interface RestoreReport {
  readonly madeAt: string;
  readonly boards: readonly number[];
  readonly rows: number;
  readonly events: number;
  readonly seals: number;
}

const LOCK_WAIT = "10s";
const LOCK_NOT_AVAILABLE = "55P03";
const DEADLOCK = "40P01";

/**
 * Takes a backup into an empty installation: everything in one transaction, so that a restore that is stopped or
 * refused leaves the installation as empty as it was. Before the end the rows are read out of the database again
 * and compared with the manifest, and every chain, seal and anchor is verified.
 *
 * Problems: those of {@link readBackup}, `backup.other-kind`, `backup.other-schema`, `backup.not-empty`,
 * `backup.in-use`, `backup.refused-rows`, `backup.chain`.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Result<RestoreReport>> {
  const pool = openPool(options.connection, 1, { pipeline: false });
  try {
    const client = await pool.connect();
    try {
      return ok(await restoreOn(client, options));
    } catch (error) {
      if (error instanceof BackupRefused) return fail(error.problem);
      const code = errorCode(error);
      if (code === LOCK_NOT_AVAILABLE || code === DEADLOCK) return fail(backupProblem.inUse());
      throw error;
    } finally {
      // Whatever was not committed is undone by closing it.
      client.release(true);
    }
  } finally {
    await pool.end();
  }
}

async function restoreOn(client: PoolClient, options: RestoreOptions): Promise<RestoreReport> {
  await client.query("begin");
  await client.query(`set local lock_timeout = '${LOCK_WAIT}'`);
  await client.query(SAME_TEXT);
  const migrations = await readKnownMigrations(client);
  await client.query("set local role mp_migrator");
  const tables = await readTables(client);
  await openForRows(client, tables);
  const filler = tableFiller(client, tables);
  const sink: BackupSink = {
    begin: async (head) => {
      if (head.kind !== options.kind) throw new BackupRefused(backupProblem.otherKind(head.kind));
      const differs = differingSchema(head, migrations, tables);
      if (differs !== undefined) throw new BackupRefused(backupProblem.otherSchema(differs));
    },
    rows: filler.rows,
  };
  const read = await readBackup(options.source, options.identities, sink).catch(
    async (error: unknown) => {
      await filler.abandon();
      throw error;
    },
  );
  await filler.end();
  await setNumberings(client, read.manifest);
  await compareRows(client, tables, read.manifest);
  await closeForRows(client, tables);
  const verified = await verifyBoards(client, read);
  await client.query("commit");
  return {
    madeAt: read.head.madeAt,
    boards: await boardsOf(client),
    rows: read.manifest.sections.reduce((sum, { rows }) => sum + rows, 0),
    ...verified,
  };
}

/**
 * Lets the owner of the tables put rows of every board in, which nobody may otherwise, and takes away what an empty
 * installation has written by itself (packs, tries). Problem: `backup.not-empty`.
 */
async function openForRows(client: PoolClient, tables: readonly Table[]): Promise<void> {
  for (const table of tables) {
    const guard = table.ofBoard ? "no force row level security, " : "";
    await client.query(`alter table ${nameOf(table)} ${guard}disable trigger user`);
  }
  const boards = await boardsOf(client);
  const heads = await client.query("select from public.event_head limit 1");
  if (boards.length > 0 || heads.rowCount !== 0) throw new BackupRefused(backupProblem.notEmpty());
  for (const table of tables.toReversed()) await client.query(`delete from ${nameOf(table)}`);
}

async function closeForRows(client: PoolClient, tables: readonly Table[]): Promise<void> {
  for (const table of tables) {
    const guard = table.ofBoard ? "force row level security, " : "";
    await client.query(`alter table ${nameOf(table)} ${guard}enable trigger user`);
  }
}

/** The first thing in which the schema of the backup is another than this one. */
function differingSchema(
  head: BackupHead,
  migrations: readonly { readonly name: string; readonly sha256: string }[],
  tables: readonly Table[],
): string | undefined {
  const own = new Map(migrations.map(({ name, sha256 }) => [name, sha256]));
  const other = head.migrations.find(({ name, sha256 }) => own.get(name) !== sha256);
  if (other !== undefined) return other.name;
  const theirs = new Set(head.migrations.map(({ name }) => name));
  const missing = migrations.find(({ name }) => !theirs.has(name));
  if (missing !== undefined) return missing.name;
  const columnsOf = new Map(head.tables.map(({ name, columns }) => [name, columns.join()]));
  return tables.find(({ name, columns }) => columnsOf.get(name) !== columns.join())?.name;
}

/** The numbers that the database gives go on where they were. */
async function setNumberings(client: PoolClient, manifest: BackupManifest): Promise<void> {
  for (const { name, last } of manifest.numberings) {
    if (last !== null) await client.query("select setval($1::regclass, $2::bigint)", [name, last]);
  }
}

async function compareRows(
  client: PoolClient,
  tables: readonly Table[],
  manifest: BackupManifest,
): Promise<void> {
  for (const section of manifest.sections) {
    const table = tables.find(({ name }) => name === section.table);
    const found = table && (await digestOfSection(client, table, section.tenant));
    if (found?.sha256 !== section.sha256 || found.rows !== section.rows) {
      throw new BackupRefused(backupProblem.digest(folderOf(section.tenant, section.table)));
    }
  }
}

/** Every chain, seal and anchor of the boards that came in. */
async function verifyBoards(
  client: PoolClient,
  { head }: ReadBackup,
): Promise<{ readonly events: number; readonly seals: number }> {
  let [events, sealed] = [0, 0];
  for (const board of head.tenants) {
    await client.query(`set local app.tenant = '${Math.trunc(board)}'`);
    const { tx } = openTx(client, tenantOf(board));
    const log = await verifyLog(tx);
    const seals = await verifySeals(tx);
    const [broken] = log.broken;
    const [fault] = seals.faults;
    const place =
      (broken && `${broken.stream} ${broken.seq}: ${broken.reason}`) ??
      (fault && `${fault.place}: ${fault.reason}`);
    if (place !== undefined) throw new BackupRefused(backupProblem.chain(board, place));
    events += log.events;
    sealed += seals.seals;
  }
  return { events, seals: sealed };
}

async function boardsOf(client: PoolClient): Promise<readonly number[]> {
  const rows = await client.query<{ tenant: number }>(
    "select tenant from public.board order by tenant",
  );
  return rows.rows.map(({ tenant }) => tenant);
}
