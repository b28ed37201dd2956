/** What was typed after the program's name, sorted. */
export interface CliArguments {
  /** Words that are no option, in order: the command and its files. */
  readonly words: readonly string[];
  readonly json: boolean;
  readonly strict: boolean;
  readonly check: boolean;
  readonly help: boolean;
  /** Options nobody knows. */
  readonly unknown: readonly string[];
}

const KNOWN = ["--json", "--strict", "--check", "--help", "-h"];

/** Sorts the words and options of a command line; after `--` everything is a word. */
export function parseArguments(argv: readonly string[]): CliArguments {
  const end = argv.indexOf("--");
  const before = end === -1 ? argv : argv.slice(0, end);
  const after = end === -1 ? [] : argv.slice(end + 1);
  const options = before.filter((each) => each.startsWith("-") && each !== "-");
  return {
    words: [...before.filter((each) => !options.includes(each)), ...after],
    json: options.includes("--json"),
    strict: options.includes("--strict"),
    check: options.includes("--check"),
    help: options.includes("--help") || options.includes("-h"),
    unknown: options.filter((each) => !KNOWN.includes(each)),
  };
}
