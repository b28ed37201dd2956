import { expect, test } from "vitest";

import { runFaults } from "./faults/run-faults.ts";

/** A new one each time, so that what is promised is tried anew; told, so that it can be tried again. */
const seed = Number(process.env["FAULTS_SEED"] ?? Math.trunc(Math.random() * 2 ** 31));

test(
  "server, database and browser are killed and the network is cut: nothing is lost, doubled or mixed up",
  { timeout: 600_000 },
  async () => {
    const log: string[] = [`seed ${seed}`];
    const plan = {
      seed,
      servers: 5,
      databases: 5,
      browsers: 5,
      cuts: 5,
      disks: 0,
      clocks: 0,
      simulated: 8,
      real: 1,
    };
    const report = await runFaults(plan, (line) => log.push(line));
    process.stdout.write(`faults: ${JSON.stringify(report)}\n`);
    expect(report, log.join("\n")).toMatchObject({
      acknowledgedLost: 0,
      typedLost: 0,
      wrongText: 0,
      signedTwice: 0,
      selfConflicts: 0,
      chainsHold: true,
    });
    expect(report.words).toBeGreaterThan(100);
    expect(report.signed).toBeGreaterThan(0);
  },
);
