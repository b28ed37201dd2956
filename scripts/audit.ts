// Asks the registry of packages for known faults in those of the lock file: `node scripts/audit.ts`. Ends with 0 when
// none is told of, 1 when one is, and 2 when nobody could be asked: offline, or a registry that keeps no such list.
import { spawnSync } from "node:child_process";
import { readAudit } from "./supply/audit.ts";

// What was found stands in a log of others: it says when.
const day = new Date().toISOString().slice(0, 10);
const run = spawnSync("npm", ["audit", "--json"], { encoding: "utf8", timeout: 60_000 });
const audit = readAudit(run.stdout ?? "");
if (!audit.asked) {
  console.error(`${day}: nobody could be asked about faults of the packages: ${audit.why}`);
  process.exitCode = 2;
} else {
  for (const { name, severity, range } of audit.advisories) {
    console.log(`${severity}: ${name} ${range}`);
  }
  console.log(`${day}: ${audit.advisories.length} packages with known faults`);
  process.exitCode = audit.advisories.length > 0 ? 1 : 0;
}
