// Sends requests made from the shapes of the contract and then damaged, as every account of the demo and as nobody,
// to a whole server with a database of its own: `node scripts/fuzz.ts [--requests N] [--seed N]`. Nothing may answer
// with a fault of ours, show the inside, tell what its reader may not know, or stop. A failure says the seed and the
// number of the request, which repeat it as far as what others changed meanwhile allows.
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

import { routes } from "../src/contract/routes.ts";
import { seededRandom } from "../src/kernel/random.ts";
import { jpeg, pdfOf, png, tiff } from "../src/store/received/testing/files.ts";
import { badRequest, type BadRequest } from "./fuzz/bad-request.ts";
import { faultOf, faultOfLine } from "./fuzz/judge.ts";
import { sendersOf, signIn, type Sender } from "./fuzz/people.ts";
import { brokenWires } from "./fuzz/wires.ts";
import { openFuzzWorld, type FuzzWorld } from "./fuzz/world.ts";

const { values } = parseArgs({
  options: { requests: { type: "string" }, seed: { type: "string" } },
});
const total = Number(values.requests ?? "20000");
const seed = Number(values.seed ?? String(Math.trunc(Math.random() * 2 ** 31)));
const AT_ONCE = 12;
const MOST_FAULTS = 20;
/** What the heap may grow by between the first tenth and the end. */
const MOST_GROWTH = 200 * 1024 * 1024;
/** A request that takes longer hangs. */
const PATIENCE_MS = 180_000;
/** Routes that make papers and files: one in so many, or they would be all that is tried. */
const HEAVY = /print|copy|extract|report|letter|codebook|catalogue|indicator|overview|fill/u;
const SELDOM = 8;

const FILES = [pdfOf(2), png(), jpeg(), tiff()];

interface Tally {
  sent: number;
  readonly statuses: Map<number, number>;
  readonly faults: string[];
}

process.stdout.write(`fuzz: ${total} requests, seed ${seed}\n`);
const world = await openFuzzWorld();
const started = performance.now();
const tally: Tally = { sent: 0, statuses: new Map(), faults: [] };
let before = 0;
try {
  const senders = sendersOf(world.accounts);
  for (const sender of senders) await signIn(world, sender);
  await inParallel(async () => {
    while (tally.sent < total && tally.faults.length < MOST_FAULTS) {
      tally.sent += 1;
      const number = tally.sent;
      await sendOne(world, senders, number);
      if (number === Math.ceil(total / 10)) before = heapInUse();
    }
  });
  tally.faults.push(...(await brokenWires(world, seed)), ...(await aftermath(world, senders)));
} finally {
  await world.close();
}
report();

async function inParallel(work: () => Promise<void>): Promise<void> {
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function sendOne({ known }: FuzzWorld, senders: readonly Sender[], number: number) {
  const random = seededRandom(`${seed}-${number}`);
  let route = random.pick(routes);
  if (HEAVY.test(route.path) && random.integer(1, SELDOM) > 1) route = random.pick(routes);
  const sender = random.pick(senders);
  const request = badRequest(route, { random, known }, FILES);
  const cookie = sender.cookie === undefined ? {} : { cookie: sender.cookie };
  const came = await answerTo({ ...request, headers: { ...cookie, ...request.headers } });
  const fault =
    came === undefined ? "no answer" : faultOf(came, request, world.canaries, sender.hasMatters);
  if (came !== undefined) {
    tally.statuses.set(came.status, (tally.statuses.get(came.status) ?? 0) + 1);
    if (came.status === 200 && number % 20 === 0) learn(came.body);
    const usedOwn = request.headers["cookie"] === undefined;
    if (came.status === 401 && usedOwn && came.body.includes("not-signed-in")) {
      await signIn(world, sender);
    }
  }
  const lines = world.takeLines();
  const line = lines.map(faultOfLine).find((each) => each !== undefined);
  const said = fault ?? line;
  if (said === undefined) return;
  const text = `${number} ${sender.name} ${request.method} ${request.url.slice(0, 300)} ${String(request.payload).slice(0, 600)}`;
  const inside = lines.filter((each) => faultOfLine(each) !== undefined).join("\n    ");
  tally.faults.push(`${said}: ${text}\n    ${inside}\n    ${came?.body.slice(0, 300) ?? ""}`);
}

function learn(body: string): void {
  if (body.startsWith("{") && body.length < 300_000) world.known.learn(JSON.parse(body));
}

async function answerTo(request: BadRequest) {
  const { method, url, headers, payload } = request;
  const patience = Promise.withResolvers<undefined>();
  const timer = setTimeout(patience.resolve, PATIENCE_MS, undefined);
  try {
    const body = payload === undefined ? {} : { payload };
    const injected = world.server.inject({ method, url, headers, ...body });
    const answer = await Promise.race([injected, patience.promise]);
    if (answer === undefined) return undefined;
    const { statusCode, headers: came, rawPayload } = answer;
    const bytes = came["content-encoding"] === "gzip" ? gunzipSync(rawPayload) : rawPayload;
    return { status: statusCode, headers: came, body: bytes.toString("utf8") };
  } finally {
    clearTimeout(timer);
  }
}

/** After all of it the server answers, memory has not grown and every chain holds. */
async function aftermath(of: FuzzWorld, senders: readonly Sender[]): Promise<string[]> {
  const faults: string[] = [];
  let served = false;
  for (const somebody of senders.filter(({ name, isOut }) => name !== "" && !isOut)) {
    await signIn(of, somebody);
    const headers = { host: "localhost:3000", cookie: somebody.cookie ?? "" };
    const me = await of.server.inject({ url: "/api/v1/session/me", headers });
    served ||= me.statusCode === 200;
  }
  if (!served) faults.push("afterwards nobody is served");
  const growth = heapInUse() - before;
  process.stdout.write(`heap grew by ${Math.round(growth / 2 ** 20)} MB\n`);
  if (growth > MOST_GROWTH) faults.push(`the heap grew by ${growth} bytes`);
  const broken = await of.brokenChains();
  if (broken > 0) faults.push(`${broken} chains do not hold`);
  return faults;
}

function heapInUse(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc()");
  return process.memoryUsage().heapUsed;
}

function report(): void {
  const seconds = (performance.now() - started) / 1000;
  const statuses = [...tally.statuses].toSorted(([a], [b]) => a - b);
  process.stdout.write(`${statuses.map(([status, n]) => `${status}: ${n}`).join(", ")}\n`);
  for (const fault of tally.faults) process.stdout.write(`FAULT ${fault}\n`);
  process.stdout.write(
    `fuzz: ${tally.sent} requests in ${seconds.toFixed(1)} s, ${tally.faults.length} faults, seed ${seed}\n`,
  );
  process.exitCode = tally.faults.length === 0 ? 0 : 1;
}
