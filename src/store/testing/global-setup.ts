import type { TestProject } from "vitest/node";

import type { Connection } from "../postgres/connection.ts";
import { demoTemplateOf, startTestCluster } from "./cluster.ts";

declare module "vitest" {
  interface ProvidedContext {
    testServer: Connection;
    testTemplate: string;
    /** Name of the template with the demo board in it; made by the first test that needs it. */
    testTemplateWithDemo: string;
  }
}

/** Once per run of the database tests: one server and one migrated template, stopped at the end. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startTestCluster();
  project.provide("testServer", cluster.server);
  project.provide("testTemplate", cluster.template);
  project.provide("testTemplateWithDemo", demoTemplateOf(cluster.template));
  return () => cluster.stop();
}
