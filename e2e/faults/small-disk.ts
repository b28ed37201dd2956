import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { errorCode } from "../../src/store/postgres/connection.ts";

const MEGABYTE = 2 ** 20;
const SIZE = "1500m";
/** The last letters: what is left over after large pieces is taken in small ones. */
const PIECES = [MEGABYTE, 4096, 1];

/** A disk of its own in memory, so that it can be full without harm to anything else. */
export interface SmallDisk {
  readonly folder: string;
  /** Takes all the room there is. */
  fill(): void;
  /** Gives it back. */
  empty(): void;
  remove(): void;
}

/** Mounts one; undefined where this user may not. */
export function mountSmallDisk(): SmallDisk | undefined {
  const folder = mkdtempSync(join(tmpdir(), "mp-disk-"));
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${SIZE}`, "tmpfs", folder]);
  if (mounted.status !== 0) {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  const ballast = join(folder, "ballast");
  return {
    folder,
    fill: () => {
      const file = openSync(ballast, "w");
      for (const size of PIECES) fillWith(file, Buffer.alloc(size, 1));
      closeSync(file);
    },
    empty: () => rmSync(ballast, { force: true }),
    remove: () => {
      spawnSync("umount", [folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function fillWith(file: number, piece: Buffer): void {
  try {
    for (;;) writeSync(file, piece);
  } catch (error) {
    if (errorCode(error) !== "ENOSPC") throw error;
  }
}
