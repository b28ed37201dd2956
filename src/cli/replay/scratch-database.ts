import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { migrate } from "../../store/migrate.ts";
import { openPools, type Pools } from "../../store/pools.ts";
import { startPostgres } from "../../store/postgres/launcher.ts";
import { connectionsOf } from "../../store/postgres/resolve-database.ts";
import { systemClock } from "../../store/program-store.ts";

/** A database that nothing else uses and that is gone when it is closed. */
export interface ScratchDatabase {
  readonly pools: Pools;
  close(): Promise<void>;
}

/**
 * Starts a PostgreSQL of its own in a folder for temporary files and makes the newest schema in it; the
 * database of the installation is never touched. Refuses as `startPostgres` and `migrate` do.
 */
export async function openScratchDatabase(
  env: NodeJS.ProcessEnv,
): Promise<Result<ScratchDatabase>> {
  const folder = mkdtempSync(join(tmpdir(), "mittpunkt-replay-"));
  // Where root may not use user namespaces the server runs as another user, who must get in.
  chmodSync(folder, 0o711);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const started = await startPostgres({ dataDir: join(folder, "pg"), env, thrownAway: true });
  if (!started.ok) {
    remove();
    return started;
  }
  const { connection, stop } = started.value;
  const migrated = await migrate({ connection, at: systemClock.now() });
  if (!migrated.ok) {
    await stop();
    remove();
    return fail(migrated.problems);
  }
  const pools = openPools(connectionsOf(connection));
  return ok({
    pools,
    close: async () => {
      await pools.close();
      await stop();
      remove();
    },
  });
}
