// Type-checks every part of the program with the compiler options of its surroundings (Node, browser, both).
import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

const projects = [
  { config: "tsconfig.json", sources: "src/**/*.ts" },
  { config: "web/tsconfig.json", sources: "web/**/*.{ts,tsx}" },
  { config: "e2e/tsconfig.json", sources: "e2e/**/*.ts" },
];

let failed = false;
for (const { config, sources } of projects) {
  // The compiler refuses a project without files; a part that has none yet has nothing to check.
  if (globSync(sources, { cwd: root }).length === 0) continue;
  const result = spawnSync("tsc", ["-p", config, "--noEmit"], { cwd: root, stdio: "inherit" });
  if (result.error) throw result.error;
  if (result.status !== 0) failed = true;
}
process.exitCode = failed ? 1 : 0;
