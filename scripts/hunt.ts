// Tries the properties of the pure code on far more random cases than the checks do, a new seed each round:
// `node scripts/hunt.ts [ROUNDS] [CASES]` (5 and 2000 when not said). A failure says the seed that repeats it.
import { spawnSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";

const [rounds = "5", cases = "2000"] = process.argv.slice(2);
const files = globSync(["src/**/*.test.ts", "web/**/*.test.ts", "e2e/model/*.test.ts"]).filter(
  (file) => !file.endsWith(".db.test.ts") && readFileSync(file, "utf8").includes("fast-check"),
);
const limit = ["--testTimeout", "600000"];

let bad = 0;
for (let round = 0; round < Number(rounds); round += 1) {
  const seed = String(Math.trunc(Math.random() * 2 ** 31));
  process.stdout.write(`\n== round ${round + 1} of ${rounds}, seed ${seed}\n`);
  const env = { ...process.env, MITTPUNKT_SEED: seed, MITTPUNKT_RUNS: cases };
  const args = ["run", "--project", "unit", "--reporter=dot", ...limit, ...files];
  if (spawnSync("vitest", args, { env, stdio: "inherit" }).status !== 0) bad += 1;
}
process.stdout.write(`\n${Number(rounds) - bad} rounds passed, ${bad} failed\n`);
process.exitCode = bad === 0 ? 0 : 1;
