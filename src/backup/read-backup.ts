import { createHash, type Hash } from "node:crypto";
import { pipeline, Readable } from "node:stream";
import { createZstdDecompress } from "node:zlib";
import { Decrypter } from "age-encryption";

import { countRows } from "./count-rows.ts";
import { backupProblem, BackupRefused } from "./problems.ts";
import { FORMAT_VERSION, folderOf, HEAD, LARGEST_PART, MANIFEST } from "./shape.ts";
import { parseHead, parseManifest, type BackupHead, type BackupManifest } from "./shape.ts";
import { readTar, type TarEntry } from "./tar.ts";

/** What every file that `age` made begins with. */
const AGE = "age-encryption.org/v1\n";

/** Who takes what a backup holds, in its order. What it throws ends the reading. */
export interface BackupSink {
  begin(head: BackupHead): Promise<void>;
  rows(tenant: number | null, table: string, piece: Buffer): Promise<void>;
}

/** A backup that was read to its end and found whole. */
export interface ReadBackup {
  readonly head: BackupHead;
  readonly manifest: BackupManifest;
}

/**
 * Opens a backup, gives its content piece by piece and holds every digest to the manifest. Throws
 * {@link BackupRefused} with `backup.foreign`, `backup.wrong-identity`, `backup.broken` or `backup.digest`; what was
 * given until then is worth nothing.
 */
export async function readBackup(
  source: AsyncIterable<Uint8Array>,
  identities: readonly string[],
  sink: BackupSink,
): Promise<ReadBackup> {
  const place = { name: "", byte: 0 };
  try {
    const clear = await decrypt(counted(source, place), identities);
    const unpacked = createZstdDecompress();
    pipeline(Readable.from(clear), unpacked, () => undefined);
    return await walk(readTar(unpacked, LARGEST_PART), sink, place);
  } catch (error) {
    if (error instanceof BackupRefused || error instanceof SinkFailed) throw refusalOf(error);
    throw new BackupRefused(backupProblem.broken(placeName(place), place.byte));
  }
}

interface Place {
  name: string;
  byte: number;
}

function placeName({ name }: Place): string {
  return name === "" ? HEAD : name;
}

/** What went wrong where the content was taken, not where it was read. */
class SinkFailed extends Error {}

function refusalOf(error: BackupRefused | SinkFailed): unknown {
  return error instanceof SinkFailed ? error.cause : error;
}

/** A sink that keeps nothing: for looking whether a backup is whole. */
export const NOWHERE: BackupSink = { begin: async () => undefined, rows: async () => undefined };

async function* counted(
  source: AsyncIterable<Uint8Array>,
  place: Place,
): AsyncGenerator<Uint8Array> {
  let isFirst = true;
  for await (const piece of source) {
    if (isFirst && !Buffer.from(piece).toString("latin1").startsWith(AGE)) break;
    isFirst = false;
    place.byte += piece.length;
    yield piece;
  }
  if (isFirst) throw new BackupRefused(backupProblem.foreign());
}

async function decrypt(
  source: AsyncIterable<Uint8Array>,
  identities: readonly string[],
): Promise<AsyncIterable<Uint8Array>> {
  const decrypter = new Decrypter();
  for (const each of identities) decrypter.addIdentity(each);
  try {
    return await decrypter.decrypt(Readable.toWeb(Readable.from(source)));
  } catch (error) {
    const isLocked = error instanceof Error && error.message.startsWith("no identity matched");
    throw isLocked ? new BackupRefused(backupProblem.wrongIdentity()) : error;
  }
}

interface Seen {
  readonly digest: Hash;
  rows: number;
}

async function walk(
  entries: AsyncIterable<TarEntry>,
  sink: BackupSink,
  place: Place,
): Promise<ReadBackup> {
  const seen = new Map<string, Seen>();
  let head: BackupHead | undefined;
  let manifest: BackupManifest | undefined;
  for await (const { name, content } of entries) {
    place.name = name;
    if (manifest !== undefined) throw new Error("more after the manifest");
    if (head === undefined) {
      head = readHead(name, content);
      await taken(sink.begin(head));
    } else if (name === MANIFEST) {
      manifest = parseManifest(content);
    } else {
      const { tenant, table, folder } = sectionOf(name, head);
      const section = seen.get(folder) ?? { digest: createHash("sha256"), rows: 0 };
      seen.set(folder, section);
      section.digest.update(content);
      section.rows += countRows(content);
      await taken(sink.rows(tenant, table, content));
    }
  }
  if (head === undefined || manifest === undefined) throw new Error("no manifest");
  compare(seen, manifest);
  requireAll(head, manifest);
  return { head, manifest };
}

async function taken(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (cause) {
    throw new SinkFailed("The content was not taken", { cause });
  }
}

function readHead(name: string, content: Buffer): BackupHead {
  const head = name === HEAD ? parseHead(content) : undefined;
  if (head === undefined) throw new BackupRefused(backupProblem.foreign());
  if (head.version !== FORMAT_VERSION) {
    throw new BackupRefused(backupProblem.otherSchema(`${head.format} ${head.version}`));
  }
  return head;
}

const PART = /^(?:shared|board-([1-9]\d{0,9}))\/([a-z0-9_]+\.[a-z0-9_]+)\/\d{6,}\.copy$/;

function sectionOf(name: string, head: BackupHead) {
  const found = PART.exec(name);
  const table = found?.[2] ?? "";
  const tenant = found?.[1] === undefined ? null : Number(found[1]);
  const known = head.tables.find((each) => each.name === table);
  const belongs = tenant === null || head.tenants.includes(tenant);
  if (known === undefined || known.ofBoard !== (tenant !== null) || !belongs) {
    throw new Error("a part that does not belong here");
  }
  return { tenant, table, folder: folderOf(tenant, table) };
}

/** Every table of the manifest was there with its rows, and nothing besides. */
function compare(seen: ReadonlyMap<string, Seen>, manifest: BackupManifest): void {
  const empty = createHash("sha256").digest("hex");
  const named = new Set<string>();
  for (const { tenant, table, rows, sha256 } of manifest.sections) {
    const folder = folderOf(tenant, table);
    named.add(folder);
    const found = seen.get(folder);
    const holds = (found?.rows ?? 0) === rows && (found?.digest.digest("hex") ?? empty) === sha256;
    if (!holds) throw new BackupRefused(backupProblem.digest(folder));
  }
  const extra = [...seen.keys()].find((folder) => !named.has(folder));
  if (extra !== undefined) throw new BackupRefused(backupProblem.digest(extra));
}

/** The manifest names every table of every board of the head. */
function requireAll(head: BackupHead, manifest: BackupManifest): void {
  const named = new Set(manifest.sections.map(({ tenant, table }) => folderOf(tenant, table)));
  for (const { name, ofBoard } of head.tables) {
    for (const tenant of ofBoard ? head.tenants : [null]) {
      const folder = folderOf(tenant, name);
      if (!named.has(folder)) throw new BackupRefused(backupProblem.digest(folder));
    }
  }
}
