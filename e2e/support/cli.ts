import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

import type { Connection } from "../../src/store/postgres/connection.ts";
import { urlOf } from "./server.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface CliAnswer {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `mittpunkt <args>` on a database, as its operator does. */
export async function runCli(
  database: Connection,
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<CliAnswer> {
  const child = spawn(process.execPath, ["src/cli/main.ts", ...args], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: urlOf(database), ...more },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [out, err] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "exit"),
  ]);
  return { code: child.exitCode, out, err };
}
