// The first start of a fresh clone with an empty package cache, a start when everything is there, and how much
// script Min dag loads.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

import { percentile, rounded, type BenchResult } from "./bench-result.ts";
import { answers, freePort, startProgram } from "./server/server-process.ts";
import { scriptSizeOf } from "./web-size.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const WARM_STARTS = 5;
const GIVE_UP_MS = 180_000;
const LOOKS_EVERY_MS = 50;

const FIRST_LIMIT_S = 40;
const WARM_LIMIT_S = 1.5;
const SCRIPT_LIMIT_KB = 160;

/** In a folder of its own; what is measured is what is committed. */
export async function run(): Promise<BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), "mp-start-"));
  const clone = join(folder, "clone");
  try {
    const seconds = await firstStart(folder, clone);
    const warm = await warmStarts(clone);
    return [
      {
        name: "fresh clone to first answer",
        value: rounded(seconds),
        unit: "s",
        limit: FIRST_LIMIT_S,
        detail:
          "npm start with an empty package cache: packages, build of the page, database, start",
      },
      {
        name: "warm start to first answer",
        value: rounded(percentile(warm, 0.5)),
        unit: "s",
        limit: WARM_LIMIT_S,
        detail: `median of ${WARM_STARTS}, with its database: ${warm.map(rounded).join(", ")}`,
      },
      scriptResult(join(clone, "dist", "web")),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function firstStart(folder: string, clone: string): Promise<number> {
  must("git", ["clone", "--quiet", ROOT, clone]);
  const port = await freePort();
  const before = performance.now();
  const child = spawn("npm", ["start"], {
    cwd: clone,
    detached: true,
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...withoutPackageFolders(process.env),
      npm_config_cache: join(folder, "npm-cache"),
      PORT: String(port),
      HOST: "127.0.0.1",
    },
  });
  try {
    await untilAnswered(port, () => child.exitCode !== null);
    return (performance.now() - before) / 1000;
  } finally {
    await stopGroup(child.pid, once(child, "exit"), child.exitCode !== null);
  }
}

/** The clone finds its own Node and tools; those of the packages here must not help it. */
function withoutPackageFolders(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const path = (env["PATH"] ?? "").split(":").filter((part) => !part.includes("node_modules"));
  const kept = Object.entries(env).filter(([name]) => !/^npm_(?!config_registry$)/u.test(name));
  return { ...Object.fromEntries(kept), PATH: path.join(":") };
}

async function untilAnswered(port: number, hasEnded: () => boolean): Promise<void> {
  const deadline = performance.now() + GIVE_UP_MS;
  while (performance.now() < deadline) {
    if (await answers(port, "/")) return;
    if (hasEnded()) throw new Error("npm start ended before it answered");
    await wait(LOOKS_EVERY_MS);
  }
  throw new Error(`npm start did not answer within ${GIVE_UP_MS} ms`);
}

/** `npm start` has children; the signal goes to the group that was made for them. */
async function stopGroup(
  pid: number | undefined,
  ended: Promise<unknown>,
  hasEnded: boolean,
): Promise<void> {
  if (pid === undefined || hasEnded) return;
  process.kill(-pid, "SIGTERM");
  await ended;
}

async function warmStarts(clone: string): Promise<number[]> {
  const seconds: number[] = [];
  for (let at = 0; at < WARM_STARTS; at += 1) {
    await untilStopped(clone);
    const server = await startProgram({}, clone);
    seconds.push(server.startedAfterMs / 1000);
    await server.stop();
  }
  return seconds;
}

/** The database of the start before has shut down. */
async function untilStopped(clone: string): Promise<void> {
  const deadline = performance.now() + GIVE_UP_MS;
  while (existsSync(join(clone, "data", "pg", "postmaster.pid"))) {
    if (performance.now() > deadline) throw new Error("The database did not stop");
    await wait(LOOKS_EVERY_MS);
  }
}

function scriptResult(webFolder: string): BenchResult {
  const { files, gzipBytes } = scriptSizeOf(webFolder, "my-day");
  return {
    name: "Min dag, script",
    value: rounded(gzipBytes / 1000),
    unit: "kB",
    limit: SCRIPT_LIMIT_KB,
    detail: `gzip; entry, my-day and what they import statically: ${files.join(", ")}`,
  };
}

function must(command: string, args: readonly string[]): void {
  const result = spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"] });
  if (result.status !== 0) throw new Error(`${command} ended with ${result.status}`);
}
