// Autosave as it comes in from 5,000 open drafts: an open loop over HTTP, and afterwards what was acknowledged
// against what the database holds.
import { loadavg } from "node:os";

import { percentile, rounded, type BenchResult } from "./bench-result.ts";
import { openFixture, type Fixture } from "./fixture.ts";
import type { HeldField, OpenDraftPlan, SavePlan, SaveReport } from "./load/save-plan.ts";
import { parseSaveReport } from "./messages.ts";
import { parentOf, processorMsOf, processorMsOfTree } from "./processor-time.ts";
import { startWorker } from "./worker-process.ts";
import { openDrafts } from "./world/open-drafts.ts";

const DRAFTS = Number(process.env["BENCH_DRAFTS"] ?? 5000);
const CONNECTIONS = 256;
const PATIENCE_MS = 30_000;
const LONG_MS = 1000;
const P99_LIMIT_MS = 60;

interface Round {
  readonly name: string;
  readonly saves: number;
  readonly looks: number;
  readonly inCompany?: true;
  readonly seconds: number;
  /** Whether it must keep the limits. */
  readonly isBound: boolean;
}

const SAVES = 1667;
const WARM_UP: Round = { name: "", saves: SAVES, looks: 50, seconds: 6, isBound: false };
const ROUNDS: readonly Round[] = [
  { name: "1,667/s", saves: SAVES, looks: 0, seconds: 12, isBound: true },
  // Two in the draft, in each third of them.
  { name: "in company", saves: SAVES, looks: 0, seconds: 8, inCompany: true, isBound: false },
  // Pages nobody types in look by themselves, each at intervals of 5 s.
  { name: "with 500 looks/s", saves: SAVES, looks: 500, seconds: 8, isBound: false },
  { name: "3,333/s", saves: 2 * SAVES, looks: 0, seconds: 8, isBound: false },
];

interface DraftSize {
  readonly bytes: number;
  readonly updates: number;
  readonly hot: number;
}

interface Measured {
  readonly round: Round;
  readonly report: SaveReport;
  readonly lost: number;
  readonly node: number;
  readonly postgres: number;
  readonly wal: number;
  readonly load: number;
}

export async function run(): Promise<BenchResult[]> {
  const fixture = await openFixture();
  const { drafts, fields } = await openDrafts(fixture.world, DRAFTS);
  await fixture.admin("vacuum analyze");
  const writers = startWorker<SavePlan, SaveReport>("./load/saves.ts", parseSaveReport);
  const measure = async (round: Round): Promise<Measured> => {
    const plan: SavePlan = {
      port: fixture.server.port,
      connections: CONNECTIONS,
      drafts,
      fields,
      savesASecond: round.saves,
      inCompany: round.inCompany === true,
      looksASecond: round.looks,
      seconds: round.seconds,
      patienceMs: PATIENCE_MS,
    };
    const before = await usedSoFar(fixture);
    const report = await writers.ask(plan);
    const after = await usedSoFar(fixture);
    const lost = await countLost(fixture, report.held);
    return {
      round,
      report,
      lost,
      node: after.node - before.node,
      postgres: after.postgres - before.postgres,
      wal: after.wal - before.wal,
      load: loadavg()[0] ?? 0,
    };
  };
  try {
    await makeKnown(fixture, drafts);
    await measure(WARM_UP);
    const before = await sizeOfDrafts(fixture);
    const measured: Measured[] = [];
    for (const round of ROUNDS) measured.push(await measure(round));
    const results = measured.flatMap(resultsOf);
    return [...results, ...sizeResults(before, await sizeOfDrafts(fixture))];
  } finally {
    await writers.stop();
  }
}

/** One request of each browser, one after the other: those the server does not know yet count by their address. */
async function makeKnown(fixture: Fixture, drafts: readonly OpenDraftPlan[]): Promise<void> {
  const browsers = new Map(
    drafts.flatMap(({ cookie, colleague = cookie, draft }) => [
      [cookie, draft],
      [colleague, draft],
    ]),
  );
  for (const [cookie, draft] of browsers) {
    const answer = await fetch(
      `http://127.0.0.1:${fixture.server.port}/api/v1/drafts/follow-draft`,
      {
        method: "POST",
        headers: { cookie, "content-type": "application/json", "sec-fetch-site": "same-origin" },
        body: JSON.stringify({ draft, since: null }),
      },
    );
    if (!answer.ok) throw new Error(`A browser was refused: ${answer.status}`);
    await answer.arrayBuffer();
  }
}

async function usedSoFar(fixture: Fixture) {
  const [row] = await fixture.admin<{ wal: string; pid: number }>(
    `select pg_current_wal_insert_lsn() - '0/0'::pg_lsn as wal,
       (select pid from pg_stat_activity where backend_type = 'checkpointer') as pid`,
  );
  return {
    node: processorMsOf(fixture.server.pid),
    postgres: processorMsOfTree(parentOf(row?.pid ?? 0)),
    wal: Number(row?.wal ?? 0),
  };
}

/** What the drafts take with their indexes, and how many of their changes touched no index. */
async function sizeOfDrafts(fixture: Fixture): Promise<DraftSize> {
  const [row] = await fixture.admin<{ bytes: string; updates: string; hot: string }>(
    `select sum(pg_total_relation_size(relid)) as bytes, sum(n_tup_upd) as updates,
       sum(n_tup_hot_upd) as hot
     from pg_stat_user_tables where relname in ('draft', 'draft_field', 'draft_past')`,
  );
  return { bytes: Number(row?.bytes), updates: Number(row?.updates), hot: Number(row?.hot) };
}

function sizeResults(before: DraftSize, after: DraftSize): BenchResult[] {
  const share = (after.hot - before.hot) / (after.updates - before.updates);
  return [
    {
      name: "autosave, all drafts on disk",
      value: rounded(after.bytes / 1_000_000),
      unit: "MB",
      detail: `${rounded(before.bytes / 1_000_000)} before the rounds; ${after.updates - before.updates} rows written`,
    },
    { name: "autosave, changes that touch no index", value: rounded(share), unit: "ratio" },
  ];
}

/** How many fields do not hold the last text that was acknowledged, or fewer revisions than were. */
async function countLost(fixture: Fixture, held: readonly HeldField[]): Promise<number> {
  const rows = await fixture.admin<{ draft: string; path: string; rev: number; values: string[] }>(
    `select draft, path, rev, others || value as values from draft_field where rev > 1`,
  );
  const stored = new Map(rows.map((row) => [`${row.draft} ${row.path}`, row]));
  const isKept = ({ draft, path, text, saves }: HeldField) => {
    const row = stored.get(`${draft} ${path}`);
    return row !== undefined && row.rev > saves && row.values.includes(JSON.stringify(text));
  };
  return held.filter((each) => !isKept(each)).length;
}

function resultsOf(measured: Measured): BenchResult[] {
  const { round, report, lost } = measured;
  const { saveTimes, lookTimes } = report;
  const bound = (limit: number) => (round.isBound ? { limit } : {});
  const late = [...saveTimes, ...lookTimes].filter((ms) => ms > LONG_MS).length;
  const named = (what: string) => `autosave, ${round.name}, ${what}`;
  return [
    {
      name: named("acknowledged"),
      value: rounded(saveTimes.length / report.seconds),
      unit: "1/s",
      detail: `${CONNECTIONS} connections, ${DRAFTS} drafts, ${round.seconds} s; load ${rounded(measured.load)}`,
    },
    { name: named("p50"), value: rounded(percentile(saveTimes, 0.5)), unit: "ms" },
    {
      name: named("p99"),
      value: rounded(percentile(saveTimes, 0.99)),
      unit: "ms",
      detail: "from the intended arrival",
      ...bound(P99_LIMIT_MS),
    },
    { name: named("over 1 s"), value: late, unit: "rows", ...bound(0) },
    {
      name: named("lost"),
      value: lost,
      unit: "rows",
      detail: `${report.held.length} fields with what was acknowledged`,
      ...bound(0),
    },
    {
      name: named("refused or not answered"),
      value: report.failed,
      unit: "rows",
      ...(report.firstFailure === undefined ? {} : { detail: report.firstFailure }),
      ...bound(0),
    },
    ...lookResults(named, lookTimes),
    ...processorResults(named, measured),
  ];
}

function lookResults(named: (what: string) => string, times: readonly number[]): BenchResult[] {
  if (times.length === 0) return [];
  return [{ name: named("a look, p99"), value: rounded(percentile(times, 0.99)), unit: "ms" }];
}

function processorResults(named: (what: string) => string, measured: Measured): BenchResult[] {
  const { report, node, postgres, wal } = measured;
  const requests = report.saveTimes.length + report.lookTimes.length;
  const each = (sum: number) => rounded(sum / requests);
  return [
    {
      name: named("processor time of a request"),
      value: each(node + postgres),
      unit: "ms",
      detail: `Node ${each(node)}, PostgreSQL ${each(postgres)}; the clients ${each(report.processorMs)}`,
    },
    { name: named("WAL of a request"), value: Math.round(wal / requests), unit: "bytes" },
  ];
}
