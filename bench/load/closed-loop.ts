import { Agent, request } from "node:http";

import type { LabelReport, LoadPlan, LoadReport, PlannedRequest } from "./load-plan.ts";

interface Answer {
  readonly status: number;
  readonly bytes: number;
  /** The beginning of the body of an answer that is no success. */
  readonly text: string;
}

const SHOWN = 600;

/** Sends the requests of a plan over its connections, which stay open, and reports what came. */
export async function runPlan(plan: LoadPlan): Promise<LoadReport> {
  const agent = new Agent({
    keepAlive: true,
    maxSockets: plan.connections,
    maxFreeSockets: plan.connections,
  });
  try {
    const warm = makeRound(plan, agent, plan.warmUp);
    await warm.run();
    const counted = makeRound(plan, agent, plan.requests);
    const before = performance.now();
    await counted.run();
    const report = counted.report((performance.now() - before) / 1000);
    const { firstFailure = warm.report(0).firstFailure } = report;
    return { ...report, firstFailure };
  } finally {
    agent.destroy();
  }
}

function makeRound(plan: LoadPlan, agent: Agent, requests: readonly PlannedRequest[]) {
  const labels = new Map<string, { times: number[]; largest: number }>();
  const deadline = performance.now() + plan.longestMs;
  let next = 0;
  let answered = 0;
  let failed = 0;
  let firstFailure: string | undefined;

  async function connection(): Promise<void> {
    while (performance.now() < deadline) {
      const planned = requests[next];
      next += 1;
      if (planned === undefined) return;
      const before = performance.now();
      const answer = await send(plan.port, agent, planned);
      note(planned, answer, performance.now() - before);
    }
  }

  function note(planned: PlannedRequest, answer: Answer, ms: number): void {
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
    run: async () => {
      await Promise.all(Array.from({ length: plan.connections }, connection));
    },
    report,
  };
}

function send(port: number, agent: Agent, planned: PlannedRequest): Promise<Answer> {
  const { method, path, cookie, body } = planned;
  const headers: Record<string, string> = {
    cookie,
    "accept-encoding": "gzip",
    "sec-fetch-site": "same-origin",
  };
  if (body !== undefined) {
    headers["content-type"] = "application/json";
    headers["content-length"] = String(Buffer.byteLength(body));
  }
  return new Promise((resolve) => {
    const failed = (error: Error) => resolve({ status: 0, bytes: 0, text: error.message });
    const sent = request({ host: "127.0.0.1", port, agent, method, path, headers }, (response) => {
      let bytes = 0;
      const start: Buffer[] = [];
      response.on("data", (part: Buffer) => {
        if (response.statusCode !== 200) start.push(part);
        bytes += part.length;
      });
      response.on("error", failed);
      response.on("end", () => {
        const text = Buffer.concat(start).toString("utf8").slice(0, SHOWN);
        resolve({ status: response.statusCode ?? 0, bytes, text });
      });
    });
    sent.on("error", failed);
    sent.end(body);
  });
}
