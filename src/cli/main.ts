import { parseArguments } from "./arguments.ts";
import { commands } from "./commands.ts";
import { EXIT, type CliOutput, type ExitCode } from "./command.ts";
import { helpText } from "./help.ts";

const output: CliOutput = {
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
};

/** Finds the command and runs it. An unexpected fault is told in one line and ends with 2. */
async function main(argv: readonly string[]): Promise<ExitCode> {
  const args = parseArguments(argv);
  const asksForHelp = args.help || args.words[0] === "help";
  if (asksForHelp) {
    output.out(helpText(commands));
    return EXIT.agreed;
  }
  const command = commands.find((each) => each.words.every((word, at) => args.words[at] === word));
  if (command === undefined || args.unknown.length > 0) {
    const wrong = args.unknown[0] ?? args.words.join(" ");
    output.err(wrong === "" ? "No command was given." : `Unknown: ${wrong}`);
    output.err(helpText(commands));
    return EXIT.unusable;
  }
  const run = await command.load();
  return run({ ...args, words: args.words.slice(command.words.length) }, output);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  output.err(error instanceof Error ? error.message : "The command failed.");
  process.exitCode = EXIT.unusable;
}
