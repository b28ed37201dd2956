import { spawn } from "node:child_process";
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

/**
 * Runs steps that may be under way at the same time, and counts them. A check is one; a step of tests is as many as it
 * has. What a step says is shown as it comes when it is alone, and else when it has ended, under its name.
 */
export function runTogether(steps: readonly Step[], folder: string): Promise<readonly Outcome[]> {
  return Promise.all(steps.map((step) => runStep(step, folder, steps.length === 1)));
}

async function runStep(step: Step, folder: string, alone: boolean): Promise<Outcome> {
  const started = performance.now();
  const title = `\n== ${step.name}\n`;
  if (alone) process.stdout.write(title);
  const { counts, said } = await ("command" in step
    ? runCommand(step.command, alone)
    : runTests(step, folder, alone));
  if (!alone) process.stdout.write(`${title}${said}`);
  return { name: step.name, ...counts, seconds: (performance.now() - started) / 1000 };
}

interface Ran {
  readonly counts: Omit<Outcome, "name" | "seconds">;
  readonly said: string;
}

async function runCommand(command: readonly [string, ...string[]], shown: boolean): Promise<Ran> {
  const { succeeded, said } = await run(command, {}, shown);
  const counts = succeeded
    ? { passed: 1, failed: 0, failures: [] }
    : { passed: 0, failed: 1, failures: lastLines(said) };
  return { counts, said };
}

async function runTests(
  step: Exclude<Step, { command: unknown }>,
  folder: string,
  shown: boolean,
): Promise<Ran> {
  const { project, filters, except } = step;
  const report = join(folder, `${project}-${filters.length}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const args = ["run", "--project", project, ...reporters, ...filters];
  const { succeeded, said } = await run(["vitest", ...args], exceptIn(except), shown);
  const text = existsSync(report) ? readFileSync(report, "utf8") : undefined;
  return { counts: { ...countTests(text, succeeded), failures: failedTests(text) }, said };
}

/** How `vitest.config.ts` is told of a file to leave out: its own option for that does not reach projects. */
function exceptIn(file: string | undefined): Readonly<Record<string, string>> {
  return file === undefined ? {} : { MITTPUNKT_TESTED_ELSEWHERE: file };
}

/**
 * A verdict must be the same for the same code, or one change is refused for what another did. New cases are
 * looked for by `npm run hunt`, and by every run of a test by hand.
 */
const STEADY = {
  MITTPUNKT_SEED: "20261122",
  // A hundred processes of Node are started in a run: what one has compiled the next need not compile.
  NODE_COMPILE_CACHE: join(root, "node_modules/.cache/mittpunkt"),
};

/** Runs a program to its end. A program that cannot be started has not succeeded, and says why. */
async function run(
  [file, ...args]: readonly [string, ...string[]],
  more: Readonly<Record<string, string>>,
  shown: boolean,
): Promise<{ readonly succeeded: boolean; readonly said: string }> {
  const env = { ...STEADY, ...process.env, ...more };
  const child = spawn(file, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  const pieces: string[] = [];
  const hear = (piece: string): void => {
    pieces.push(piece);
    if (shown) process.stdout.write(piece);
  };
  child.stdout.setEncoding("utf8").on("data", hear);
  child.stderr.setEncoding("utf8").on("data", hear);
  child.once("error", (error) => hear(`${file} could not be started: ${error.message}\n`));
  const { promise, resolve } = Promise.withResolvers<number | null>();
  child.once("close", resolve);
  return { succeeded: (await promise) === 0, said: pieces.join("") };
}
