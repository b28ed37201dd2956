import { listBoards } from "../access/boards.ts";
import { INSTALLATION } from "../access/installation.ts";
import { readFollowupSettings } from "../followup/read-settings.ts";
import type { FollowupSettings } from "../followup/settings.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Problem } from "../kernel/problem.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { inTenant } from "../store/in-tenant.ts";
import { migrate } from "../store/migrate.ts";
import { openPools, type Pools } from "../store/pools.ts";
import { resolveDatabase, type Database } from "../store/postgres/resolve-database.ts";
import { loadSpecification, SPEC_DIRECTORY, type Specification } from "../store/specification.ts";
import { readTestSettings, testsOnSyntheticOnly, type TestSettings } from "./test-settings.ts";

/** The specification and the database of an installation, ready to be worked with. */
export interface OpenProgram {
  readonly specification: Specification;
  readonly settings: FollowupSettings;
  readonly database: Database;
  readonly pools: Pools;
  /** The machine's, but in a test. */
  readonly clock: Clock;
  /** Whether a setting is used that is for tests only. */
  readonly forTests: boolean;
  /** Identity providers without encryption are spoken with: in tests. */
  readonly providerOverHttp: boolean;
  /** Closes the connections, and the database where it was started here. */
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly log: (line: string) => void;
  /** Brings the schema up to date; a command that only looks leaves it alone. */
  readonly migrates: boolean;
}

/**
 * Reads the specification, finds or starts the database and opens connections to it. Refuses with the
 * problems of `loadSpecification`, `resolveDatabase` and `migrate`; what was started is then stopped.
 */
export async function openProgram(options: OpenOptions): Promise<Result<OpenProgram>> {
  const { env, log } = options;
  const tests = readTestSettings(env);
  if (!tests.ok) return tests;
  // The database starts while the specification is read.
  const [database, read] = await Promise.all([
    resolveDatabase(env, { log }),
    readSpecification(tests.value.overlays),
  ]);
  if (!database.ok) return read.ok ? database : read;
  const { connections, stop } = database.value;
  if (!read.ok) {
    await stop();
    return read;
  }
  const { clock, providerOverHttp } = tests.value;
  if (options.migrates) {
    const migrated = await migrate({ connection: connections.admin, at: clock.now(), log });
    if (!migrated.ok) {
      await stop();
      return migrated;
    }
  }
  // A pool has ended when it has said so to each connection, not when the database has heard it: one that is stopped
  // then breaks those that are left, and nothing is replaced.
  let closing = false;
  const pools = openPools(connections, {
    onError: () => {
      if (!closing) log("database: an idle connection broke and is replaced");
    },
  });
  const close = async (): Promise<void> => {
    closing = true;
    await pools.close();
    await stop();
  };
  const refused = await refusedTests(tests.value, pools);
  if (refused !== undefined) {
    await close();
    return fail(refused);
  }
  return ok({
    ...read.value,
    database: database.value,
    pools,
    clock,
    forTests: tests.value.used,
    providerOverHttp,
    close,
  });
}

async function readSpecification(
  overlays: readonly string[],
): Promise<Result<Pick<OpenProgram, "specification" | "settings">>> {
  const specification = await loadSpecification(SPEC_DIRECTORY, overlays);
  if (!specification.ok) return specification;
  const settings = readFollowupSettings(SPEC_DIRECTORY);
  if (!settings.ok) return settings;
  return ok({ specification: specification.value, settings: settings.value });
}

async function refusedTests(tests: TestSettings, pools: Pools): Promise<Problem | undefined> {
  if (!tests.used) return undefined;
  return testsOnSyntheticOnly(tests, await inTenant(pools.app, INSTALLATION, listBoards));
}
