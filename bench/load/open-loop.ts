import { setTimeout as wait } from "node:timers/promises";

import { seededRandom } from "../../src/kernel/random.ts";
import { openConnection, type BareAnswer, type BareConnection } from "./bare-connection.ts";
import type { SavePlan, SaveReport } from "./save-plan.ts";
import { makeWriters, type Writers } from "./writers.ts";

const TICK_MS = 1;

/** What is to be sent, and when it should be. */
interface Arrival {
  readonly at: number;
  readonly kind: "save" | "look";
}

let writers: Writers | undefined;

/** Sends the arrivals of a plan by the clock and reports when they were answered. */
export async function runSaves(plan: SavePlan): Promise<SaveReport> {
  writers ??= makeWriters(plan);
  const connections = await Promise.all(
    Array.from({ length: plan.connections }, () => openConnection(plan.port)),
  );
  try {
    return await makeRound(plan, writers, connections).run();
  } finally {
    for (const connection of connections) connection.close();
  }
}

/** Arrivals by chance, as those of people who know nothing of each other: the gaps are exponential. */
function arrivalsOf(plan: SavePlan): Arrival[] {
  const random = seededRandom(`arrivals ${plan.savesASecond} ${plan.looksASecond}`);
  const of = (kind: Arrival["kind"], rate: number): Arrival[] => {
    const found: Arrival[] = [];
    const gap = () => (-Math.log(1 - random.float()) * 1000) / rate;
    for (let at = gap(); at < plan.seconds * 1000; at += gap()) found.push({ at, kind });
    return found;
  };
  const looks = plan.looksASecond === 0 ? [] : of("look", plan.looksASecond);
  return [...of("save", plan.savesASecond), ...looks].toSorted((a, b) => a.at - b.at);
}

function makeRound(plan: SavePlan, of: Writers, connections: readonly BareConnection[]) {
  const arrivals = arrivalsOf(plan);
  const free = [...connections];
  const times: Record<Arrival["kind"], number[]> = { save: [], look: [] };
  const began = performance.now();
  let next = 0;
  let underWay = 0;
  let failed = 0;
  let firstFailure: string | undefined;

  function sendDue(): void {
    const now = performance.now() - began;
    for (;;) {
      const arrival = arrivals[next];
      if (arrival === undefined || arrival.at > now) return;
      const connection = free.pop();
      if (connection === undefined) return;
      next += 1;
      underWay += 1;
      void carryOut(arrival, connection);
    }
  }

  async function carryOut({ at, kind }: Arrival, connection: BareConnection): Promise<void> {
    const request = kind === "save" ? of.nextSave(plan.inCompany) : of.nextLook();
    const answer = await connection.send(request.head, request.body);
    times[kind].push(performance.now() - began - at);
    note(answer, request.acknowledged);
    free.push(connection);
    underWay -= 1;
    // Whoever waits for a connection is next.
    sendDue();
  }

  function note(answer: BareAnswer, acknowledged: () => void): void {
    if (answer.status === 200) return acknowledged();
    failed += 1;
    firstFailure ??= `${answer.status} ${answer.text}`;
  }

  return {
    run: async (): Promise<SaveReport> => {
      const before = process.cpuUsage();
      const deadline = began + plan.seconds * 1000 + plan.patienceMs;
      while ((next < arrivals.length || underWay > 0) && performance.now() < deadline) {
        sendDue();
        await wait(TICK_MS);
      }
      const { user, system } = process.cpuUsage(before);
      return {
        saveTimes: times.save,
        lookTimes: times.look,
        failed: failed + underWay + arrivals.length - next,
        firstFailure,
        held: of.held(),
        seconds: (performance.now() - began) / 1000,
        processorMs: (user + system) / 1000,
      };
    },
  };
}
