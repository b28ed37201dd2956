import { setTimeout as wait } from "node:timers/promises";

import { withClient } from "../../src/store/postgres/connection.ts";
import { Api } from "../support/api.ts";
import { runCli } from "../support/cli.ts";
import { actPath } from "../support/demo.ts";
import { BrowserWriter } from "./browser-writer.ts";
import { type Chance, chanceOf } from "./chance.ts";
import { installPages } from "./node-page.ts";
import { makePlaces } from "./places.ts";
import { openProgram, type Program } from "./program.ts";
import { SimulatedWriter } from "./simulated-writer.ts";
import { openWire, type Wire } from "./wire.ts";

/** How many times each thing goes wrong, among how many writers. */
export interface FaultPlan {
  readonly seed: number;
  readonly servers: number;
  readonly databases: number;
  readonly browsers: number;
  readonly cuts: number;
  /** Times the disk is full. */
  readonly disks: number;
  /** Times the server starts again with the clock off, back or forth. */
  readonly clocks: number;
  readonly simulated: number;
  readonly real: number;
  /** After this many minutes nothing more is broken; what was is counted. */
  readonly minutes?: number;
}

/** What came of it. Every number of the first five must be 0. */
export interface FaultReport {
  readonly seed: number;
  readonly acknowledgedLost: number;
  readonly typedLost: number;
  readonly wrongText: number;
  readonly signedTwice: number;
  /** A writer's own text that stood against itself after an answer was lost. */
  readonly selfConflicts: number;
  readonly chainsHold: boolean;
  /** Longest time until it served again, in seconds. */
  readonly slowestServer: number;
  readonly slowestDatabase: number;
  /** Since there was room again. */
  readonly slowestDisk: number;
  /** Half of the times it took less than this. */
  readonly usualServer: number;
  readonly usualDatabase: number;
  readonly words: number;
  readonly signed: number;
  readonly faults: Readonly<Record<FaultKind, number>>;
  readonly minutes: number;
}

type FaultKind = "server" | "database" | "browser" | "cut" | "disk" | "clock";

interface Scene {
  readonly program: Program;
  readonly wire: Wire;
  readonly chance: Chance;
  readonly simulated: readonly SimulatedWriter[];
  readonly real: readonly BrowserWriter[];
  /** Milliseconds until it served again, each time. */
  readonly times: Readonly<Record<"server" | "database" | "disk", number[]>>;
  readonly broken: Record<FaultKind, number>;
  readonly say: (line: string) => void;
}

/**
 * Kills server, database and browsers and cuts the network, at moments and in an order the seed gives, while
 * writers type and sign; then counts what was promised and is not there.
 */
export async function runFaults(
  plan: FaultPlan,
  say: (line: string) => void,
): Promise<FaultReport> {
  const began = performance.now();
  const uninstall = installPages();
  const program = await openProgram(plan.disks > 0);
  const wire = await openWire(program.port);
  let real: readonly BrowserWriter[] = [];
  try {
    const scene = await setScene(plan, program, wire, say);
    real = scene.real;
    const faults = chanceOf(plan.seed).shuffled(faultsOf(plan));
    let over = false;
    const writing = [...scene.simulated, ...scene.real].map((writer) => writer.run(() => over));
    const failed = Promise.all(writing);
    await Promise.race([breakThings(scene, faults, plan.minutes), failed]);
    over = true;
    await failed;
    return await countUp(plan, scene, (performance.now() - began) / 60_000);
  } finally {
    // Also when something failed: a browser that nobody ends takes the machine from whoever comes next.
    await Promise.all(real.map((writer) => writer.end()));
    uninstall();
    await wire.close();
    await program.close();
  }
}

function faultsOf({
  servers,
  databases,
  browsers,
  cuts,
  disks,
  clocks,
}: FaultPlan): readonly FaultKind[] {
  const times = {
    server: servers,
    database: databases,
    browser: browsers,
    cut: cuts,
    disk: disks,
    clock: clocks,
  };
  return (Object.keys(times) as FaultKind[]).flatMap((kind) =>
    Array.from({ length: times[kind] }, () => kind),
  );
}

async function setScene(
  plan: FaultPlan,
  program: Program,
  wire: Wire,
  say: (line: string) => void,
): Promise<Scene> {
  const chance = chanceOf(plan.seed + 1);
  const account = (name: string) => {
    const found = program.accounts.find(({ username }) => username === name);
    if (found === undefined) throw new Error(`There is no ${name}`);
    return found;
  };
  const direct = `http://localhost:${program.port}`;
  const worker = await Api.signIn(direct, account("jonatan"));
  const manager = await Api.signIn(direct, account("carina"));
  const places = await makePlaces(worker, manager, plan.simulated + plan.real);
  const simulated = places.slice(0, plan.simulated).map((place, n) => {
    const as = { base: wire.url, cookie: worker.cookie };
    return new SimulatedWriter(`s${n}`, as, place, chanceOf(plan.seed + 100 + n));
  });
  const real = places.slice(plan.simulated).map((place, n) => {
    const path = actPath(place, "talk.sign");
    const own = chanceOf(plan.seed + 200 + n);
    return new BrowserWriter(`b${n}`, wire.url, account("jonatan"), path, own, say);
  });
  for (const writer of real) await writer.begin();
  const times = { server: [], database: [], disk: [] };
  const broken = { server: 0, database: 0, browser: 0, cut: 0, disk: 0, clock: 0 };
  return { program, wire, chance, simulated, real, times, broken, say };
}

const LONGEST_PAUSE_MS = 1500;
const LONGEST_CUT_MS = 3000;
const LONGEST_DELAY_MS = 400;
const LONGEST_FULL_MS = 5000;
/** From one end to the other is less than half an hour, so that nobody is signed out for having been away. */
const CLOCK_OFF_MINUTES = 12;

async function breakThings(
  scene: Scene,
  faults: readonly FaultKind[],
  minutes = Number.POSITIVE_INFINITY,
): Promise<void> {
  const { chance, say } = scene;
  const until = performance.now() + minutes * 60_000;
  for (const [n, kind] of faults.entries()) {
    if (performance.now() > until) return;
    await wait(chance.between(100, LONGEST_PAUSE_MS));
    await breakOne(scene, kind);
    scene.broken[kind] += 1;
    say(`${n + 1} of ${faults.length}: ${kind}`);
  }
}

async function breakOne(
  { program, wire, chance, real, times }: Scene,
  kind: FaultKind,
): Promise<void> {
  if (kind === "server") times.server.push(await program.killServer());
  else if (kind === "database") times.database.push(await program.killDatabase());
  else if (kind === "clock") {
    const wanted = chance.between(-CLOCK_OFF_MINUTES, CLOCK_OFF_MINUTES);
    times.server.push(await program.killServer(wanted));
  } else if (kind === "disk") {
    if (program.whileFull === undefined) throw new Error("No disk may be mounted here: --disks 0");
    times.disk.push(await program.whileFull(() => wait(chance.between(100, LONGEST_FULL_MS))));
  } else if (kind === "browser") {
    if (real.length > 0) await chance.pick(real).kill();
  } else {
    // Slow first, so that some is on its way when the wire is cut: answers are lost after the work was done.
    wire.delay(chance.between(0, LONGEST_DELAY_MS));
    await wait(chance.between(100, LONGEST_PAUSE_MS));
    wire.cut();
    await wait(chance.between(0, LONGEST_CUT_MS));
    wire.mend();
    await wait(chance.between(100, LONGEST_PAUSE_MS));
    wire.delay(0);
  }
}

interface Row {
  readonly draft: string;
  readonly value: string;
  readonly others: number;
}

async function countUp(plan: FaultPlan, scene: Scene, minutes: number): Promise<FaultReport> {
  const { program, simulated, real, times } = scene;
  const notes = simulated.flatMap((writer) => writer.signed);
  const { drafts, events } = await withClient(program.database, async (client) => ({
    drafts: await client.query<Row>(
      `select draft, value, cardinality(others) as others from draft_field
       where path in ('text', 'summary')`,
    ),
    events: await client.query<{ command: string; content: string }>(
      "select command_id as command, body as content from event where type = 'note.signed'",
    ),
  }));
  const kept = new Map(drafts.rows.map((row) => [row.draft, row]));
  const rests = simulated.map((writer) => writer.rest()).filter(({ text }) => text !== "");
  const holds = (draft: string, text: string) => kept.get(draft)?.value === JSON.stringify(text);
  const inLog = Map.groupBy(events.rows, ({ command }) => command);
  const values = new Set(drafts.rows.map(({ value }) => value));
  const talks = real.map((writer) => writer.text());
  for (const { draft, text } of rests) {
    const found = kept.get(draft)?.value ?? "";
    if (!holds(draft, text))
      scene.say(`${draft} holds ${found.slice(-80)}, not ${text.slice(-80)}`);
  }
  const verified = await runCli(program.database, ["verify", "--json"]);
  const rebuilt = await runCli(program.database, ["rebuild", "--check", "--json"]);
  return {
    seed: plan.seed,
    acknowledgedLost:
      rests.filter(({ draft, text }) => !holds(draft, text)).length +
      talks.filter((text) => text !== "" && !values.has(JSON.stringify(text))).length +
      notes.filter(({ commandId }) => !inLog.has(commandId)).length,
    typedLost: sum(real.map(({ lost }) => lost)),
    wrongText:
      sum(real.map(({ wrong }) => wrong)) +
      notes.filter(
        ({ commandId, text }) => !inLog.get(commandId)?.[0]?.content.includes(JSON.stringify(text)),
      ).length,
    signedTwice: [...inLog.values()].filter((found) => found.length > 1).length,
    selfConflicts:
      sum(simulated.map(({ selfConflicts }) => selfConflicts)) +
      drafts.rows.filter(({ others }) => others > 0).length,
    chainsHold: verified.code === 0 && rebuilt.code === 0,
    slowestServer: seconds(Math.max(0, ...times.server)),
    slowestDatabase: seconds(Math.max(0, ...times.database)),
    slowestDisk: seconds(Math.max(0, ...times.disk)),
    usualServer: seconds(median(times.server)),
    usualDatabase: seconds(median(times.database)),
    words: sum([...simulated, ...real].map(({ words }) => words)),
    signed: notes.length,
    faults: scene.broken,
    minutes: Math.round(minutes * 10) / 10,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[numbers.length >> 1] ?? 0;
}

function seconds(ms: number): number {
  return Math.round(ms / 10) / 100;
}
