// Opening a child known for ten years, and the day's page of somebody with 200 clocks.
import { percentile, rounded, type BenchResult } from "./bench-result.ts";
import { openFixture, type Fixture } from "./fixture.ts";
import type { LabelReport, LoadReport, PlannedRequest } from "./load/load-plan.ts";
import { investigations } from "./world/akter-to-sign.ts";
import type { Member } from "./world/bench-world.ts";
import { storyResults } from "./story.ts";
import { makeLongHistory, NOTES } from "./world/long-history.ts";

const CLIENTS = 8;
const WARM_UP = 200;
const REQUESTS = 1600;
const LONGEST_MS = 60_000;
const CLOCKS = 200;
const MATTERS_AT_ONCE = 20;

const P95_LIMIT_MS = 25;
const PAYLOAD_LIMIT_KB = 60;

export async function run(): Promise<BenchResult[]> {
  const fixture = await openFixture();
  const [worker] = fixture.world.workers;
  if (worker === undefined) throw new Error("Nobody works here");
  const place = await makeLongHistory(fixture.world);
  const clocks = await fillDay(fixture, worker);
  await fixture.admin("vacuum analyze");
  const child = `/api/v1/akt/${place.akt}`;
  const opening = await load(fixture, worker, [
    ["page", child],
    ["chronology", `${child}/chronology`],
  ]);
  const story = await storyResults(fixture, place);
  const day = await load(fixture, worker, [["day", "/api/v1/my-day"]]);
  return [
    ...openingResults(opening),
    ...story,
    ...timesOf("Min dag", day.labels["day"], `${clocks} running clocks`),
    payloadOf("Min dag", [day.labels["day"]]),
  ];
}

/** Gives somebody matters until enough clocks run; gives how many do. */
async function fillDay(fixture: Fixture, worker: Member): Promise<number> {
  const { world } = fixture;
  for (;;) {
    const [counted] = await fixture.admin<{ count: number }>(
      `select count(*)::int as count from clock where running and worker = '${worker.staff}'`,
    );
    const count = counted?.count ?? 0;
    if (count >= CLOCKS) return count;
    await investigations(world, MATTERS_AT_ONCE, 20, worker);
  }
}

async function load(
  fixture: Fixture,
  { cookies }: Member,
  pages: readonly (readonly [string, string])[],
): Promise<LoadReport> {
  const requests = Array.from({ length: WARM_UP + REQUESTS }, (_, at): PlannedRequest => {
    const [label, path] = pages[at % pages.length] ?? ["", ""];
    return { label, method: "GET", path, cookie: cookies[at % cookies.length] ?? "" };
  });
  const report = await fixture.clients.ask({
    port: fixture.server.port,
    connections: CLIENTS,
    warmUp: requests.slice(0, WARM_UP),
    requests: requests.slice(WARM_UP),
    longestMs: LONGEST_MS,
  });
  if (report.firstFailure !== undefined) throw new Error(report.firstFailure);
  return report;
}

function openingResults({ labels }: LoadReport): BenchResult[] {
  const { page, chronology } = labels;
  return [
    ...timesOf("open a child, page", page, `${NOTES} notes, ten years`),
    ...timesOf("open a child, chronology", chronology, "its first lines"),
    payloadOf("open a child", [page, chronology]),
  ];
}

function timesOf(name: string, label: LabelReport | undefined, detail: string): BenchResult[] {
  const times = label?.times ?? [];
  return [
    { name: `${name}, p50`, value: rounded(percentile(times, 0.5)), unit: "ms" },
    {
      name: `${name}, p95`,
      value: rounded(percentile(times, 0.95)),
      unit: "ms",
      limit: P95_LIMIT_MS,
      detail: `${CLIENTS} clients; ${detail}`,
    },
  ];
}

function payloadOf(name: string, labels: readonly (LabelReport | undefined)[]): BenchResult {
  const bytes = labels.reduce((sum, label) => sum + (label?.largest ?? Number.NaN), 0);
  return {
    name: `${name}, first payload`,
    value: rounded(bytes / 1000),
    unit: "kB",
    limit: PAYLOAD_LIMIT_KB,
    detail: "gzip, as it comes over the wire",
  };
}
