import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

import { fail, ok, type Result } from "../kernel/result.ts";
import { errorCode } from "../store/postgres/connection.ts";
import { backupProblem, BackupRefused } from "./problems.ts";
import type { BackupManifest } from "./shape.ts";
import { streamBackup, type BackupOptions } from "./write-backup.ts";

/** A backup that lies on the disk, whole. */
export interface WrittenBackup {
  readonly file: string;
  readonly bytes: number;
  /** Of the encrypted file: noted elsewhere, it shows that the file is still the one that was made. */
  readonly sha256: string;
  readonly manifest: BackupManifest;
}

const OWNER_ONLY = 0o600;
/** What is not whole yet has this after its name. */
export const UNFINISHED = ".part";

/**
 * Writes a backup to a new file that only its owner reads. It has its name first when it is whole and on the disk; a
 * file that is there already is left alone. Problems: `backup.file`, `backup.no-board`.
 */
export async function writeBackupFile(
  options: BackupOptions,
  file: string,
): Promise<Result<WrittenBackup>> {
  if (existsSync(file)) return fail(backupProblem.file(file, "EEXIST"));
  const unfinished = `${file}${UNFINISHED}`;
  try {
    const written = await writeTo(unfinished, options);
    await rename(unfinished, file);
    await syncFolder(dirname(file));
    return ok({ file, ...written });
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    if (error instanceof BackupRefused) return fail(error.problem);
    const code = errorCode(error);
    if (code !== undefined && isOfFile(error, code)) return fail(backupProblem.file(file, code));
    throw error;
  }
}

/** The file system said it; what the database says is for the caller. */
function isOfFile(error: unknown, code: string): boolean {
  const call = typeof error === "object" && error !== null && "syscall" in error && error.syscall;
  return /^E[A-Z]+$/u.test(code) && call !== "connect" && call !== "read";
}

async function writeTo(file: string, options: BackupOptions): Promise<Omit<WrittenBackup, "file">> {
  const handle = await open(file, "w", OWNER_ONLY);
  try {
    const stream = await streamBackup(options);
    const digest = createHash("sha256");
    let bytes = 0;
    for await (const piece of stream.bytes) {
      digest.update(piece);
      bytes += piece.length;
      await handle.write(piece);
    }
    await handle.sync();
    return { bytes, sha256: digest.digest("hex"), manifest: stream.manifest() };
  } finally {
    await handle.close();
  }
}

/** A name is on the disk first when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Opens a backup for reading. Problem: `backup.file`. */
export async function openBackupFile(file: string): Promise<Result<AsyncIterable<Uint8Array>>> {
  try {
    const handle = await open(file, "r");
    const isFile = (await handle.stat()).isFile();
    await handle.close();
    if (!isFile) return fail(backupProblem.file(file, "EISDIR"));
    return ok(createReadStream(file));
  } catch (error) {
    return fail(backupProblem.file(file, errorCode(error) ?? "?"));
  }
}
