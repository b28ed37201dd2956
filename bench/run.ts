// `npm run bench [name ...] [-- --json FILE]`: measures the program against its limits, all of them when none is
// named, prints a table and ends with 1 when a limit is broken.
import { writeFileSync } from "node:fs";

import { holdsLimits, printResults, resultsJson, type BenchResult } from "./bench-result.ts";
import { run as autosave } from "./autosave.ts";
import { run as extract } from "./extract.ts";
import { closeFixture } from "./fixture.ts";
import { run as followup } from "./followup.ts";
import { run as read } from "./read.ts";
import { run as search } from "./search.ts";
import { run as sign } from "./sign.ts";
import { run as start } from "./start.ts";
import { run as memory } from "./memory.ts";
import { run as typing } from "./typing.ts";

/** In the order they run. `memory` looks back on the server that `sign` and `read` have used. */
const benches: ReadonlyMap<string, () => Promise<BenchResult[]>> = new Map([
  ["sign", sign],
  ["read", read],
  ["memory", memory],
  ["autosave", autosave],
  ["followup", followup],
  ["extract", extract],
  ["search", search],
  ["typing", typing],
  ["start", start],
]);

const args = process.argv.slice(2);
const at = args.indexOf("--json");
const file = at === -1 ? undefined : args[at + 1];
const named = args.filter((_, index) => at === -1 || (index !== at && index !== at + 1));
const unknown = named.filter((name) => !benches.has(name));
if (unknown.length > 0 || (at !== -1 && file === undefined)) {
  console.error(`npm run bench -- [${[...benches.keys()].join("|")} ...] [--json FILE]`);
  process.exit(2);
}

const results: BenchResult[] = [];
try {
  for (const [name, run] of benches) {
    if (named.length > 0 && !named.includes(name)) continue;
    console.error(`bench: ${name} ...`);
    results.push(...(await run()));
  }
} finally {
  await closeFixture();
}
printResults(results);
if (file !== undefined) writeFileSync(file, `${resultsJson(results)}\n`);
process.exitCode = holdsLimits(results) ? 0 : 1;
