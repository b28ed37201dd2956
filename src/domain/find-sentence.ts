/** Longest piece of text that is shown as one sentence, in characters. */
const longest = 240;
/** More words than this nobody looks for. */
const mostWords = 8;

/** The words somebody looks for: in lower case, each once. */
export function wordsSought(text: string): readonly string[] {
  const words = text
    .normalize("NFC")
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== "");
  return [...new Set(words)].slice(0, mostWords);
}

/**
 * The sentence of a text that has most of the words, the first of those; undefined unless the text has all of them
 * somewhere. A word is found also within a longer one, as in Swedish compounds and endings.
 */
export function findSentence(text: string, words: readonly string[]): string | undefined {
  const low = text.toLowerCase();
  if (words.length === 0 || !words.every((word) => low.includes(word))) return undefined;
  let best = { sentence: "", count: 0 };
  for (const sentence of sentencesOf(text)) {
    const within = sentence.toLowerCase();
    const count = words.filter((word) => within.includes(word)).length;
    if (count > best.count) best = { sentence, count };
  }
  return around(best.sentence, words);
}

/** Sentences and lines, with what ends them. */
function sentencesOf(text: string): readonly string[] {
  return text.match(/[^.!?\n]+[.!?]*/gu) ?? [];
}

/** A long sentence is cut to what stands around the first word that is found in it. */
function around(sentence: string, words: readonly string[]): string {
  const whole = sentence.trim();
  if (whole.length <= longest) return whole;
  const low = whole.toLowerCase();
  const first = Math.min(...words.map((word) => low.indexOf(word)).filter((at) => at >= 0));
  const from = Math.max(0, Math.min(first - longest / 3, whole.length - longest));
  const start = from === 0 ? 0 : whole.indexOf(" ", from) + 1;
  const end =
    start + longest >= whole.length ? whole.length : whole.lastIndexOf(" ", start + longest);
  const piece = whole.slice(start, end <= start ? start + longest : end);
  return `${start === 0 ? "" : "… "}${piece}${start + piece.length < whole.length ? " …" : ""}`;
}
