/** What was typed after the program's name, sorted. */
export interface CliArguments {
  /** Words that are no option, in order: the command and its files. */
  readonly words: readonly string[];
  readonly json: boolean;
  readonly strict: boolean;
  readonly check: boolean;
  /** The number of the board the command is about. */
  readonly board: number | undefined;
  /** `<id>/<version>` of the specification pack the command is about. */
  readonly pack: string | undefined;
  /** The folder of the anchors that were sent out. */
  readonly anchors: string | undefined;
  /** The folder the command writes to. */
  readonly into: string | undefined;
  /** How large the municipality is to be. */
  readonly size: string | undefined;
  /** What an invention is drawn from. */
  readonly seed: string | undefined;
  /** A PDF to write. */
  readonly pdf: string | undefined;
  /** The first and the last day of a period. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** What an extract is to be for. */
  readonly purpose: string | undefined;
  /** The kind of file to make. */
  readonly kind: string | undefined;
  readonly help: boolean;
  /** Options nobody knows. */
  readonly unknown: readonly string[];
}

const KNOWN = ["--json", "--strict", "--check", "--help", "-h"];

/** Options that take the word after them, and what that word looks like. */
const WITH_WORD: Readonly<Record<string, RegExp>> = {
  "--board": /^[1-9]\d{0,8}$/,
  "--pack": /^[A-Za-z0-9-]+\/[A-Za-z0-9.-]+$/,
  "--anchors": /^[^-]/,
  "--into": /^[^-]/,
  "--size": /^[a-z]+$/,
  "--pdf": /^[^-]/,
  "--from": /^\d{4}-\d{2}-\d{2}$/,
  "--to": /^\d{4}-\d{2}-\d{2}$/,
  "--seed": /^[A-Za-z0-9]{1,40}$/,
  "--purpose": /^[^-]/,
  "--kind": /^[a-z]+$/,
};

/**
 * Sorts the words and options of a command line; after `--` everything is a word. `--board` takes the word
 * after it, a positive number, `--pack` one with a slash, `--into` and `--anchors` a folder, `--size` and `--seed` a plain word,
 * `--kind` too, `--pdf` a file, `--from` and `--to` a day, `--purpose` a text; another word makes the option unknown.
 */
export function parseArguments(argv: readonly string[]): CliArguments {
  const end = argv.indexOf("--");
  const given = end === -1 ? argv : argv.slice(0, end);
  const { taken, rest: before } = takeOptions(given);
  const board = taken["--board"];
  const after = end === -1 ? [] : argv.slice(end + 1);
  const options = before.filter((each) => each.startsWith("-") && each !== "-");
  return {
    words: [...before.filter((each) => !options.includes(each)), ...after],
    json: options.includes("--json"),
    strict: options.includes("--strict"),
    check: options.includes("--check"),
    board: board === undefined ? undefined : Number(board),
    pack: taken["--pack"],
    anchors: taken["--anchors"],
    into: taken["--into"],
    size: taken["--size"],
    seed: taken["--seed"],
    pdf: taken["--pdf"],
    from: taken["--from"],
    to: taken["--to"],
    purpose: taken["--purpose"],
    kind: taken["--kind"],
    help: options.includes("--help") || options.includes("-h"),
    unknown: options.filter((each) => !KNOWN.includes(each)),
  };
}

/** Takes out the options that have a word of their own after them, each once. */
function takeOptions(given: readonly string[]): {
  readonly taken: Readonly<Record<string, string>>;
  readonly rest: readonly string[];
} {
  const taken: Record<string, string> = {};
  let rest = given;
  for (const [option, shape] of Object.entries(WITH_WORD)) {
    const at = rest.indexOf(option);
    const word = at === -1 ? undefined : rest[at + 1];
    if (word === undefined || !shape.test(word)) continue;
    taken[option] = word;
    rest = rest.toSpliced(at, 2);
  }
  return { taken, rest };
}
