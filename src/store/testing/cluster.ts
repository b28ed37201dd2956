import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { freemem, tmpdir } from "node:os";
import { join } from "node:path";

import { parseInstant } from "../../kernel/instant.ts";
import type { Problem } from "../../kernel/problem.ts";
import type { Result } from "../../kernel/result.ts";
import { migrate } from "../migrate.ts";
import { withClient } from "../postgres/connection.ts";
import type { Connection } from "../postgres/connection.ts";
import { parseDatabaseUrl } from "../postgres/database-url.ts";
import { startPostgres } from "../postgres/launcher.ts";

/** A server for one test run, with a migrated template database. */
export interface TestCluster {
  /** The administrator on the server's own database, from where others are made. */
  readonly server: Connection;
  readonly template: string;
  stop(): Promise<void>;
}

/**
 * Starts a temporary PostgreSQL (or takes the empty server of MITTPUNKT_TEST_DATABASE_URL, to run the same
 * tests on another version) and migrates a template database in it. Throws when anything refuses. `asInstalled`: on
 * the disk, and waiting for it, as a board's own does; what is measured without that is not what users get.
 */
export async function startTestCluster({ asInstalled = false } = {}): Promise<TestCluster> {
  const given = process.env["MITTPUNKT_TEST_DATABASE_URL"];
  const { server, stop } =
    given === undefined ? await temporaryServer(asInstalled) : givenServer(given);
  const template = `mp_template_${process.pid}`;
  try {
    await withClient(server, async (client) => {
      await client.query(`drop database if exists ${template} with (force)`);
      await client.query(`create database ${template} template template0 encoding 'UTF8'`);
    });
    const connection = { ...server, database: template };
    valueOf(await migrate({ connection, at: testStart() }));
  } catch (error) {
    await stop();
    throw error;
  }
  return { server, template, stop: () => stopCluster(server, template, stop) };
}

/** The name of the template that has the demo board in it, where a test has made one. */
export function demoTemplateOf(template: string): string {
  return `${template}_demo`;
}

async function stopCluster(
  server: Connection,
  template: string,
  stop: () => Promise<void>,
): Promise<void> {
  await withClient(server, async (client) => {
    await client.query(`drop database if exists ${demoTemplateOf(template)} with (force)`);
    await client.query(`drop database ${template} with (force)`);
  });
  await stop();
}

interface Server {
  readonly server: Connection;
  stop(): Promise<void>;
}

const MEMORY = "/dev/shm";
const GIB = 2 ** 30;

/**
 * Memory, where there is plenty of it: every test file copies a database of a thousand small files and removes it again,
 * and a disk's bookkeeping of them takes more processor time than what is done in them.
 */
export function folderOfTests(): string {
  if (!existsSync(MEMORY) || freemem() < 6 * GIB) return tmpdir();
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize < 4 * GIB ? tmpdir() : MEMORY;
}

async function temporaryServer(asInstalled: boolean): Promise<Server> {
  const folder = mkdtempSync(join(asInstalled ? tmpdir() : folderOfTests(), "mp-test-"));
  // Where root may not use user namespaces the server runs as another user, who must get in.
  chmodSync(folder, 0o711);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const started = await startPostgres({ dataDir: join(folder, "pg"), thrownAway: !asInstalled });
  if (!started.ok) remove();
  const server = valueOf(started);
  return {
    server: server.connection,
    stop: async () => {
      await server.stop();
      remove();
    },
  };
}

function givenServer(url: string): Server {
  const server = valueOf(parseDatabaseUrl(url, "MITTPUNKT_TEST_DATABASE_URL"));
  return { server, stop: async () => undefined };
}

function testStart() {
  const at = parseInstant("2026-01-05T08:00:00.000Z");
  if (at === undefined) throw new Error("The start of the tests is not a moment");
  return at;
}

/** The value of a result that a test needs; throws with the problems otherwise. */
export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.problems.map(describeProblem).join("\n"));
}

function describeProblem(problem: Problem): string {
  return `${problem.id}: ${problem.text?.en ?? JSON.stringify(problem.params ?? {})}`;
}
