import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Connection } from "../../src/store/postgres/connection.ts";
import { DATABASE, OWNER, PORT } from "../../src/store/postgres/settings.ts";
import type { DemoAccount } from "../support/global-setup.ts";
import { postJson } from "../support/http.ts";
import { startServer, type ServerProcess } from "../support/server.ts";
import { until } from "../support/until.ts";

/** The program as it is installed: with its own database, in a folder of its own. */
export interface Program {
  readonly port: number;
  readonly database: Connection;
  readonly accounts: readonly DemoAccount[];
  /** `kill -9` of the server, and a new start; gives the milliseconds until it serves again. */
  killServer(): Promise<number>;
  /** `kill -9` of the database; gives the milliseconds until the program serves again. */
  killDatabase(): Promise<number>;
  close(): Promise<void>;
}

const DAY = "2026-03-02";
const FIRST_HOUR = 8;
const MINUTE_MS = 60_000;
/** A busy machine takes its time; how long is counted, not guessed. */
const PATIENCE_MS = 600_000;

/** Starts the program in an empty folder and makes the demo board. */
export async function openProgram(): Promise<Program> {
  const dataDir = mkdtempSync(join(tmpdir(), "mp-faults-"));
  const began = performance.now();
  const start = (port?: number): Promise<ServerProcess> =>
    startServer({ dataDir, clockFrom: clockAt(began), ...(port === undefined ? {} : { port }) });
  let server = await start();
  const { port, url } = server;
  const code = (await server.line(/One-time code .*: (\S+)$/u))[1] ?? "";
  const made = await postJson(url, "/api/v1/setup/make-demo-board", { code });
  const { accounts } = made as { readonly accounts: readonly DemoAccount[] };
  const pg = join(dataDir, "pg");
  const serves = () => answers(url);
  /** What the program and its database said last: a run that fails once in hundreds is not seen again. */
  const telling = (error: unknown): never => {
    const said = [...server.lines.slice(-20), ...readLines(join(pg, "postgres.log")).slice(-20)];
    throw new Error(said.join("\n"), { cause: error });
  };
  return {
    port,
    accounts,
    database: { host: pg, port: PORT, user: OWNER, database: DATABASE },
    killServer: async () => {
      await server.kill();
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
    close: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The clock goes on over the restarts: nothing may seem to have happened before what was saved. */
function clockAt(began: number): string {
  const minutes = FIRST_HOUR * 60 + Math.ceil((performance.now() - began) / MINUTE_MS);
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
