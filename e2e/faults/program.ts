import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { withClient, type Connection } from "../../src/store/postgres/connection.ts";
import { DATABASE, OWNER, PORT } from "../../src/store/postgres/settings.ts";
import type { DemoAccount } from "../support/global-setup.ts";
import { postJson } from "../support/http.ts";
import { mountSmallDisk } from "./small-disk.ts";
import { startServer, type ServerProcess } from "../support/server.ts";
import { until } from "../support/until.ts";

/** The program as it is installed: with its own database, in a folder of its own. */
export interface Program {
  readonly port: number;
  readonly database: Connection;
  readonly accounts: readonly DemoAccount[];
  /**
   * `kill -9` of the server, and a new start; gives the milliseconds until it serves again. With `clockMinutes` the
   * clock of the machine is that much off from then on.
   */
  killServer(clockMinutes?: number): Promise<number>;
  /** `kill -9` of the database; gives the milliseconds until the program serves again. */
  killDatabase(): Promise<number>;
  /**
   * Its disk is full while `work` runs; gives the milliseconds until the program serves again afterwards.
   * Undefined where nobody may mount a disk.
   */
  readonly whileFull: ((work: () => Promise<void>) => Promise<number>) | undefined;
  close(): Promise<void>;
}

/** A database that is away says so to each of hundreds who ask; nothing else would be seen. */
const REFUSED = /FATAL: {2}the database system is |terminating connection/u;
const DAY = "2026-03-02";
const FIRST_HOUR = 8;
const MINUTE_MS = 60_000;
/** A busy machine takes its time; how long is counted, not guessed. */
const PATIENCE_MS = 600_000;

/** Starts the program in an empty folder, on a disk that can be filled where that is wanted, and makes the demo board. */
export async function openProgram(onSmallDisk: boolean): Promise<Program> {
  const disk = onSmallDisk ? mountSmallDisk() : undefined;
  const dataDir = mkdtempSync(join(disk?.folder ?? tmpdir(), "mp-faults-"));
  const began = performance.now();
  let off = 0;
  const start = (port?: number): Promise<ServerProcess> =>
    startServer({
      dataDir,
      clockFrom: clockAt(began, off),
      ...(port === undefined ? {} : { port }),
    });
  let server = await start();
  const { port, url } = server;
  const code = (await server.line(/One-time code .*: (\S+)$/u))[1] ?? "";
  const made = await postJson(url, "/api/v1/setup/make-demo-board", { code });
  const { accounts } = made as { readonly accounts: readonly DemoAccount[] };
  const pg = join(dataDir, "pg");
  const database = { host: pg, port: PORT, user: OWNER, database: DATABASE };
  const serves = () => answers(url);
  /** What the program and its database said last: a run that fails once in hundreds is not seen again. */
  const telling = (error: unknown): never => {
    const log = readLines(join(pg, "postgres.log")).filter((line) => !REFUSED.test(line));
    throw new Error([...server.lines.slice(-20), ...log.slice(-40)].join("\n"), { cause: error });
  };
  return {
    port,
    accounts,
    database,
    killServer: async (clockMinutes = off) => {
      await server.kill();
      off = clockMinutes;
      const killed = performance.now();
      server = await start(port);
      await until("serving again", serves, PATIENCE_MS).catch(telling);
      return performance.now() - killed;
    },
    killDatabase: async () => {
      const pid = readPid(pg);
      process.kill(pid, "SIGKILL");
      const killed = performance.now();
      const another = until("another database", () => readPid(pg) !== pid, PATIENCE_MS);
      await another.then(() => until("serving again", serves, PATIENCE_MS)).catch(telling);
      return performance.now() - killed;
    },
    whileFull:
      disk === undefined
        ? undefined
        : async (work) => {
            disk.fill();
            await exhaustLog(database);
            await work().finally(disk.empty);
            const emptied = performance.now();
            await until("serving again", serves, PATIENCE_MS).catch(telling);
            return performance.now() - emptied;
          },
    close: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
      disk?.remove();
    },
  };
}

const LOG_FILES_AT_HAND = 12;

/** Uses up the files of its log that the database has at hand: without room for another it ends by itself. */
async function exhaustLog(database: Connection): Promise<void> {
  try {
    await withClient(database, async (client) => {
      for (let n = 0; n < LOG_FILES_AT_HAND; n += 1) {
        await client.query("select pg_logical_emit_message(true, 'faults', 'full')");
        await client.query("select pg_switch_wal()");
      }
    });
  } catch {
    // It has ended, as it should.
  }
}

/** The clock goes on over the restarts, `off` minutes before or after what it should be. */
function clockAt(began: number, off: number): string {
  const minutes = FIRST_HOUR * 60 + Math.ceil((performance.now() - began) / MINUTE_MS) + off;
  const two = (n: number) => String(n).padStart(2, "0");
  return `${DAY}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Whether the program answers with something it had to read from its database. */
async function answers(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/api/v1/setup`);
    await answer.text();
    return answer.ok;
  } catch {
    return false;
  }
}

function readPid(folder: string): number {
  return Number(readLines(join(folder, "postmaster.pid"))[0] ?? 0);
}

function readLines(file: string): readonly string[] {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch {
    return [];
  }
}
