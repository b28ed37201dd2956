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
  /** The first and the last day of a period; `to` is the file of a backup too. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** What an extract is to be for. */
  readonly purpose: string | undefined;
  /** The kind of file to make. */
  readonly kind: string | undefined;
  /** Who a backup is encrypted to, as often as it was given, and a file with more of them. */
  readonly recipient: readonly string[];
  readonly recipients: string | undefined;
  /** The file with the key that opens a backup, and one to make. */
  readonly identity: string | undefined;
  readonly newIdentity: string | undefined;
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
  "--seed": /^[A-Za-z0-9]{1,40}$/,
  "--purpose": /^[^-]/,
  "--kind": /^[a-z]+$/,
  // A day, or a file with a full stop or a folder in its name.
  "--to": /^(?:\d{4}-\d{2}-\d{2}$|[^-].*[./])/,
  "--recipients": /^[^-]/,
  "--identity": /^[^-]/,
  "--new-identity": /^[^-]/,
};
/** The one that may be given several times. */
const RECIPIENT = "--recipient";

/**
 * Sorts the words and options of a command line; after `--` everything is a word. `--board` takes the word
 * after it, a positive number, `--pack` one with a slash, `--into` and `--anchors` a folder, `--size` and `--seed` a plain word,
 * `--kind` too, `--pdf`, `--recipients`, `--identity` and `--new-identity` a file, `--from` a day, `--to` a day or a
 * file, `--purpose` a text, `--recipient` one or several; another word makes the option unknown.
 */
export function parseArguments(argv: readonly string[]): CliArguments {
  const end = argv.indexOf("--");
  const given = end === -1 ? argv : argv.slice(0, end);
  const { values: recipient, rest: others } = takeAll(given, RECIPIENT);
  const { taken, rest: before } = takeOptions(others);
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
    purpose: taken["--purpose"],
    kind: taken["--kind"],
    to: taken["--to"],
    recipient,
    recipients: taken["--recipients"],
    identity: taken["--identity"],
    newIdentity: taken["--new-identity"],
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

/** Takes out an option each time it is given, with the word after it. */
function takeAll(
  given: readonly string[],
  option: string,
): { readonly values: readonly string[]; readonly rest: readonly string[] } {
  const at = given.indexOf(option);
  const word = at === -1 ? undefined : given[at + 1];
  if (word === undefined || word.startsWith("-")) return { values: [], rest: given };
  const { values, rest } = takeAll(given.toSpliced(at, 2), option);
  return { values: [word, ...values], rest };
}
