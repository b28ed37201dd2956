import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import type { Connection } from "../../src/store/postgres/connection.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A later specification, in which half of the matters run. */
export const nextPack = fileURLToPath(new URL("../../spec/fixtures/next", import.meta.url));

export interface ServerStart {
  /** The database to work in; without one the program makes its own in `dataDir`. */
  readonly database?: Connection;
  readonly dataDir?: string;
  /** The address is the same after a restart. */
  readonly port?: number;
  /** Local time at which the clock of the program starts, so that every run has the same dates; the machine's without it. */
  readonly clockFrom?: string;
  /** Whether new matters alternate between the released specification and a later one. */
  readonly bothPacks?: boolean;
  /** Whether an identity provider on this machine may be spoken with. */
  readonly providerOverHttp?: boolean;
}

/** The program in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  readonly port: number;
  /** Everything it has written so far, line by line. */
  readonly lines: readonly string[];
  /** Waits for a line; throws with everything written when the process ends first. */
  line(pattern: RegExp): Promise<RegExpExecArray>;
  /** The memory it holds now, in MB. */
  memory(): number;
  /** `kill -9`: nothing of the program gets to run any more. */
  kill(): Promise<void>;
  /** Asks it to stop, as an operator does; gives the exit code. */
  stop(): Promise<number | null>;
}

/** Starts `src/main.ts` and waits until it answers. */
export async function startServer(start: ServerStart): Promise<ServerProcess> {
  const port = start.port ?? (await freePort());
  const child = spawn(process.execPath, ["src/main.ts"], {
    cwd: root,
    env: environment(start, port),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = listen(child);
  const address = await output.line(/^Mittpunkt: (http:\S+)$/u);
  return {
    url: address[1] ?? "",
    port,
    lines: output.lines,
    line: output.line,
    memory: () => memoryOf(child),
    kill: () => end(child, "SIGKILL").then(() => undefined),
    stop: () => end(child, "SIGTERM"),
  };
}

function memoryOf({ pid }: ChildProcess): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const kilobytes = /^VmRSS:\s+(\d+) kB/mu.exec(status)?.[1];
  if (kilobytes === undefined) throw new Error("The system does not tell how much memory is held");
  return Number(kilobytes) / 1024;
}

function environment(start: ServerStart, port: number): NodeJS.ProcessEnv {
  const { database, dataDir, clockFrom, bothPacks = false, providerOverHttp = false } = start;
  const own = new Set(["DATABASE_URL", "MITTPUNKT_DATA", "HOST", "PUBLIC_URL", "NODE_OPTIONS"]);
  const inherited = Object.entries(process.env).filter(
    ([name]) => !own.has(name) && !name.startsWith("VITEST"),
  );
  return {
    ...Object.fromEntries(inherited),
    PORT: String(port),
    // A test asks more often than people do.
    REQUESTS_PER_MINUTE: "1000000",
    ...(clockFrom === undefined ? {} : { MITTPUNKT_CLOCK_FROM: clockFrom }),
    ...(bothPacks ? { MITTPUNKT_SPEC_OVERLAY: nextPack } : {}),
    ...(providerOverHttp ? { MITTPUNKT_PROVIDER_HTTP: "1" } : {}),
    ...(database === undefined ? {} : { DATABASE_URL: urlOf(database) }),
    ...(dataDir === undefined ? {} : { MITTPUNKT_DATA: dataDir }),
  };
}

/** The administrator's address of a database whose server lets its roles in by their names. */
export function urlOf({ host, port, user, database }: Connection): string {
  const where = new URLSearchParams({ host });
  return `postgresql://${encodeURIComponent(user)}@localhost:${port}/${database}?${where.toString()}`;
}

interface Output {
  readonly lines: string[];
  line(pattern: RegExp): Promise<RegExpExecArray>;
}

function listen(child: ChildProcess): Output {
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const heard = (line: string): void => {
    lines.push(line);
    for (const look of waiting) look();
  };
  for (const stream of [child.stdout, child.stderr]) {
    if (stream !== null) createInterface({ input: stream }).on("line", heard);
  }
  let ended = false;
  child.once("exit", () => {
    ended = true;
    for (const look of waiting) look();
  });
  const line = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = lines.map((each) => pattern.exec(each)).find((each) => each !== null);
        if (found === undefined && !ended) return;
        waiting.delete(look);
        if (found === undefined) reject(new Error(`The program ended:\n${lines.join("\n")}`));
        else resolve(found);
      };
      waiting.add(look);
      look();
    });
  return { lines, line };
}

async function end(child: ChildProcess, signal: "SIGKILL" | "SIGTERM"): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = once(child, "exit");
  child.kill(signal);
  await ended;
  return child.exitCode;
}

/** A port nobody listens on now. */
async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
