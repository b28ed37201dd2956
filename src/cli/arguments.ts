/** What was typed after the program's name, sorted. */
export interface CliArguments {
  /** Words that are no option, in order: the command and its files. */
  readonly words: readonly string[];
  readonly json: boolean;
  readonly strict: boolean;
  readonly check: boolean;
  /** The number of the board the command is about. */
  readonly board: number | undefined;
  readonly help: boolean;
  /** Options nobody knows. */
  readonly unknown: readonly string[];
}

const KNOWN = ["--json", "--strict", "--check", "--help", "-h"];
const BOARD = "--board";

/**
 * Sorts the words and options of a command line; after `--` everything is a word. `--board` takes the word
 * after it, a positive number; anything else makes the option unknown.
 */
export function parseArguments(argv: readonly string[]): CliArguments {
  const end = argv.indexOf("--");
  const given = end === -1 ? argv : argv.slice(0, end);
  const at = given.indexOf(BOARD);
  const number = at === -1 ? undefined : given[at + 1];
  const board = /^[1-9]\d{0,8}$/.test(number ?? "") ? Number(number) : undefined;
  const before = board === undefined ? given : given.toSpliced(at, 2);
  const after = end === -1 ? [] : argv.slice(end + 1);
  const options = before.filter((each) => each.startsWith("-") && each !== "-");
  return {
    words: [...before.filter((each) => !options.includes(each)), ...after],
    json: options.includes("--json"),
    strict: options.includes("--strict"),
    check: options.includes("--check"),
    board,
    help: options.includes("--help") || options.includes("-h"),
    unknown: options.filter((each) => !KNOWN.includes(each)),
  };
}
