import { readFileSync } from "node:fs";
import type { Problem } from "../kernel/problem.ts";
import type { Result } from "../kernel/result.ts";
import type { CliArguments } from "./arguments.ts";
import { EXIT, type CliOutput, type ExitCode } from "./command.ts";

/** What came of comparing one file; printed as it is with --json. */
export interface FileReport {
  readonly file: string;
  readonly checked: number;
  readonly agreed: number;
  readonly differs: readonly {
    readonly path: string;
    readonly expected: unknown;
    readonly actual: unknown;
  }[];
  readonly notCovered: readonly { readonly path: string; readonly reason: string }[];
  /** Worth knowing beside the comparison; nothing of it differs, and nothing is left out. */
  readonly noted?: readonly { readonly path: string; readonly reason: string }[];
}

export type CheckFile = (file: string, text: string) => Promise<Result<FileReport>>;

/** Runs a comparison over files and prints a report each. The worst outcome decides the exit code. */
export async function checkFiles(
  args: CliArguments,
  output: CliOutput,
  check: CheckFile,
): Promise<ExitCode> {
  if (args.words.length === 0) {
    output.err("No file was given.");
    return EXIT.unusable;
  }
  let worst: ExitCode = EXIT.agreed;
  for (const file of args.words) {
    const code = await checkOne(file, args, output, check);
    if (code > worst) worst = code;
  }
  return worst;
}

async function checkOne(
  file: string,
  args: CliArguments,
  output: CliOutput,
  check: CheckFile,
): Promise<ExitCode> {
  const text = readText(file);
  if (!text.ok) {
    output.err(`${file}: ${text.reason}`);
    return EXIT.unusable;
  }
  const report = await check(file, text.value);
  if (!report.ok) {
    for (const problem of report.problems) output.err(`${file}: ${describe(problem)}`);
    return EXIT.unusable;
  }
  if (args.json) output.out(JSON.stringify(report.value));
  else humanLines(report.value).forEach((line) => output.out(line));
  const { differs, notCovered } = report.value;
  return differs.length > 0 || (args.strict && notCovered.length > 0) ? EXIT.differs : EXIT.agreed;
}

function humanLines(report: FileReport): readonly string[] {
  return [
    `${report.file}: ${report.agreed} of ${report.checked} agree, ${report.notCovered.length} not covered`,
    ...report.differs.map(
      ({ path, expected, actual }) =>
        `  differs ${path}: expected ${JSON.stringify(expected)}, is ${JSON.stringify(actual)}`,
    ),
    ...report.notCovered.map(({ path, reason }) => `  not covered ${path}: ${reason}`),
    ...(report.noted ?? []).map(({ path, reason }) => `  noted ${path}: ${reason}`),
  ];
}

/** One line of a problem for a terminal: its words where it has some, else its id and parameters. */
export function describe(problem: Problem): string {
  const params = Object.entries(problem.params ?? {}).filter(([name]) => name !== "file");
  const details = params.map(([name, value]) => `${name}: ${value}`).join(", ");
  const words = problem.text?.en ?? (details === "" ? problem.id : `${problem.id} (${details})`);
  return problem.pointer === undefined ? words : `${words} at ${problem.pointer}`;
}

type Text =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly reason: string };

/** A file as UTF-8 text. */
function readText(file: string): Text {
  try {
    return {
      ok: true,
      value: new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file)),
    };
  } catch (error) {
    if (error instanceof TypeError) return { ok: false, reason: "is not text in UTF-8" };
    return { ok: false, reason: error instanceof Error ? error.message : "can't be read" };
  }
}
