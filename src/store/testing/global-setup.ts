import type { TestProject } from "vitest/node";

import type { Connection } from "../postgres/connection.ts";
import { startTestCluster } from "./cluster.ts";

declare module "vitest" {
  interface ProvidedContext {
    testServer: Connection;
    testTemplate: string;
  }
}

/** Once per run of the database tests: one server and one migrated template, stopped at the end. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startTestCluster();
  project.provide("testServer", cluster.server);
  project.provide("testTemplate", cluster.template);
  return () => cluster.stop();
}
