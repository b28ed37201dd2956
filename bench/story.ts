// A child of 5,000 events: turning the story's pages and signing, beside the same in an akt of a few events.
import { percentile, rounded, type BenchResult } from "./bench-result.ts";
import type { Fixture } from "./fixture.ts";
import type { LoadReport, PlannedRequest } from "./load/load-plan.ts";
import { investigations } from "./world/akter-to-sign.ts";
import { daysAgo } from "./world/bench-world.ts";
import type { Place } from "./world/families.ts";

const ROUNDS = 60;
const WARM_UP = 20;
const LONGEST_MS = 60_000;
/** Signing where much is written may take at most so many times what it takes where little is. */
const RATIO_LIMIT = 1.5;
const PAYLOAD_LIMIT_KB = 60;

/** Turns pages of a long story in every way it can be asked for, and signs notes in it. */
export async function storyResults(fixture: Fixture, long: Place): Promise<BenchResult[]> {
  const pages = await ask(fixture, long, pagesOf(long));
  const [short] = await investigations(fixture.world, 1, 20, long.member);
  if (short === undefined) throw new Error("No short akt was made");
  const inLong = await signNotes(fixture, long);
  const inShort = await signNotes(fixture, short);
  const largest = Math.max(...Object.values(pages.labels).map((label) => label.largest));
  return [
    ...Object.entries(pages.labels).map(([label, { times }]): BenchResult => ({
      name: `the story, ${label}, p50`,
      value: rounded(percentile(times, 0.5)),
      unit: "ms",
      detail: "one client",
    })),
    {
      name: "the story, largest page",
      value: rounded(largest / 1000),
      unit: "kB",
      limit: PAYLOAD_LIMIT_KB,
      detail: "gzip",
    },
    { name: "sign a note in it, p50", value: rounded(inLong), unit: "ms", detail: "one client" },
    {
      name: "sign a note in it, of a short akt",
      value: rounded(inLong / inShort),
      unit: "ratio",
      limit: RATIO_LIMIT,
      ratioOf: "signing in an akt of a few events",
    },
  ];
}

function pagesOf({ akt, matter }: Place): readonly (readonly [string, string])[] {
  const story = `/api/v1/akt/${akt}/chronology`;
  return [
    ["first lines", story],
    ["from a year", `${story}?to=${daysAgo(2500)}`],
    ["of a rare kind", `${story}?kind=decisions`],
    ["of a matter", `${story}?matter=${matter}`],
    ["its years and gaps", `${story}-shape`],
  ];
}

function ask(
  fixture: Fixture,
  { member }: Place,
  pages: readonly (readonly [string, string])[],
): Promise<LoadReport> {
  const requests = Array.from({ length: pages.length * ROUNDS }, (_, at): PlannedRequest => {
    const [label, path] = pages[at % pages.length] ?? ["", ""];
    const cookie = member.cookies[at % member.cookies.length] ?? "";
    return { label, method: "GET", path, cookie };
  });
  return load(fixture, requests);
}

async function signNotes(fixture: Fixture, { akt, matter, member }: Place): Promise<number> {
  const requests = Array.from({ length: WARM_UP + ROUNDS }, (_, at): PlannedRequest => {
    return {
      label: "sign",
      method: "POST",
      path: "/api/v1/notes/sign-note",
      cookie: member.cookies[at % member.cookies.length] ?? "",
      body: JSON.stringify({
        commandId: fixture.world.store.ids.next(),
        akt,
        matter,
        data: { text: "Ett kort samtal om veckan som gick." },
      }),
    };
  });
  const report = await load(fixture, requests);
  return percentile(report.labels["sign"]?.times ?? [], 0.5);
}

async function load(fixture: Fixture, requests: readonly PlannedRequest[]): Promise<LoadReport> {
  const report = await fixture.clients.ask({
    port: fixture.server.port,
    connections: 1,
    warmUp: requests.slice(0, WARM_UP),
    requests: requests.slice(WARM_UP),
    longestMs: LONGEST_MS,
  });
  if (report.firstFailure !== undefined) throw new Error(report.firstFailure);
  return report;
}
