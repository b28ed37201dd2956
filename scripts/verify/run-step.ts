import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { countTests } from "./count-tests.ts";
import { failedTests, lastLines } from "./failed-tests.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A check by its command, or the tests of one Vitest project. */
export type Step =
  | { readonly name: string; readonly command: readonly [string, ...string[]] }
  | {
      readonly name: string;
      readonly project: string;
      readonly filters: readonly string[];
      /** A file of the project that has been run as a step of its own. */
      readonly except?: string;
    };

export interface Outcome {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  /** What failed, or the last that a failed check said, to be said again where a reader of a long run looks. */
  readonly failures: readonly string[];
  readonly seconds: number;
}

/** Runs one step with its output shown, and counts it. A check is one; a step of tests is as many as it has. */
export function runStep(step: Step, folder: string): Outcome {
  const started = performance.now();
  const counts = "command" in step ? runCommand(step.command) : runTests(step, folder);
  return { name: step.name, ...counts, seconds: (performance.now() - started) / 1000 };
}

/** Bytes a check may say. */
const MOST_OUTPUT = 64 * 1024 * 1024;

type Counts = Omit<Outcome, "name" | "seconds">;

function runCommand([file, ...args]: readonly [string, ...string[]]): Counts {
  const env = { ...STEADY, ...process.env };
  const { status, error, stdout, stderr } = spawnSync(file, args, {
    cwd: root,
    env,
    encoding: "utf8",
    maxBuffer: MOST_OUTPUT,
  });
  process.stdout.write(`${stdout ?? ""}${stderr ?? ""}`);
  if (error) process.stderr.write(`${file} could not be started: ${error.message}\n`);
  if (status === 0) return { passed: 1, failed: 0, failures: [] };
  return { passed: 0, failed: 1, failures: lastLines(`${stderr ?? ""}${stdout ?? ""}`) };
}

function runTests(step: Exclude<Step, { command: unknown }>, folder: string): Counts {
  const { project, filters, except } = step;
  const report = join(folder, `${project}-${filters.length}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const args = ["run", "--project", project, ...reporters, ...filters];
  const succeeded = spawn("vitest", args, exceptIn(except));
  const text = existsSync(report) ? readFileSync(report, "utf8") : undefined;
  return { ...countTests(text, succeeded), failures: failedTests(text) };
}

/** How `vitest.config.ts` is told of a file to leave out: its own option for that does not reach projects. */
function exceptIn(file: string | undefined): Readonly<Record<string, string>> {
  return file === undefined ? {} : { MITTPUNKT_TESTED_ELSEWHERE: file };
}

/**
 * A verdict must be the same for the same code, or one change is refused for what another did. New cases are
 * looked for by `npm run hunt`, and by every run of a test by hand.
 */
const STEADY = { MITTPUNKT_SEED: "20261122" };

function spawn(
  file: string,
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
): boolean {
  const env = { ...STEADY, ...process.env, ...more };
  const result = spawnSync(file, args, { cwd: root, env, stdio: ["ignore", "inherit", "inherit"] });
  if (result.error) process.stderr.write(`${file} could not be started: ${result.error.message}\n`);
  return result.status === 0;
}
