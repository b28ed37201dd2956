import { openConnection, type BareAnswer, type BareConnection } from "./bare-connection.ts";
import type { LabelReport, LoadPlan, LoadReport, PlannedRequest } from "./load-plan.ts";

/** Sends the requests of a plan over its connections, which stay open, and reports what came. */
export async function runPlan(plan: LoadPlan): Promise<LoadReport> {
  const connections = await Promise.all(
    Array.from({ length: plan.connections }, () => openConnection(plan.port)),
  );
  try {
    const warm = makeRound(plan, plan.warmUp);
    await warm.run(connections);
    const counted = makeRound(plan, plan.requests);
    const before = performance.now();
    await counted.run(connections);
    const report = counted.report((performance.now() - before) / 1000);
    const { firstFailure = warm.report(0).firstFailure } = report;
    return { ...report, firstFailure };
  } finally {
    for (const connection of connections) connection.close();
  }
}

function makeRound(plan: LoadPlan, requests: readonly PlannedRequest[]) {
  const labels = new Map<string, { times: number[]; largest: number }>();
  const deadline = performance.now() + plan.longestMs;
  let next = 0;
  let answered = 0;
  let failed = 0;
  let firstFailure: string | undefined;

  async function work(connection: BareConnection): Promise<void> {
    while (performance.now() < deadline) {
      const planned = requests[next];
      next += 1;
      if (planned === undefined) return;
      const before = performance.now();
      const answer = await connection.send(headOf(plan.port, planned), planned.body ?? "");
      note(planned, answer, performance.now() - before);
    }
  }

  function note(planned: PlannedRequest, answer: BareAnswer, ms: number): void {
    if (answer.status !== 200) {
      failed += 1;
      firstFailure ??= `${planned.method} ${planned.path}: ${answer.status} ${answer.text}`;
      return;
    }
    answered += 1;
    const label = labels.get(planned.label) ?? { times: [], largest: 0 };
    label.times.push(ms);
    label.largest = Math.max(label.largest, answer.bytes);
    labels.set(planned.label, label);
  }

  function report(seconds: number): LoadReport {
    const found: Record<string, LabelReport> = Object.fromEntries(labels);
    const cutShort = next < requests.length;
    return { answered, failed, firstFailure, seconds, cutShort, labels: found };
  }

  return {
    run: async (connections: readonly BareConnection[]) => {
      await Promise.all(connections.map(work));
    },
    report,
  };
}

/** The head of a request without its length, which is added when it is sent. */
function headOf(port: number, { method, path, cookie, body }: PlannedRequest): string {
  const type = body === undefined ? "" : "content-type: application/json\r\n";
  return (
    `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncookie: ${cookie}\r\n` +
    `accept-encoding: gzip\r\nsec-fetch-site: same-origin\r\n${type}`
  );
}
