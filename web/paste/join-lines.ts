/** Narrower than this nobody knows whether a line ends where the page did or where the writer wished it. */
const NARROWEST = 50;
/** Wider than this no page breaks its lines. */
const WIDEST = 140;
/** Letters are of different width: a full line may have so much fewer than the longest. */
const FULL = 0.85;
/** Breaks of a page come in numbers. */
const FEWEST = 2;
const listed = /^\s*(?:>|(?:[-–•*]|\(?\d{1,3}[.)]|\(?[a-zåäö]\))\s)/iu;
const columns = /\t|\S {2,}\S/u;
const dividedWord = /\p{L}-$/u;
const small = /^\p{Ll}/u;
/** After a hyphen that stands for the rest of a word: "barn- och ungdom". */
const pairs = /^(?:och|eller|samt|respektive|and|or)\b/u;

/**
 * Text from a page with lines of a fixed width, as a PDF gives it: the lines of a paragraph in one again, words that
 * were divided whole. Blank lines, lists, tables and lines that were ended on purpose stay; so does text where few
 * lines end where a page would end them.
 */
export function joinLines(text: string): string {
  const lines = text.split("\n");
  const width = Math.max(...lines.map((line) => line.length));
  if (width < NARROWEST || width > WIDEST) return text;
  const isBroken = lines.map((line, at) => endsByWidth(line, lines[at + 1] ?? "", width));
  if (isBroken.filter(Boolean).length < FEWEST) return text;
  return lines.reduce((joined, line, at) => {
    if (at === 0) return line;
    return isBroken[at - 1] === true ? joinTwo(joined, line) : `${joined}\n${line}`;
  }, "");
}

/** Whether the next word would not have had room: then the page ended the line, and not the writer. */
function endsByWidth(line: string, next: string, width: number): boolean {
  if (line === "" || next === "" || listed.test(next)) return false;
  if (columns.test(line.trim()) || columns.test(next.trim())) return false;
  const [word = ""] = next.trimStart().split(/\s/u);
  return line.length + 1 + word.length > width * FULL;
}

function joinTwo(before: string, after: string): string {
  const next = after.trimStart();
  const isDivided = dividedWord.test(before) && small.test(next) && !pairs.test(next);
  return isDivided ? `${before.slice(0, -1)}${next}` : `${before} ${next}`;
}
