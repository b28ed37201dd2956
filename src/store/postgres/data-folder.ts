import { spawnSync } from "node:child_process";
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname, join } from "node:path";

import { fail, ok } from "../../kernel/result.ts";
import type { Result } from "../../kernel/result.ts";
import type { Binaries } from "./binaries.ts";
import { errorCode, errorText } from "./connection.ts";
import {
  noWritePermission,
  notADataFolder,
  otherMajorVersion,
  postgresFailed,
} from "./problems.ts";
import type { Runner } from "./runner.ts";
import { INITDB_ARGUMENTS, OWNER } from "./settings.ts";

/**
 * Looks at a data folder and changes nothing: may it be used by these binaries? The value says
 * whether a database is there already. Problems: `data-folder-other-version`, `data-folder-foreign`,
 * `data-folder-not-writable`.
 */
export function inspectDataFolder(dataDir: string, binaries: Binaries): Result<"new" | "existing"> {
  try {
    if (!existsSync(dataDir)) {
      accessSync(nearestExisting(dirname(dataDir)), constants.W_OK | constants.X_OK);
      return ok("new");
    }
    const files = readdirSync(dataDir);
    if (files.length === 0) {
      accessSync(dirname(dataDir), constants.W_OK | constants.X_OK);
      return ok("new");
    }
    if (!files.includes("PG_VERSION")) return fail(notADataFolder(dataDir));
    const found = readFileSync(join(dataDir, "PG_VERSION"), "utf8").trim();
    if (found !== binaries.major) return fail(otherMajorVersion(dataDir, found, binaries.major));
    accessSync(dataDir, constants.W_OK | constants.X_OK);
    return ok("existing");
  } catch (error) {
    return fail(noWritePermission(dataDir, errorCode(error) ?? errorText(error)));
  }
}

function nearestExisting(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearestExisting(dirname(path));
}

/**
 * Makes a database in `dataDir`: first in a folder beside it, then renamed, so that a crash leaves
 * nothing half-made under the real name. Call under the start lock. One that is thrown away does not wait for the
 * disk. Problem: `postgres-failed`.
 */
export function initialise(dataDir: string, runner: Runner, thrownAway: boolean): Result<void> {
  const unfinished = `${dataDir}.init`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  chownSync(unfinished, runner.uid, runner.gid);
  const haste = thrownAway ? ["--no-sync"] : [];
  const args = ["-D", unfinished, "-U", OWNER, ...INITDB_ARGUMENTS, ...haste];
  const { file, args: full, ...as } = runner.command("initdb", args);
  const result = spawnSync(file, full, {
    ...as,
    cwd: "/",
    encoding: "utf8",
    env: cleanEnvironment(),
  });
  if (result.status !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    const detail = result.error?.message ?? result.stderr.trim().split("\n").slice(-3).join(" ");
    return fail(postgresFailed("initdb", detail));
  }
  renameSync(unfinished, dataDir);
  return ok(undefined);
}

/** True while a process with this id exists, whoever owns it. */
export function processLives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}

/**
 * Gives an existing data folder to the user PostgreSQL runs as here: the same folder may have been used
 * with and without user namespaces. Only root can and needs to. Problem: `data-folder-not-writable`.
 */
export function takeOwnership(dataDir: string, runner: Runner): Result<void> {
  const { uid, mode } = statSync(dataDir);
  if (uid !== runner.uid) {
    if (process.geteuid?.() !== 0) return fail(noWritePermission(dataDir, `uid ${uid}`));
    const owner = `${runner.uid}:${runner.gid}`;
    const result = spawnSync("chown", ["-R", "-h", owner, dataDir], { encoding: "utf8" });
    if (result.status !== 0) return fail(noWritePermission(dataDir, result.stderr.trim()));
  }
  if ((mode & 0o077) !== 0) chmodSync(dataDir, 0o700);
  return ok(undefined);
}

/** PG* variables of the surroundings must not reach our own server. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith("PG"));
  return { ...Object.fromEntries(kept), LC_ALL: "C", TZ: "UTC" };
}
