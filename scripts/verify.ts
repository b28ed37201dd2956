// Runs every check of the program and says how long each took. `--with-e2e` adds the tests through a browser, and
// those against a database that take long.
// The last line is the sum: tests, and each other check as one.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { runTogether } from "./verify/run-step.ts";
import type { Outcome, Step } from "./verify/run-step.ts";

const BOUNDARIES = "src/boundaries.test.ts";

/** One after the other; those in one list at the same time, because each of them leaves a core without work. */
const steps: readonly (readonly Step[])[] = [
  [{ name: "format", command: ["oxfmt", "--check", "."] }],
  [{ name: "lint", command: ["oxlint", "--deny-warnings"] }],
  [{ name: "types", command: ["node", "scripts/check-types.ts"] }],
  [{ name: "boundaries", project: "unit", filters: [BOUNDARIES] }],
  [{ name: "catalogue", command: ["node", "src/cli/main.ts", "spec", "check"] }],
  [{ name: "page", command: ["node", "tools/build-web.mjs"] }],
  [{ name: "unit", project: "unit", filters: [], except: BOUNDARIES }],
  [{ name: "database", project: "db", filters: [] }],
];
const slow: readonly (readonly Step[])[] = [
  [
    // A new seed each time; it is printed, and repeats the requests.
    { name: "requests", command: ["node", "scripts/fuzz.ts", "--requests", "20000"] },
    { name: "long", project: "long", filters: [] },
  ],
  [{ name: "e2e", project: "e2e", filters: [] }],
];

const folder = mkdtempSync(join(tmpdir(), "mp-verify-"));
const outcomes: Outcome[] = [];
try {
  for (const group of process.argv.includes("--with-e2e") ? [...steps, ...slow] : steps) {
    outcomes.push(...(await runTogether(group, folder)));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

process.stdout.write("\n");
for (const { name, passed, failed, seconds } of outcomes) {
  const counts = `${String(passed).padStart(6)} passed ${String(failed).padStart(4)} failed`;
  process.stdout.write(`${name.padEnd(12)}${counts} ${seconds.toFixed(1).padStart(7)} s\n`);
}
const failures = outcomes.flatMap(({ name, failures: each }) => each.map((f) => `${name}: ${f}`));
if (failures.length > 0) process.stdout.write(`\nFailed:\n${failures.join("\n")}\n`);
const sum = (key: "passed" | "failed") => outcomes.reduce((total, each) => total + each[key], 0);
process.stdout.write(`\n${sum("passed")} passed, ${sum("failed")} failed\n`);
process.exitCode = sum("failed") === 0 ? 0 : 1;
