// What is promised when things break, tried: `npm run faults -- [--seed N] [--servers N] [--databases N]
// [--browsers N] [--cuts N] [--disks N] [--clocks N] [--simulated N] [--real N] [--minutes N]`. Prints the report as
// JSON and ends with 1 when something was lost. The same seed breaks the same things in the same order.
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";

import { runFaults, type FaultReport } from "./run-faults.ts";

const SECONDS_TO_SERVE = 5;
const option = (value: number) => ({ type: "string", default: String(value) }) as const;
const { values } = parseArgs({
  options: {
    seed: option(Math.trunc(Math.random() * 2 ** 31)),
    servers: option(200),
    databases: option(50),
    browsers: option(50),
    cuts: option(100),
    clocks: option(20),
    disks: option(process.getuid?.() === 0 ? 20 : 0),
    simulated: option(20),
    real: option(2),
    minutes: option(600),
  },
});
const plan = {
  seed: Number(values.seed),
  servers: Number(values.servers),
  databases: Number(values.databases),
  browsers: Number(values.browsers),
  cuts: Number(values.cuts),
  disks: Number(values.disks),
  clocks: Number(values.clocks),
  simulated: Number(values.simulated),
  real: Number(values.real),
  minutes: Number(values.minutes),
};

if (spawnSync(process.execPath, ["tools/build-web.mjs"], { stdio: "inherit" }).status !== 0) {
  throw new Error("The page cannot be built");
}
process.stderr.write(`seed ${plan.seed}\n`);
const report = await runFaults(plan, (line) => process.stderr.write(`${line}\n`));
process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
process.exitCode = isKept(report) ? 0 : 1;

function isKept(found: FaultReport): boolean {
  const { acknowledgedLost, typedLost, wrongText, signedTwice, selfConflicts } = found;
  const lost = acknowledgedLost + typedLost + wrongText + signedTwice + selfConflicts;
  const slowest = Math.max(found.slowestServer, found.slowestDatabase, found.slowestDisk);
  return lost === 0 && found.chainsHold && slowest < SECONDS_TO_SERVE;
}
