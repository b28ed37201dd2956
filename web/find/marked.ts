/** A piece of a sentence, and whether it is one of the words that were sought. */
export interface Piece {
  readonly text: string;
  readonly found: boolean;
}

/** A sentence in pieces: what was sought apart from what stands around it. Nothing is left out. */
export function marked(sentence: string, words: readonly string[]): readonly Piece[] {
  const sought = words.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`));
  if (sought.length === 0) return [{ text: sentence, found: false }];
  // Parts between brackets stand at every other place of a text that is split.
  return sentence
    .split(new RegExp(`(${sought.join("|")})`, "iu"))
    .map((text, at) => ({ text, found: at % 2 === 1 }))
    .filter(({ text }) => text !== "");
}
