import type { Problem } from "../kernel/problem.ts";
import type { ProblemCatalogue } from "../spec/problem-texts.ts";
import { tellProblem } from "../spec/workbook/tell.ts";
import { describe } from "./check-files.ts";
import { EXIT, type CliOutput, type ExitCode } from "./command.ts";
import { openProgram, type OpenProgram } from "./open-program.ts";

/** Opens the installation, does something with it and closes it again. What keeps it from opening is told. */
export async function withProgram(
  output: CliOutput,
  work: (program: OpenProgram) => Promise<ExitCode>,
  { migrates }: { readonly migrates: boolean } = { migrates: false },
): Promise<ExitCode> {
  const log = (line: string) => output.err(line);
  const opened = await openProgram({ env: process.env, log, migrates });
  if (!opened.ok) return told(opened.problems, output);
  try {
    return await work(opened.value);
  } finally {
    await opened.value.close();
  }
}

/** Says why what was asked for cannot be done; in the words of the page where the texts are at hand. */
export function told(
  problems: readonly Problem[],
  output: CliOutput,
  texts?: ProblemCatalogue,
): ExitCode {
  for (const each of problems) {
    output.err(texts === undefined ? describe(each) : tellProblem(each, texts, "en"));
  }
  return EXIT.unusable;
}
