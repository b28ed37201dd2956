import { readFileSync } from "node:fs";
import { join } from "node:path";

import { processLives } from "./data-folder.ts";

/** What a running server writes about itself into its data folder. */
export interface Instance {
  readonly pid: number;
  readonly port: number;
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
