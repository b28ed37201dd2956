// The process that makes the bare transactions which signing is compared with: the same bytes and one row of a
// log, sixteen connections, statements prepared and sent without waiting for each other.
import { randomUUID } from "node:crypto";

import { Pool } from "pg";

import { parseFloorPlan } from "../messages.ts";
import type { FloorPlan, FloorReport } from "./floor-plan.ts";

let pool: Pool | undefined;

process.on("message", (message) => {
  void run(parseFloorPlan(message)).then((report) => process.send?.(report));
});
process.on("disconnect", () => {
  void (pool?.end() ?? Promise.resolve()).then(() => process.exit());
});

async function run(plan: FloorPlan): Promise<FloorReport> {
  pool ??= new Pool({ ...plan.connection, max: plan.connections, pipeline: true });
  await round(pool, plan, plan.warmUp);
  const before = performance.now();
  const times = await round(pool, plan, plan.count);
  return { seconds: (performance.now() - before) / 1000, times };
}

async function round(from: Pool, plan: FloorPlan, count: number): Promise<number[]> {
  const times: number[] = [];
  let next = 0;
  async function connection(): Promise<void> {
    while (next < count) {
      const body = plan.bodies[next % plan.bodies.length] ?? "";
      next += 1;
      const before = performance.now();
      await transact(from, body);
      times.push(performance.now() - before);
    }
  }
  await Promise.all(Array.from({ length: plan.connections }, connection));
  return times;
}

async function transact(from: Pool, body: string): Promise<void> {
  const client = await from.connect();
  const stream = randomUUID();
  const at = "2026-01-01T00:00:00Z";
  try {
    await Promise.all([
      client.query("begin"),
      client.query({
        name: "document",
        text: "insert into floor.document values ($1, $2, $3, $4, $5, $6)",
        values: [1, stream, 1, "basis.signed", at, body],
      }),
      client.query({
        name: "log",
        text: "insert into floor.log (tenant, at, staff, action, stream) values ($1, $2, $3, $4, $5)",
        values: [1, at, stream, "basis.sign-basis", stream],
      }),
      client.query("commit"),
    ]);
  } finally {
    client.release();
  }
}
