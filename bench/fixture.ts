import { connectionsOf } from "../src/store/postgres/resolve-database.ts";
import { withClient, type Connection } from "../src/store/postgres/connection.ts";
import { startTestCluster, type TestCluster } from "../src/store/testing/cluster.ts";
import { parseReport } from "./messages.ts";
import type { LoadPlan, LoadReport } from "./load/load-plan.ts";
import { startServer, type ServerProcess } from "./server/server-process.ts";
import { startWorker, type WorkerProcess } from "./worker-process.ts";
import { makeWorld, type BenchWorld } from "./world/bench-world.ts";

/** What the benches of the server share: one database, one board, one running program, one process of clients. */
export interface Fixture {
  readonly database: Connection;
  readonly world: BenchWorld;
  readonly server: ServerProcess;
  readonly clients: WorkerProcess<LoadPlan, LoadReport>;
  /** Runs SQL as the administrator. */
  admin<R extends object>(sql: string): Promise<R[]>;
}

interface Opened {
  readonly fixture: Fixture;
  close(): Promise<void>;
}

let opened: Promise<Opened> | undefined;

/** The fixture, made when first asked for. */
export async function openFixture(): Promise<Fixture> {
  opened ??= open();
  return (await opened).fixture;
}

/** Stops what was started, if anything was. */
export async function closeFixture(): Promise<void> {
  await (await opened)?.close();
  opened = undefined;
}

async function open(): Promise<Opened> {
  const cluster = await startTestCluster({ asInstalled: true });
  try {
    return await openIn(cluster);
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

async function openIn(cluster: TestCluster): Promise<Opened> {
  const database = { ...cluster.server, database: cluster.template };
  const world = await makeWorld(connectionsOf(database));
  const server = await startServer(database);
  const clients = startWorker<LoadPlan, LoadReport>("./load/main.ts", parseReport);
  const fixture: Fixture = {
    database,
    world,
    server,
    clients,
    admin: async <R extends object>(sql: string) => {
      const answer = await withClient(database, (client) => client.query<R>(sql));
      return answer.rows;
    },
  };
  return {
    fixture,
    close: async () => {
      await clients.stop();
      await server.stop();
      await world.close();
      await cluster.stop();
    },
  };
}
