// Looks for what is secret of protected persons and shielded reporters in everything that every account reaches:
// `node scripts/leak-hunt.ts [--persons N] [--seed S]` (100 and a new seed when not said). The seed repeats a run.
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    persons: { type: "string", default: "100" },
    seed: { type: "string", default: String(Math.trunc(Math.random() * 2 ** 31)) },
  },
});
const env = {
  ...process.env,
  MITTPUNKT_LEAK_PERSONS: values.persons,
  MITTPUNKT_LEAK_SEED: values.seed,
};
const args = ["run", "--project", "long", "src/api/leak-hunt.db.test.ts"];
process.exitCode = spawnSync("vitest", args, { env, stdio: "inherit" }).status ?? 1;
