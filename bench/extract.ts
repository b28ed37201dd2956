// A year's extract: 60 variables of 500,000 investigations as each kind of file, made as it would be downloaded, with
// the memory of the program while it is made and what DuckDB takes for the Parquet file. `node bench/extract.ts` runs
// it alone, on a database made for it and thrown away.
import { createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";

import { fileKinds, type FileKind } from "../src/contract/followup/file-table.ts";
import { makeFollowupFile } from "../src/exchange/followup/followup-file.ts";
import { columnsOf, columnsOfRow, isSelectable } from "../src/followup/columns.ts";
import type { EngineDeps } from "../src/followup/engine/deps.ts";
import { describeExtract } from "../src/followup/extract/describe-extract.ts";
import type { ExtractDefinition } from "../src/followup/extract/resolve-extract.ts";
import { withExtract } from "../src/followup/extract/with-extract.ts";
import { openPools } from "../src/store/pools.ts";
import type { Connection } from "../src/store/postgres/connection.ts";
import { connectionsOf } from "../src/store/postgres/resolve-database.ts";
import { startTestCluster } from "../src/store/testing/cluster.ts";
import {
  holdsLimits,
  percentile,
  printResults,
  rounded,
  type BenchResult,
} from "./bench-result.ts";
import { extractPack, extractTenant, fillExtractRows } from "./extract-rows.ts";
import { engineOf } from "./followup.ts";
import { processorMsOfTree } from "./processor-time.ts";

const ROWS = Number(process.env["BENCH_ROWS"] ?? 500_000);
const VARIABLES = 60;
const LIMIT_S = 20;
/** What the whole server may take. */
const MEMORY_MB = 400;
const MB = 1024 * 1024;

const variables = columnsOfRow(columnsOf(extractPack), "utr")
  .filter(isSelectable)
  .slice(0, VARIABLES)
  .map(({ id }) => id);
const definition: ExtractDefinition = {
  grain: "utr",
  variables,
  from: "2025-01-01",
  to: "2025-12-31",
  filters: [],
};

/** Measures on a database of its own: the investigations of a year of a whole country's largest cities. */
export async function run(): Promise<BenchResult[]> {
  const cluster = await startTestCluster({ asInstalled: true });
  const server: Connection = { ...cluster.server, database: cluster.template };
  const pools = openPools(connectionsOf(server));
  const folder = mkdtempSync(join(tmpdir(), "mp-extract-"));
  try {
    await fillExtractRows(server, pools, ROWS);
    const deps = engineOf(pools, extractPack);
    const results: BenchResult[] = [{ name: "rows of an extract", value: ROWS, unit: "rows" }];
    // Twice: what only the first extract pays for is not measured.
    await readRows(deps);
    const read = await readRows(deps);
    results.push(
      { name: "counted, summed up and put in order", value: rounded(read.counted), unit: "s" },
      { name: "and read, no file made", value: rounded(read.seconds), unit: "s" },
    );
    for (const kind of fileKinds) {
      const file = join(folder, kind);
      const { seconds, processor, peak, columns } = await takeOut(deps, kind, file);
      const name = `extract of ${variables.length} variables as ${kind}`;
      const size = rounded(statSync(file).size / MB);
      const detail = `${columns} columns, ${size} MB, ${rounded(processor)} s of processor time`;
      results.push(
        { name, value: rounded(seconds), unit: "s", limit: LIMIT_S, detail },
        { name: `${name}, most memory`, value: Math.round(peak), unit: "MB", limit: MEMORY_MB },
      );
    }
    return [...results, ...(await measureDuckDb(join(folder, "parquet"), folder))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await pools.close();
    await cluster.stop();
  }
}

interface Taken {
  readonly seconds: number;
  /** Of Node, the database and the process for Parquet together: what other work on the machine hardly changes. */
  readonly processor: number;
  /** The most memory of this process meanwhile, in MB. */
  readonly peak: number;
  readonly columns: number;
}

/** What the database and the reading of its lines take, before any file. */
async function readRows(deps: EngineDeps) {
  const before = performance.now();
  const asked = { definition, seed: "bench", lang: "sv" } as const;
  const used = await withExtract(deps, { tenant: extractTenant }, asked, async ({ table }) => {
    const counted = (performance.now() - before) / 1000;
    let rows = 0;
    for await (const batch of table.rows) rows += batch.length;
    return { counted, rows };
  });
  if (!used.ok || used.value.rows !== ROWS) throw new Error("not all rows were read");
  return { ...used.value, seconds: (performance.now() - before) / 1000 };
}

/** From the question to the last byte on disk, which takes them as fast as a disk does. */
async function takeOut(deps: EngineDeps, kind: FileKind, path: string): Promise<Taken> {
  const watch = watchMemory();
  const [before, ticks] = [performance.now(), processorMsOfTree(process.pid)];
  const asked = { definition, seed: "bench", lang: "sv" } as const;
  const used = await withExtract(deps, { tenant: extractTenant }, asked, async (open) => {
    const about = {
      extract: "bench",
      definition: {},
      statedPurpose: "bench",
      specDigest: "bench",
      cutOff: "2026-11-22T08:00:00.000Z",
      rows: open.table.count,
      fingerprint: open.fingerprint,
    };
    const described = describeExtract(open, about, { texts: deps.texts, lang: "sv" });
    const { bytes } = makeFollowupFile(kind, "plain", described);
    await pipeline(Readable.from(bytes), createWriteStream(path));
    return { columns: open.table.columns.length, count: open.table.count };
  });
  const peak = watch.end();
  if (!used.ok) throw new Error(JSON.stringify(used.problems));
  if (used.value.count !== ROWS) throw new Error(`${used.value.count} is not ${ROWS}`);
  const seconds = (performance.now() - before) / 1000;
  const processor = (processorMsOfTree(process.pid) - ticks) / 1000;
  return { seconds, processor, peak, columns: used.value.columns };
}

function watchMemory(): { end(): number } {
  let peak = 0;
  const look = () => {
    peak = Math.max(peak, process.memoryUsage.rss() / MB);
  };
  const timer = setInterval(look, 50);
  return {
    end: () => {
      clearInterval(timer);
      look();
      return peak;
    },
  };
}

/** The yardstick: a cross table of two variables, and everything read and written again, straight from the file. */
async function measureDuckDb(path: string, folder: string): Promise<BenchResult[]> {
  // Loaded only now: its memory is not that of an extract.
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  const cross = `select "UTR-35", "BAK-01", count(*) from read_parquet('${path}') group by all`;
  const copy = `copy (from read_parquet('${path}')) to '${join(folder, "duckdb.csv")}' (format csv)`;
  const time = async (sql: string, times: number) => {
    const taken: number[] = [];
    for (let n = 0; n < times; n += 1) {
      const before = performance.now();
      await connection.run(sql);
      taken.push(performance.now() - before);
    }
    return percentile(taken, 0.5);
  };
  const results: BenchResult[] = [
    {
      name: "DuckDB: cross table on that Parquet",
      value: rounded(await time(cross, 9)),
      unit: "ms",
    },
    {
      name: "DuckDB: that Parquet as CSV",
      value: rounded((await time(copy, 1)) / 1000),
      unit: "s",
    },
  ];
  connection.closeSync();
  instance.closeSync();
  return results;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const results = await run();
  printResults(results);
  process.exitCode = holdsLimits(results) ? 0 : 1;
}
