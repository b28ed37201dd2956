import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

import { fail, ok } from "../../kernel/result.ts";
import type { Result } from "../../kernel/result.ts";
import { findBinaries } from "./binaries.ts";
import type { Connection } from "./connection.ts";
import { errorText } from "./connection.ts";
import { cleanEnvironment, initialise, inspectDataFolder, takeOwnership } from "./data-folder.ts";
import { disarmStaleLock, findInstance } from "./instance.ts";
import type { Instance } from "./instance.ts";
import { keepRunning, type Launched } from "./keep-running.ts";
import { postgresFailed, postgresNotReady } from "./problems.ts";
import { waitUntilReady } from "./ready.ts";
import { chooseRunner } from "./runner.ts";
import type { Runner } from "./runner.ts";
import { DATABASE, OWNER, PORT, settingArguments } from "./settings.ts";
import { underStartLock } from "./start-lock.ts";

/** A Unix socket's whole path may have 107 bytes; the socket's own name takes 17 of them. */
const LONGEST_SOCKET_DIR = 90;
const LARGEST_LOG = 10_000_000;
/** Recovery after a crash replays at most max_wal_size; this is far beyond it. */
const READY_WITHIN_SECONDS = 300;
const STOP_WITHIN_MS = 60_000;

export interface StartOptions {
  readonly dataDir: string;
  /** Told about steps worth a line in the program's log. Never gets a value of any row. */
  readonly log?: (line: string) => void;
  readonly env?: NodeJS.ProcessEnv;
  /** The folder is removed when the work is done, as in tests and replays: nothing waits for the disk. */
  readonly thrownAway?: boolean;
}

export interface RunningPostgres {
  readonly connection: Connection;
  /** Version of the server, for example "18.4". */
  readonly version: string;
  /** True when another process started it; then `stop` leaves it running. */
  readonly adopted: boolean;
  readonly runsAs: Runner["kind"] | "adopted";
  /** Shuts down cleanly and waits for it. May be called more than once. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that comes with the packages on `dataDir`, making the database there the first
 * time, or adopts the one that another process already runs on it.
 *
 * Problems: `postgres-not-shipped`, `data-folder-other-version`, `data-folder-foreign`,
 * `data-folder-not-writable`, `postgres-needs-ordinary-user`, `postgres-failed`, `postgres-not-ready`.
 */
export async function startPostgres(options: StartOptions): Promise<Result<RunningPostgres>> {
  const dataDir = realPath(resolve(options.dataDir));
  const log = options.log ?? (() => undefined);
  const giveUp = AbortSignal.timeout(READY_WITHIN_SECONDS * 1000);
  while (!giveUp.aborted) {
    const instance = findInstance(dataDir);
    if (instance !== undefined && instance.socketDir !== "") {
      const adopted = await adopt(dataDir, instance, giveUp);
      if (adopted !== undefined) {
        log(`postgres: using the server that runs on ${dataDir} (process ${instance.pid})`);
        return ok(adopted);
      }
      continue;
    }
    const launched = await underStartLock(dataDir, async () =>
      // Another starter may have got there between our look and our lock.
      findInstance(dataDir) === undefined
        ? prepareAndLaunch(dataDir, log, giveUp, options)
        : "taken",
    );
    if (launched !== undefined && launched !== "taken") return launched;
    await wait(50);
  }
  return fail(postgresNotReady(dataDir, READY_WITHIN_SECONDS));
}

/** One name for one folder, however it was reached: a running server is recognised by it. */
function realPath(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const parent = dirname(path);
  return parent === path ? path : join(realPath(parent), basename(path));
}

/** Undefined when the server ended while we waited for it: it may be one whose parent was just killed. */
async function adopt(
  dataDir: string,
  instance: Instance,
  giveUp: AbortSignal,
): Promise<RunningPostgres | undefined> {
  const connection = connectionTo(instance.socketDir, instance.port);
  const gone = () => giveUp.aborted || findInstance(dataDir)?.pid !== instance.pid;
  const version = await waitUntilReady(connection, gone);
  if (version === undefined) return undefined;
  return { connection, version, adopted: true, runsAs: "adopted", stop: async () => undefined };
}

async function prepareAndLaunch(
  dataDir: string,
  log: (line: string) => void,
  giveUp: AbortSignal,
  { env = process.env, thrownAway = false }: StartOptions,
): Promise<Result<RunningPostgres> | "taken"> {
  const binaries = findBinaries();
  if (!binaries.ok) return binaries;
  const folder = inspectDataFolder(dataDir, binaries.value);
  if (!folder.ok) return folder;
  const runner = chooseRunner(binaries.value, dataDir, env);
  if (!runner.ok) return runner;
  if (folder.value === "new") {
    log(`postgres: making a new database in ${dataDir}`);
    const made = initialise(dataDir, runner.value, thrownAway);
    if (!made.ok) return made;
  }
  disarmStaleLock(dataDir);
  const owned = takeOwnership(dataDir, runner.value);
  if (!owned.ok) return owned;
  log(`postgres: starting on ${dataDir} (${runner.value.kind})`);
  const { kind } = runner.value;
  const socketDir = makeSocketDir(dataDir, runner.value);
  const place = { dataDir, runner: runner.value, socketDir, thrownAway };
  const launched = await launch(place, giveUp);
  if (launched === "taken" || !launched.ok) {
    removeSocketDir(place);
    return launched;
  }
  const kept = keepRunning(launched.value, () => launchAgain(place), log);
  const connection = connectionTo(place.socketDir, PORT);
  const { version } = launched.value;
  const stop = async () => {
    await kept.stop();
    removeSocketDir(place);
  };
  return ok({ connection, version, adopted: false, runsAs: kind, stop });
}

/** Where a server runs, each time it is started. */
interface Place {
  readonly dataDir: string;
  readonly runner: Runner;
  readonly socketDir: string;
  readonly thrownAway: boolean;
}

/** After a crash. Undefined where somebody else starts it just now, or runs it already. */
async function launchAgain(place: Place): Promise<Result<Launched> | undefined> {
  const giveUp = AbortSignal.timeout(READY_WITHIN_SECONDS * 1000);
  const launched = await underStartLock(place.dataDir, async () => {
    if (findInstance(place.dataDir) !== undefined) return "taken";
    disarmStaleLock(place.dataDir);
    if (!existsSync(place.socketDir)) {
      mkdirSync(place.socketDir, { mode: 0o700 });
      giveTo(place.runner, place.socketDir);
    }
    return launch(place, giveUp);
  });
  return launched === "taken" ? undefined : launched;
}

async function launch(place: Place, giveUp: AbortSignal): Promise<Result<Launched> | "taken"> {
  const { dataDir, socketDir } = place;
  const logFile = join(dataDir, "postgres.log");
  const logStart = existsSync(logFile) ? statSync(logFile).size : 0;
  const child = spawnServer(place, logFile, logStart > LARGEST_LOG);
  const stop = stopper(child);
  const connection = connectionTo(socketDir, PORT);
  const failure = { text: "" };
  child.once("error", (error) => (failure.text = error.message));
  const gone = () => failure.text !== "" || child.exitCode !== null || child.signalCode !== null;
  try {
    const version = await waitUntilReady(connection, () => gone() || giveUp.aborted);
    if (version !== undefined) {
      const ended = gone() ? Promise.resolve() : once(child, "exit").then(() => undefined);
      return ok({ version, ended, stop });
    }
  } catch (error) {
    failure.text = errorText(error);
  }
  await stop();
  const said = failure.text === "" ? logTail(logFile, logStart) : failure.text;
  if (said.includes('lock file "postmaster.pid" already exists')) return "taken";
  if (giveUp.aborted) return fail(postgresNotReady(dataDir, READY_WITHIN_SECONDS));
  return fail(postgresFailed("postgres", said));
}

/** The socket lies in the data folder; where that path is too long, in a private folder under /tmp. */
function makeSocketDir(dataDir: string, runner: Runner): string {
  if (Buffer.byteLength(dataDir) < LONGEST_SOCKET_DIR) return dataDir;
  const made = mkdtempSync("/tmp/mittpunkt-");
  giveTo(runner, made);
  return made;
}

/** Only when no server uses it and none is to come: one that is on its way up would never be reached. */
function removeSocketDir({ dataDir, socketDir }: Place): void {
  if (socketDir !== dataDir) rmSync(socketDir, { recursive: true, force: true });
}

function giveTo({ uid, gid }: Runner, folder: string): void {
  if (statSync(folder).uid !== uid) chownSync(folder, uid, gid);
}

function spawnServer(
  { dataDir, socketDir, runner, thrownAway }: Place,
  logFile: string,
  startNewLog: boolean,
): ChildProcess {
  const place = ["-D", dataDir, "-p", String(PORT), "-c", `unix_socket_directories=${socketDir}`];
  const settings = settingArguments(thrownAway);
  const { file, args, ...as } = runner.command("postgres", [...place, ...settings]);
  const log = openSync(logFile, startNewLog ? "w" : "a", 0o600);
  // Its own process group: Ctrl-C in a terminal reaches only this program, which then stops the
  // database in order.
  const child = spawn(file, args, {
    ...as,
    cwd: "/",
    detached: true,
    stdio: ["ignore", log, log],
    env: cleanEnvironment(),
  });
  closeSync(log);
  return child;
}

function stopper(child: ChildProcess): () => Promise<void> {
  const onExit = () => child.kill("SIGINT");
  process.once("exit", onExit);
  child.once("exit", () => process.off("exit", onExit));
  return async () => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
      const ended = once(child, "exit");
      child.kill("SIGINT");
      const patience = setTimeout(() => child.kill("SIGQUIT"), STOP_WITHIN_MS);
      await ended;
      clearTimeout(patience);
    }
    process.off("exit", onExit);
  };
}

function connectionTo(host: string, port: number): Connection {
  return { host, port, user: OWNER, database: DATABASE };
}

/** The last lines the server wrote after `start`, on one line. */
function logTail(file: string, start: number): string {
  const text = readFileSync(file).subarray(start).toString("utf8");
  return text.trim().split("\n").slice(-4).join(" | ");
}
