// The process that makes the bare transactions which signing is compared with: the same bytes and one row of a
// log, sixteen connections, statements prepared and sent without waiting for each other.
import { randomInt, randomUUID } from "node:crypto";

import { Pool, type PoolClient } from "pg";

import { parseFloorPlan } from "../messages.ts";
import type { FloorPlan, FloorReport, RowsOfOne, WrittenRows } from "./floor-plan.ts";

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
      const rows = plan.rows?.[next % plan.rows.length];
      next += 1;
      const before = performance.now();
      await transact(from, (client) =>
        rows === undefined ? writeDocument(client, body) : writeRows(client, rows),
      );
      times.push(performance.now() - before);
    }
  }
  await Promise.all(Array.from({ length: plan.connections }, connection));
  return times;
}

async function transact(
  from: Pool,
  write: (client: PoolClient) => readonly Promise<unknown>[],
): Promise<void> {
  const client = await from.connect();
  try {
    await Promise.all([client.query("begin"), ...write(client), client.query("commit")]);
  } finally {
    client.release();
  }
}

function writeDocument(client: PoolClient, body: string): readonly Promise<unknown>[] {
  const stream = randomUUID();
  const at = "2026-01-01T00:00:00Z";
  return [
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
  ];
}

const LARGEST_KEY = 2 ** 47;

function writeRows(client: PoolClient, { tables, ids }: RowsOfOne): readonly Promise<unknown>[] {
  const own = new Map<unknown, string | number>(
    ids.map((id) => [id, typeof id === "string" ? randomUUID() : randomInt(1, LARGEST_KEY)]),
  );
  return tables.map((rows) =>
    client.query({
      name: `${rows.table}_${rows.values.length}`,
      text: insertOf(rows),
      values: rows.values.flat().map((value) => own.get(value) ?? value),
    }),
  );
}

/** One statement a table, whatever the number of its rows. */
function insertOf({ table, columns, values }: WrittenRows): string {
  const places = values.map((_, row) =>
    columns.map((__, column) => `$${row * columns.length + column + 1}`).join(", "),
  );
  return `insert into ${table} (${columns.join(", ")}) values (${places.join("), (")})`;
}
