import { createHash } from "node:crypto";
import { pipeline, Readable } from "node:stream";
import { createZstdCompress } from "node:zlib";
import { Encrypter } from "age-encryption";
import type { Client } from "pg";

import type { Instant } from "../kernel/instant.ts";
import { withClient, type Connection } from "../store/postgres/connection.ts";
import { copyOut } from "./copy-protocol.ts";
import { countRows } from "./count-rows.ts";
import { backupProblem, BackupRefused } from "./problems.ts";
import { FORMAT, FORMAT_VERSION, HEAD, MANIFEST, partName } from "./shape.ts";
import type { BackupHead, BackupManifest, Section } from "./shape.ts";
import {
  copyOutSql,
  readKnownMigrations,
  readNumberings,
  readTables,
  SAME_TEXT,
  type Table,
} from "./tables.ts";
import { tarEnd, tarEntry } from "./tar.ts";

export interface BackupOptions {
  /** As the role of backups, who reads every table and changes none. */
  readonly connection: Connection;
  /** age recipients that {@link readRecipients} has looked at. */
  readonly recipients: readonly string[];
  readonly madeAt: Instant;
  /** The version of the program. */
  readonly program: string;
  /** What belongs to no board and has a number in the place of one. */
  readonly beside: readonly number[];
  /** Only this board, and what all share. */
  readonly board?: number;
}

/** The encrypted bytes of a backup, and what is in them once they have all been taken. */
export interface BackupStream {
  readonly bytes: AsyncIterable<Uint8Array>;
  manifest(): BackupManifest;
}

/**
 * Makes a backup while the program is in use: every row of every table as it was at one moment (one transaction that
 * sees one snapshot), board by board under row-level security, packed and encrypted as it is read, so that
 * nothing in clear touches the disk and memory does not grow with the database. The bytes throw
 * {@link BackupRefused} for a board that is not there, and whatever the database throws.
 */
export async function streamBackup(options: BackupOptions): Promise<BackupStream> {
  const made: { manifest: BackupManifest | undefined } = { manifest: undefined };
  const archive = Readable.from(
    readArchive(options, (manifest) => {
      made.manifest = manifest;
    }),
    { objectMode: true, highWaterMark: 2 },
  );
  const packed = createZstdCompress();
  // A failure reaches whoever reads: the packed stream is destroyed with it.
  pipeline(archive, packed, () => undefined);
  const encrypter = new Encrypter();
  for (const each of options.recipients) encrypter.addRecipient(each);
  const bytes = await encrypter.encrypt(Readable.toWeb(packed));
  return {
    bytes,
    manifest: () => {
      if (made.manifest === undefined) throw new Error("The backup has not been read to its end");
      return made.manifest;
    },
  };
}

type TellManifest = (manifest: BackupManifest) => void;

async function* readArchive(options: BackupOptions, tell: TellManifest): AsyncGenerator<Buffer> {
  const turns = Promise.withResolvers<Client>();
  const over = Promise.withResolvers<void>();
  // The connection lives as long as somebody reads.
  const connected = withClient(options.connection, async (client) => {
    turns.resolve(client);
    await over.promise;
  });
  connected.catch(turns.reject);
  try {
    yield* readSnapshot(await turns.promise, options, tell);
  } finally {
    over.resolve();
    await connected.catch(() => undefined);
  }
}

async function* readSnapshot(
  client: Client,
  options: BackupOptions,
  tell: TellManifest,
): AsyncGenerator<Buffer> {
  await client.query("begin isolation level repeatable read read only");
  await client.query(SAME_TEXT);
  const head = await readHead(client, options);
  yield tarEntry(HEAD, json(head));
  const tables = await readTables(client);
  const sections: Section[] = [];
  for (const table of tables.filter(({ ofBoard }) => !ofBoard)) {
    sections.push(yield* readSection(client, table, null));
  }
  for (const tenant of head.tenants) {
    await client.query(`set local app.tenant = '${Math.trunc(tenant)}'`);
    for (const table of tables.filter(({ ofBoard }) => ofBoard)) {
      sections.push(yield* readSection(client, table, tenant));
    }
  }
  // Read last, and no part of the snapshot: never lower than the rows say.
  const manifest = { sections, numberings: [...(await readNumberings(client))] };
  yield tarEntry(MANIFEST, json(manifest));
  yield tarEnd();
  await client.query("commit");
  tell(manifest);
}

async function readHead(client: Client, options: BackupOptions): Promise<BackupHead> {
  const boards = await client.query<{ tenant: number }>(
    "select tenant from public.board order by tenant",
  );
  const all = boards.rows.map(({ tenant }) => tenant);
  const { board } = options;
  if (board !== undefined && !all.includes(board)) {
    throw new BackupRefused(backupProblem.noBoard(board));
  }
  const tables = await readTables(client);
  return {
    format: FORMAT,
    version: FORMAT_VERSION,
    kind: board === undefined ? "installation" : "board",
    madeAt: options.madeAt,
    program: options.program,
    migrations: [...(await readKnownMigrations(client))],
    tenants: board === undefined ? [...all, ...options.beside] : [board],
    tables: tables.map(({ name, columns, ofBoard }) => ({ name, columns: [...columns], ofBoard })),
  };
}

async function* readSection(
  client: Client,
  table: Table,
  tenant: number | null,
): AsyncGenerator<Buffer, Section> {
  const digest = createHash("sha256");
  let rows = 0;
  let part = 0;
  for await (const piece of copyOut(client, copyOutSql(table, tenant ?? undefined))) {
    digest.update(piece);
    rows += countRows(piece);
    part += 1;
    yield tarEntry(partName(tenant, table.name, part), piece);
  }
  return { tenant, table: table.name, rows, sha256: digest.digest("hex") };
}

function json(value: BackupHead | BackupManifest): Buffer {
  return Buffer.from(`${JSON.stringify(value, undefined, 1)}\n`);
}
