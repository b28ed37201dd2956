import type { CliCommand } from "./command.ts";

/** The page that `help` prints. */
export function helpText(commands: readonly CliCommand[]): string {
  const width = Math.max(...commands.map((each) => each.usage.length));
  const lines = commands.map((each) => `  ${each.usage.padEnd(width)}  ${each.what}`);
  return [
    "npm run -s mittpunkt -- COMMAND",
    "",
    ...lines,
    `  ${"help".padEnd(width)}  this page`,
    "",
    "--json    prints one object a file and nothing else; the rest goes to standard error",
    "--strict  counts what was not covered as a difference",
    "--pack    a specification pack, such as mittpunkt/2026-1; without it the latest",
    "--anchors a folder with the anchors that the program wrote (setting MITTPUNKT_ANCHOR_TO)",
    "--board   the number of a board, as verify and rebuild --check tell it",
    "",
    "Exit code 0: everything agrees. 1: something differs. 2: the input or the call could not be used.",
    "The server is started with npm start. Settings: PORT, HOST, MITTPUNKT_DATA, DATABASE_URL.",
  ].join("\n");
}
