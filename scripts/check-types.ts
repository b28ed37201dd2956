// Type-checks every part of the program with the compiler options of its surroundings (Node, browser, both).
import { spawn } from "node:child_process";
import { once } from "node:events";
import { globSync } from "node:fs";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

const projects = [
  { config: "tsconfig.json", sources: "src/**/*.ts" },
  { config: "web/tsconfig.json", sources: "web/**/*.{ts,tsx}" },
  { config: "e2e/tsconfig.json", sources: "e2e/**/*.ts" },
];

/**
 * Each project by one thread, and all at the same time: a compiler that shares one project between threads checks much
 * of it several times. It ends soon, so it need not tidy its memory as often as it would.
 */
const FLAGS = ["--noEmit", "--singleThreaded"];
const env = { GOGC: "300", ...process.env };

/** True when a project has no faults; what it says is shown when it has ended. */
async function check(config: string): Promise<boolean> {
  const child = spawn("tsc", ["-p", config, ...FLAGS], { cwd: root, env });
  const [said, code] = await Promise.all([text(child.stdout), once(child, "exit")]);
  process.stdout.write(said);
  return code[0] === 0;
}

// The compiler refuses a project without files; a part that has none yet has nothing to check.
const filled = projects.filter(({ sources }) => globSync(sources, { cwd: root }).length > 0);
const sound = await Promise.all(filled.map(({ config }) => check(config)));
process.exitCode = sound.every(Boolean) ? 0 : 1;
