// A million rows: a cross table of two variables with two filters, asked of the server as the page does and by SQL
// written by hand, at one and four clients, on a database made for it; `BENCH_ROWS=10000000` over ten million.
import { fileURLToPath } from "node:url";

import { Pool } from "pg";
import { z } from "zod";

import { readSpecForTests } from "../src/domain/testing/read-spec.ts";
import {
  addCodes,
  codesOfPack,
  loadCodeBook,
  ownLists,
  type CodeBook,
} from "../src/followup/code-book.ts";
import { codesOfColumn, columnsOf, columnsOfRow, type Column } from "../src/followup/columns.ts";
import type { EngineDeps } from "../src/followup/engine/deps.ts";
import { readCatalogue } from "../src/followup/engine/read-catalogue.ts";
import type { TableQuery } from "../src/followup/engine/resolve.ts";
import { shippedSettings, shippedTexts } from "../src/followup/testing/read-settings.ts";
import type { Pack } from "../src/spec/types.ts";
import { fixedClock } from "../src/kernel/clock.ts";
import { instantOfMillis, parseInstant } from "../src/kernel/instant.ts";
import { inTenant } from "../src/store/in-tenant.ts";
import { openPools, type Pools } from "../src/store/pools.ts";
import { withClient, type Connection } from "../src/store/postgres/connection.ts";
import { connectionsOf } from "../src/store/postgres/resolve-database.ts";
import type { Tenant } from "../src/store/tenant.ts";
import { startTestCluster } from "../src/store/testing/cluster.ts";
import {
  holdsLimits,
  percentile,
  printResults,
  rounded,
  type BenchResult,
} from "./bench-result.ts";
import { startServer, type ServerProcess } from "./server/server-process.ts";
import { makeWorld, type Member } from "./world/bench-world.ts";
import { withoutIndexes } from "./without-indexes.ts";

const ROWS = Number(process.env["BENCH_ROWS"] ?? 1_000_000);
const RUNS = 30;
const WARM_UP = 3;
/** Milliseconds: of a million rows, and of more. */
const P95_LIMIT_MS = ROWS > 1_000_000 ? 1200 : 200;
/** Sets are filled for so many rows: they are measured without a limit. */
const MOST_CHOICES = 1_000_000;
const { pack } = readSpecForTests();
const digest = "bench";
const columns = columnsOf(pack);

const query: TableQuery = {
  rows: "AKT-13",
  columns: "BAK-02.band",
  from: "2020-01-01",
  to: "2024-12-31",
  filters: [
    { variable: "AKT-03", in: ["police", "school", "pupil-health", "health-care"] },
    { variable: "BAK-01", in: ["female"] },
  ],
};

/** Measures on a database of its own; `ROWS` rows of one board, as a few years of the largest city. */
export async function run(): Promise<BenchResult[]> {
  const cluster = await startTestCluster({ asInstalled: true });
  const server: Connection = { ...cluster.server, database: cluster.template };
  const world = await makeWorld(connectionsOf(server));
  const pools = openPools(connectionsOf(server));
  const bare = new Pool({ ...server, max: 4 });
  const program = await startServer(server);
  try {
    const place = { tenant: world.tenant, book: await fill(server, pools, world.tenant) };
    const ask = asking(program, world.manager);
    return await measureAll({ deps: engineOf(pools, pack), bare, ask, ...place });
  } finally {
    await program.stop();
    await bare.end();
    await pools.close();
    await world.close();
    await cluster.stop();
  }
}

interface Measured {
  readonly deps: EngineDeps;
  readonly bare: Pool;
  /** Asks the server, as the page does. */
  readonly ask: (query: TableQuery) => Promise<{ readonly n: number }>;
  readonly tenant: Tenant;
  readonly book: CodeBook;
}

/** Each request in the next of the manager's browsers, so that none meets the bound on requests a minute. */
function asking(program: ServerProcess, { cookies }: Member): Measured["ask"] {
  let asked = 0;
  return async (body) => {
    asked += 1;
    const origin = `http://127.0.0.1:${program.port}`;
    const answer = await fetch(`${origin}/api/v1/followup/make-table`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        origin,
        cookie: cookies[asked % cookies.length] ?? "",
      },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    return counted.parse(await answer.json());
  };
}

const counted = z.object({ n: z.number() });

/** The engine on a database of measurements; its moment stands still. */
export function engineOf(pools: Pools, pack: Pack): EngineDeps {
  const now = parseInstant("2026-11-22T08:00:00.000Z");
  if (now === undefined) throw new Error("not a moment");
  return {
    pool: pools.followup,
    clock: fixedClock(now),
    packs: { current: () => ({ digest, pack }) },
    settings: shippedSettings(),
    texts: shippedTexts(),
  };
}

/** Rows by chance, in the order of their days as in a database that has grown. */
async function fill(server: Connection, pools: Pools, tenant: Tenant): Promise<CodeBook> {
  const spec = { codelist: ownLists.spec, code: digest };
  await inTenant(pools.app, tenant, (tx) => addCodes(tx, [...codesOfPack(columns, pack), spec]));
  const book = await inTenant(pools.app, tenant, loadCodeBook);
  const own = columnsOfRow(columns, "akt").filter((column) => column.place === "row");
  const values = own.map((column) => [column.name, randomSql(column, book)] as const);
  await withClient(server, async (client) => {
    await withoutIndexes(client, ["followup.akt", "followup.choice"], async () => {
      await client.query(`insert into followup.akt (tenant, arrived_on, unit, row_key, spec, ${values.map(([name]) => name).join(", ")})
        select ${tenant}, date '2017-01-01' + (3650::bigint * n / ${ROWS})::int, 1, n, 1, ${values.map(([, sql]) => sql).join(", ")}
        from generate_series(1, ${ROWS}) as n`);
      const reasons = book.numberOf(ownLists.variable, "AKT-06") ?? 0;
      await client.query(`insert into followup.choice (tenant, variable, row_key, code, place)
        select ${tenant}, ${reasons}, n, 1 + (n * 7 + k * 3) % 30, k
        from generate_series(1, ${Math.min(ROWS, MOST_CHOICES)}) as n, generate_series(1, 1 + n % 3) as k`);
    });
    await client.query("vacuum analyze");
  });
  return book;
}

/** A value by chance, as the database makes it. */
export function randomSql(column: Column, book: CodeBook): string {
  if (column.type === "yesno") return "(random() * 2)::int - 1";
  if (column.type === "code") {
    const numbers = codesOfColumn(column, pack).map((code) =>
      book.numberOf(column.codelist ?? "", code.id),
    );
    return `(array[-1, -4, ${numbers.join(", ")}])[1 + floor(random() * ${numbers.length + 2})::int]`;
  }
  if (column.type === "date") return "date '2020-01-01'";
  if (column.type === "datetime") return "timestamp '2020-01-01 10:00'";
  return "(random() * 20)::int";
}

async function measureAll(measured: Measured): Promise<BenchResult[]> {
  const engine = () => measured.ask(query);
  const byHand = () => bareTable(measured);
  await checkSame(measured);
  const results: BenchResult[] = [{ name: "rows", value: ROWS, unit: "rows" }];
  for (const clients of [1, 4]) {
    const [own, other] = await measurePair(engine, byHand, clients);
    const name = `cross table, ${clients} client${clients === 1 ? "" : "s"}`;
    const bareName = `bare SQL, ${clients} client${clients === 1 ? "" : "s"}`;
    results.push(
      { name: `${bareName}, p50`, value: rounded(percentile(other, 0.5)), unit: "ms" },
      { name: `${bareName}, p95`, value: rounded(percentile(other, 0.95)), unit: "ms" },
      { name: `${name}, p50`, value: rounded(percentile(own, 0.5)), unit: "ms" },
      {
        name: `${name}, p95`,
        value: rounded(percentile(own, 0.95)),
        unit: "ms",
        ...(clients === 1 ? { limit: P95_LIMIT_MS } : {}),
        detail: "through the API",
      },
      {
        name: `${name}, times bare`,
        value: rounded(percentile(own, 0.5) / percentile(other, 0.5)),
        unit: "ratio",
        limit: 2,
        ratioOf: `${bareName}, p50`,
      },
    );
  }
  return [...results, ...(await measureOthers(measured))];
}

/** Numbers without a limit: what else is asked of the engine. */
async function measureOthers({ deps, tenant, ask }: Measured): Promise<BenchResult[]> {
  const tableOf = (asked: TableQuery) => ask(asked);
  let hour = 0; // Each time later: what was counted is no longer kept.
  const counting = { ...deps, clock: { now: () => instantOfMillis((hour += 3_600_000)) } };
  const others: readonly (readonly [string, () => Promise<unknown>])[] = [
    ["one variable, whole table", () => tableOf({ rows: "AKT-16", filters: [] })],
    ["two variables, one month", () => tableOf({ ...query, from: "2024-05-01", to: "2024-05-31" })],
    [
      "set by variable, one year",
      () =>
        tableOf({
          rows: "AKT-06",
          columns: "BAK-01",
          from: "2024-01-01",
          to: "2024-12-31",
          filters: [],
        }),
    ],
    [
      "set by variable, whole table",
      () => tableOf({ rows: "AKT-06", columns: "BAK-01", filters: [] }),
    ],
    [
      "three variables with shares, one year",
      () => tableOf({ ...query, layers: "AKT-16", from: "2024-01-01", to: "2024-12-31" }),
    ],
    ["by month, ten years", () => tableOf({ rows: "AKT-13", series: "month", filters: [] })],
    ["catalogue with fill rates, counted", () => readCatalogue(counting, { tenant })],
    ["catalogue with fill rates, again", () => readCatalogue(deps, { tenant })],
  ];
  const results: BenchResult[] = [];
  for (const [name, work] of others) {
    const times = await measure(work, 1, 7);
    results.push({ name: `${name}, p50`, value: rounded(percentile(times, 0.5)), unit: "ms" });
  }
  return results;
}

/** What somebody would write by hand against the table: no policy, no words, no transaction. */
async function bareTable({
  bare,
  book,
  tenant,
}: Measured): Promise<readonly { readonly n: number }[]> {
  const [reporter, sex] = query.filters;
  const numbers = (list: string, codes: readonly string[] = []) =>
    codes.map((code) => book.numberOf(list, code)).join(", ");
  const answer = await bare.query<{ n: number }>(
    `select akt_13, bak_02_band, count(*)::int as n from followup.akt
     where tenant = ${tenant} and arrived_on >= '${query.from}' and arrived_on <= '${query.to}'
       and akt_03 in (${numbers("reporter-kind", reporter?.in)})
       and bak_01 in (${numbers("legal-sex", sex?.in)})
     group by akt_13, bak_02_band`,
  );
  return answer.rows;
}

/** The server must have counted the same before its speed is worth anything. */
async function checkSame(measured: Measured): Promise<void> {
  const table = await measured.ask(query);
  const byHand = (await bareTable(measured)).reduce((sum, row) => sum + row.n, 0);
  if (table.n !== byHand || byHand === 0) throw new Error(`${table.n} is not ${byHand}`);
}

/** Measures two ways in turns, so that what else the machine does hits both alike. */
async function measurePair(
  first: () => Promise<unknown>,
  second: () => Promise<unknown>,
  clients: number,
): Promise<readonly [number[], number[]]> {
  const times: [number[], number[]] = [[], []];
  for (let round = -WARM_UP; round < RUNS; round += 1) {
    const [a, b] = [await measure(first, clients, 1), await measure(second, clients, 1)];
    if (round >= 0) {
      times[0].push(...a);
      times[1].push(...b);
    }
  }
  return times;
}

/** Milliseconds of each piece of work, `clients` at a time. */
async function measure(
  work: () => Promise<unknown>,
  clients: number,
  rounds: number,
): Promise<number[]> {
  const one = async () => {
    const before = performance.now();
    await work();
    return performance.now() - before;
  };
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    times.push(...(await Promise.all(Array.from({ length: clients }, one))));
  }
  return times;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const results = await run();
  printResults(results);
  process.exitCode = holdsLimits(results) ? 0 : 1;
}
