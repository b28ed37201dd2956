import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { processLives } from "./data-folder.ts";
import { PORT } from "./settings.ts";

/** What a running server writes about itself into its data folder. */
export interface Instance {
  readonly pid: number;
  readonly port: number;
  /** Empty until the server has opened its socket. */
  readonly socketDir: string;
}

/**
 * The server that runs on a data folder now, or undefined. A file left behind by a crash is not
 * believed: the process must exist and must have been started on this folder, since process ids
 * come back (in a container nearly always the same ones).
 */
export function findInstance(dataDir: string): Instance | undefined {
  const lines = readLines(join(dataDir, "postmaster.pid"));
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !processLives(pid)) return undefined;
  if (!commandLine(pid).includes(dataDir)) return undefined;
  return { pid, port: Number(lines[3]), socketDir: lines[4] ?? "" };
}

/** No process can have this id: it is above the highest that Linux gives. */
const NO_PROCESS = 99_999_999;

/**
 * After a crash the lock files name a process that is gone. When its id meanwhile belongs to another
 * program, PostgreSQL would refuse to start for ever. Only the id is made harmless: the rest of
 * the file stays, by which PostgreSQL sees whether an orphan still uses its shared memory.
 * Call under the start lock, when `findInstance` found nobody.
 */
export function disarmStaleLock(dataDir: string): void {
  const file = join(dataDir, "postmaster.pid");
  const text = readText(file);
  if (text === undefined) return;
  const pid = Number(text.split("\n", 1)[0]);
  // An unreadable command line is not known to be another program's: then PostgreSQL decides.
  if (!processLives(pid) || commandLine(pid).every((part) => part === "")) return;
  writeFileSync(file, text.replace(/^.*/, String(NO_PROCESS)));
  rmSync(join(dataDir, `.s.PGSQL.${PORT}.lock`), { force: true });
}

function commandLine(pid: number): readonly string[] {
  return (readText(`/proc/${pid}/cmdline`) ?? "").split("\0");
}

function readLines(file: string): readonly string[] {
  return (readText(file) ?? "").split("\n").map((line) => line.trim());
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
