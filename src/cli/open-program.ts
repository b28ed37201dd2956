import { readFollowupSettings } from "../followup/read-settings.ts";
import type { FollowupSettings } from "../followup/settings.ts";
import { ok, type Result } from "../kernel/result.ts";
import { migrate } from "../store/migrate.ts";
import { openPools, type Pools } from "../store/pools.ts";
import { resolveDatabase, type Database } from "../store/postgres/resolve-database.ts";
import { systemClock } from "../store/program-store.ts";
import { loadSpecification, SPEC_DIRECTORY, type Specification } from "../store/specification.ts";

/** The specification and the database of an installation, ready to be worked with. */
export interface OpenProgram {
  readonly specification: Specification;
  readonly settings: FollowupSettings;
  readonly database: Database;
  readonly pools: Pools;
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
  const specification = await loadSpecification();
  if (!specification.ok) return specification;
  const settings = readFollowupSettings(SPEC_DIRECTORY);
  if (!settings.ok) return settings;
  const database = await resolveDatabase(env, { log });
  if (!database.ok) return database;
  const { connections, stop } = database.value;
  if (options.migrates) {
    const migrated = await migrate({ connection: connections.admin, at: systemClock.now(), log });
    if (!migrated.ok) {
      await stop();
      return migrated;
    }
  }
  const pools = openPools(connections, {
    onError: () => log("database: an idle connection broke and is replaced"),
  });
  return ok({
    specification: specification.value,
    settings: settings.value,
    database: database.value,
    pools,
    close: async () => {
      await pools.close();
      await stop();
    },
  });
}
