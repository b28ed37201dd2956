// Signing a decision basis over HTTP, beside the bare transaction that writes the same bytes.
import { connectionsOf } from "../src/store/postgres/resolve-database.ts";
import { percentile, rounded, type BenchResult } from "./bench-result.ts";
import { openFixture, type Fixture } from "./fixture.ts";
import { FLOOR_SCHEMA, type FloorPlan, type FloorReport } from "./floor/floor-plan.ts";
import { signedRows } from "./floor/signed-rows.ts";
import type { PlannedRequest } from "./load/load-plan.ts";
import { parseFloorReport } from "./messages.ts";
import { startWorker, type WorkerProcess } from "./worker-process.ts";
import { prepareToSign, type ToSign } from "./world/akter-to-sign.ts";
import { CODED_VALUES, WORDS } from "./world/basis-content.ts";

const CONNECTIONS = 16;
const WARM_UP = 400;
const ROUNDS = 3;
const A_ROUND = Number(process.env["BENCH_SIGNS"] ?? 800);
const FLOOR_WARM_UP = 400;
const FLOOR_A_ROUND = 3000;
const LONGEST_MS = 60_000;
const BODIES = 200;

const P99_LIMIT_MS = 45;
const RATIO_LIMIT = 0.3;

interface Measured {
  readonly rate: number;
  readonly times: readonly number[];
}

/** Signs in rounds, and between them writes the same bytes bare, so that what else the machine does hits both. */
export async function run(): Promise<BenchResult[]> {
  const fixture = await openFixture();
  const akter = await prepareToSign(fixture.world, WARM_UP + ROUNDS * A_ROUND);
  await fixture.admin("vacuum analyze");
  await fixture.admin(
    `${FLOOR_SCHEMA} grant usage on schema floor to mp_app; grant insert on all tables in schema floor to mp_app`,
  );
  const requests = akter.map((akt, at) => signRequest(fixture, akt, at));
  await sign(fixture, requests.slice(0, WARM_UP));
  const bodies = await signedBodies(fixture);
  const rows = await signedRows(fixture.admin, BODIES);
  const floor = startWorker<FloorPlan, FloorReport>("./floor/main.ts", parseFloorReport);
  try {
    const signed: Measured[] = [];
    const bare: Measured[] = [];
    const bareRows: Measured[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const from = WARM_UP + round * A_ROUND;
      bare.push(await writeBare(fixture, floor, { bodies, count: FLOOR_A_ROUND }));
      bareRows.push(await writeBare(fixture, floor, { bodies, rows, count: A_ROUND }));
      signed.push(await sign(fixture, requests.slice(from, from + A_ROUND)));
    }
    return [...resultsOf(signed, bare, bodies), ...rowsResults(signed, bare, bareRows)];
  } finally {
    await floor.stop();
  }
}

function signRequest(fixture: Fixture, one: ToSign, at: number): PlannedRequest {
  const { cookies } = one.member;
  return {
    label: "sign",
    method: "POST",
    path: "/api/v1/basis/sign-basis",
    cookie: cookies[at % cookies.length] ?? "",
    body: JSON.stringify({
      commandId: fixture.world.store.ids.next(),
      akt: one.akt,
      matter: one.matter,
      ids: { document: one.document },
      draft: one.draft,
    }),
  };
}

async function sign(fixture: Fixture, requests: readonly PlannedRequest[]): Promise<Measured> {
  const report = await fixture.clients.ask({
    port: fixture.server.port,
    connections: CONNECTIONS,
    warmUp: [],
    requests,
    longestMs: LONGEST_MS,
  });
  if (report.firstFailure !== undefined) throw new Error(report.firstFailure);
  if (report.cutShort) throw new Error(`Signing took longer than ${LONGEST_MS} ms`);
  const times = report.labels["sign"]?.times ?? [];
  return { rate: report.answered / report.seconds, times };
}

/** What was written of the documents: the bodies of their events, as they stand in the log. */
async function signedBodies(fixture: Fixture): Promise<readonly string[]> {
  const rows = await fixture.admin<{ body: string }>(
    `select body from event where type = 'basis.signed' limit ${BODIES}`,
  );
  return rows.map((row) => row.body);
}

async function writeBare(
  fixture: Fixture,
  floor: WorkerProcess<FloorPlan, FloorReport>,
  plan: Pick<FloorPlan, "bodies" | "rows" | "count">,
): Promise<Measured> {
  const { seconds, times } = await floor.ask({
    connection: connectionsOf(fixture.database).app,
    connections: CONNECTIONS,
    warmUp: FLOOR_WARM_UP,
    ...plan,
  });
  return { rate: times.length / seconds, times };
}

/** How much of the distance is the rows themselves: all that a signing leaves, inserted and nothing else. */
function rowsResults(
  signed: readonly Measured[],
  bare: readonly Measured[],
  rows: readonly Measured[],
): BenchResult[] {
  const ratio = (of: readonly Measured[], to: readonly Measured[]) =>
    rounded(
      percentile(
        of.map(({ rate }, at) => rate / (to[at]?.rate ?? Number.NaN)),
        0.5,
      ),
    );
  return [
    {
      name: "rows of a signing, inserted bare, of bare",
      value: ratio(rows, bare),
      unit: "ratio",
      ratioOf: "bare transaction, rate",
      detail: "every row a signing leaves; no HTTP, nothing read, checked, derived or hashed",
    },
    {
      name: "sign over HTTP, of its rows bare",
      value: ratio(signed, rows),
      unit: "ratio",
      ratioOf: "rows of a signing, inserted bare",
    },
  ];
}

function resultsOf(
  signed: readonly Measured[],
  bare: readonly Measured[],
  bodies: readonly string[],
): BenchResult[] {
  const ratios = signed.map(({ rate }, at) => rate / (bare[at]?.rate ?? Number.NaN));
  const times = signed.flatMap((each) => each.times);
  const bytes = bodies.reduce((sum, body) => sum + Buffer.byteLength(body), 0) / bodies.length;
  const document = `${CODED_VALUES} coded values, ${WORDS} words, ${Math.round(bytes)} bytes`;
  const rates = (measured: readonly Measured[]) => measured.map(({ rate }) => rate);
  return [
    {
      name: "bare transaction, rate",
      value: rounded(percentile(rates(bare), 0.5)),
      unit: "1/s",
      detail: `median of ${ROUNDS} rounds of ${FLOOR_A_ROUND}, ${CONNECTIONS} connections, no HTTP`,
    },
    {
      name: "sign over HTTP, rate",
      value: rounded(percentile(rates(signed), 0.5)),
      unit: "1/s",
      detail: `median of ${ROUNDS} rounds of ${A_ROUND}, ${CONNECTIONS} connections; ${document}`,
    },
    {
      name: "sign over HTTP, of bare",
      value: rounded(percentile(ratios, 0.5)),
      unit: "ratio",
      limit: RATIO_LIMIT,
      bound: "at-least",
      ratioOf: "bare transaction, rate",
      detail: `rounds: ${ratios.map(rounded).join(", ")}`,
    },
    { name: "sign over HTTP, p50", value: rounded(percentile(times, 0.5)), unit: "ms" },
    {
      name: "sign over HTTP, p99",
      value: rounded(percentile(times, 0.99)),
      unit: "ms",
      limit: P99_LIMIT_MS,
      detail: `${times.length} signings, as a client sees them`,
    },
  ];
}
