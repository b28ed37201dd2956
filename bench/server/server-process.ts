import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

import type { Connection } from "../../src/store/postgres/connection.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const READY_WITHIN_MS = 60_000;
const LOOKS_EVERY_MS = 25;
const KEPT_LINES = 40;

/** The program itself, in a process of its own, as `npm start` runs it. */
export interface ServerProcess {
  readonly port: number;
  readonly pid: number;
  /** From the start of the process to the first answer of `/ready`. */
  readonly startedAfterMs: number;
  /** The most memory the process has held so far, in MB; undefined where the system does not tell. */
  peakMemory(): number | undefined;
  stop(): Promise<void>;
}

/**
 * Starts the program on a free port of this machine with a database. `BENCH_CPU_PROF` names a folder for
 * profiles of its processor time. Throws when it does not answer.
 */
export async function startServer(database: Connection): Promise<ServerProcess> {
  return startProgram({ DATABASE_URL: databaseUrl(database) }, ROOT);
}

/** As {@link startServer}, for a clone in another folder and with other settings. */
export async function startProgram(
  settings: NodeJS.ProcessEnv,
  root: string,
): Promise<ServerProcess> {
  const port = await freePort();
  const profile = process.env["BENCH_CPU_PROF"];
  const profiled = profile === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${profile}`];
  const before = performance.now();
  const child = spawn(process.execPath, [...flagsOfStart(root), ...profiled, "src/main.ts"], {
    cwd: root,
    env: { ...process.env, ...settings, PORT: String(port), HOST: "127.0.0.1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = lastLines(child);
  const pid = child.pid ?? 0;
  await untilReady(port, child, said);
  const startedAfterMs = performance.now() - before;
  return {
    port,
    pid,
    startedAfterMs,
    peakMemory: () => peakMemoryOf(pid),
    stop: () => stop(child),
  };
}

/** The flags that `npm start` gives Node. */
function flagsOfStart(root: string): string[] {
  const start = /"start": ".*&& node (.*)src\/main\.ts"/u;
  const flags = start.exec(readFileSync(join(root, "package.json"), "utf8"))?.[1];
  if (flags === undefined) throw new Error("npm start does not start src/main.ts");
  return flags.split(" ").filter((flag) => flag !== "");
}

function databaseUrl({ host, port, user, database }: Connection): string {
  return `postgresql://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
}

/** A port nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("There is no free port");
  return address.port;
}

/** Reads what the program says, so that it never waits for a reader, and keeps the end of it. */
function lastLines(child: ChildProcess): () => string {
  let lines: string[] = [];
  const read = (part: Buffer) => {
    lines = [...lines, ...part.toString("utf8").split("\n")].slice(-KEPT_LINES);
  };
  child.stdout?.on("data", read);
  child.stderr?.on("data", read);
  return () => lines.join("\n");
}

async function untilReady(port: number, child: ChildProcess, said: () => string): Promise<void> {
  const deadline = performance.now() + READY_WITHIN_MS;
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The program ended:\n${said()}`);
    if (await answers(port, "/ready")) return;
    await wait(LOOKS_EVERY_MS);
  }
  await stop(child);
  throw new Error(`The program did not answer:\n${said()}`);
}

/** Whether a GET of a path is answered with success. */
export async function answers(port: number, path: string): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`);
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}

function peakMemoryOf(pid: number): number | undefined {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB/mu.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
}
