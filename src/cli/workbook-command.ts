import type { Problem } from "../kernel/problem.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import type { ProblemCatalogue } from "../spec/problem-texts.ts";
import { tellProblem } from "../spec/workbook/tell.ts";
import { installedPacksOf, readSpecFolder, type InstalledPacks } from "../store/spec-files.ts";
import { SPEC_DIRECTORY } from "../store/specification.ts";
import { describe } from "./check-files.ts";
import { EXIT, type CliOutput, type ExitCode } from "./command.ts";
import { readTestSettings } from "./test-settings.ts";

/** What the commands of workbooks need of the specification. */
export interface Installed {
  readonly packs: InstalledPacks;
  readonly overlays: readonly string[];
  readonly catalogue: ProblemCatalogue;
}

/** Reads the installed packs, a tried one among them, and the words of problems. */
export async function readInstalledPacks(env: NodeJS.ProcessEnv): Promise<Result<Installed>> {
  const tests = readTestSettings(env);
  if (!tests.ok) return tests;
  const { overlays } = tests.value;
  const folder = await readSpecFolder(SPEC_DIRECTORY, overlays);
  if (!folder.ok) return fail(folder.problems);
  const { packs, problemTexts } = folder.value;
  return ok({
    packs: installedPacksOf(packs, overlays.length),
    overlays,
    catalogue: problemTexts,
  });
}

/** Tells each problem in Swedish, and below it in English; gives the exit code of input that cannot be used. */
export function tellAll(
  problems: readonly Problem[],
  file: string,
  catalogue: ProblemCatalogue | undefined,
  output: CliOutput,
): ExitCode {
  for (const problem of problems) {
    if (catalogue === undefined) output.err(`${file}: ${describe(problem)}`);
    else {
      output.err(`${file}: ${tellProblem(problem, catalogue, "sv")}`);
      output.err(`  (${tellProblem(problem, catalogue, "en")})`);
    }
  }
  return EXIT.unusable;
}
