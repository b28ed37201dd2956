import type { CliArguments } from "./arguments.ts";

/** Where a command writes: results to `out` (with --json only the objects), everything else to `err`. */
export interface CliOutput {
  out(line: string): void;
  err(line: string): void;
}

/** Everything went as it should; something differs or is wrong; the input could not be used. */
export const EXIT = { agreed: 0, differs: 1, unusable: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Runs a command; `args.words` are those after the command's own. */
export type RunCommand = (args: CliArguments, output: CliOutput) => Promise<ExitCode>;

/** One command of the program: how it is called, what it does, and where its code is. */
export interface CliCommand {
  readonly words: readonly string[];
  readonly usage: string;
  readonly what: string;
  /** Loads the code first when it is asked for, so that help answers at once. */
  load(): Promise<RunCommand>;
}
