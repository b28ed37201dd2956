import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

import type { TestProject } from "vitest/node";

import type {} from "../../src/store/testing/global-setup.ts";
import { withClient } from "../../src/store/postgres/connection.ts";
import { startTestCluster } from "../../src/store/testing/cluster.ts";
import { postJson } from "./http.ts";
import { startServer } from "./server.ts";

/** An account of the demo board. */
export interface DemoAccount {
  readonly username: string;
  readonly password: string;
  readonly name: string;
  readonly role: string;
}

declare module "vitest" {
  interface ProvidedContext {
    demoTemplate: string;
    demoAccounts: readonly DemoAccount[];
  }
}

/** The Monday on which the demo board is made in every run. */
export const demoStart = "2026-03-02T08:00";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Once per run: the page is built, one PostgreSQL is started, and one demo board is made through the program
 * itself. Every test file works in a copy of it.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  buildPage();
  const cluster = await startTestCluster();
  const demoTemplate = `mp_demo_${process.pid}`;
  await withClient(cluster.server, (client) =>
    client.query(`create database ${demoTemplate} template ${cluster.template}`),
  );
  const database = { ...cluster.server, database: demoTemplate };
  const server = await startServer({ database, clockFrom: demoStart });
  const code = (await server.line(/One-time code .*: (\S+)$/u))[1] ?? "";
  const made = parseMade(await postJson(server.url, "/api/v1/setup/make-demo-board", { code }));
  await server.stop();
  project.provide("testServer", cluster.server);
  project.provide("testTemplate", cluster.template);
  project.provide("demoTemplate", demoTemplate);
  project.provide("demoAccounts", made.accounts);
  return async () => {
    await withClient(cluster.server, (client) =>
      client.query(`drop database ${demoTemplate} with (force)`),
    );
    await cluster.stop();
  };
}

function buildPage(): void {
  const built = spawnSync(process.execPath, ["tools/build-web.mjs"], { cwd: root });
  if (built.status !== 0) throw new Error(`The page cannot be built:\n${String(built.stderr)}`);
}

function parseMade(answer: unknown): { readonly accounts: readonly DemoAccount[] } {
  return answer as { readonly accounts: readonly DemoAccount[] };
}
