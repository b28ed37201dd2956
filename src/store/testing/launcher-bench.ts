import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";

import { withClient } from "../postgres/connection.ts";
import type { Connection } from "../postgres/connection.ts";
import { startPostgres } from "../postgres/launcher.ts";
import type { RunningPostgres } from "../postgres/launcher.ts";
import { folderOfTests, valueOf } from "./cluster.ts";

export const hasNamespaces =
  process.env["MITTPUNKT_NO_USERNS"] !== "1" &&
  spawnSync("unshare", ["-U", "--map-user=65534", "--map-group=65534", "true"]).status === 0;

/** How long a test waits for a process to end before it fails. */
export const patient = { timeout: 100_000, interval: 20 };

export interface Bench {
  /** A fresh folder for each test; data folders are made below it. */
  folder: string;
  /** Puts a database that was shut down cleanly below the folder: a copy, quicker than making one. */
  seed(name?: string): string;
  /** Starts a server on a folder below; it is stopped after the test. */
  start(name?: string, env?: NodeJS.ProcessEnv): Promise<RunningPostgres>;
}

/** Folders and servers for the tests of the launcher, cleared away after each. */
export function launcherBench(): Bench {
  const running: RunningPostgres[] = [];
  let seedFolder = "";
  let seeded = "";
  const bench: Bench = {
    folder: "",
    seed: (name = "pg") => {
      cpSync(seeded, join(bench.folder, name), { recursive: true });
      return join(bench.folder, name);
    },
    start: async (name = "pg", env = process.env) => {
      const started = valueOf(await startPostgres({ dataDir: join(bench.folder, name), env }));
      running.push(started);
      return started;
    },
  };
  beforeAll(async () => {
    seedFolder = mkdtempSync(join(folderOfTests(), "mp-seed-"));
    chmodSync(seedFolder, 0o711);
    seeded = join(seedFolder, "pg");
    await valueOf(await startPostgres({ dataDir: seeded })).stop();
    rmSync(join(seeded, "postgres.log"));
  });
  afterAll(() => rmSync(seedFolder, { recursive: true, force: true }));
  beforeEach(() => {
    bench.folder = mkdtempSync(join(folderOfTests(), "mp-launch-"));
    chmodSync(bench.folder, 0o755);
  });
  afterEach(async () => {
    for (const server of running.splice(0)) await server.stop();
    rmSync(bench.folder, { recursive: true, force: true });
  });
  return bench;
}

/** One query on a connection of its own. */
export function query(connection: Connection, sql: string): Promise<Record<string, unknown>[]> {
  return withClient(connection, async (client) => {
    const answer = await client.query<Record<string, unknown>>(sql);
    return answer.rows;
  });
}

export function serverLog(dataDir: string): string {
  return readFileSync(join(dataDir, "postgres.log"), "utf8");
}

/** The id and words a start is refused with; `started` when it is not. */
export async function refusal(
  dataDir: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<{ id: string; sv: string; en: string }> {
  const started = await startPostgres({ dataDir, env });
  if (!started.ok) {
    const [problem] = started.problems;
    return { id: problem?.id ?? "", sv: problem?.text?.sv ?? "", en: problem?.text?.en ?? "" };
  }
  await started.value.stop();
  return { id: "started", sv: "", en: "" };
}
