/** The most characters of a phrase and of its name. */
export const LONGEST_PHRASE = 4000;
export const LONGEST_PHRASE_NAME = 80;
/** The most phrases one has, and a unit has. */
export const MOST_PHRASES = 300;

/**
 * How a phrase says what has to be filled in: `[day]`. In a text it stands between signs that nobody writes
 * otherwise, so that the numbers of sources (`[3]`) and brackets in a letter are never taken for it.
 */
const IN_PHRASE = /\[(?!\d+\])([^[\]\n]{1,60})\]/gu;
const [OPENS, CLOSES] = ["‹", "›"];
const IN_TEXT = /‹[^‹›\n]{1,60}›/u;

/** A phrase as it is put into a text: what has to be filled in stands out. */
export function phraseInText(words: string): string {
  return words.replaceAll(IN_PHRASE, (_whole, name: string) => `${OPENS}${name.trim()}${CLOSES}`);
}

/** A place in a text. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * The first place in a text, from `from` on, that has to be filled in; else the first from its beginning, undefined
 * where there is none.
 */
export function nextToFill(text: string, from = 0): Stretch | undefined {
  return placeToFill(text, from) ?? (from > 0 ? placeToFill(text, 0) : undefined);
}

function placeToFill(text: string, from: number): Stretch | undefined {
  const found = IN_TEXT.exec(text.slice(from));
  if (found === null) return undefined;
  const at = from + found.index;
  return { from: at, to: at + found[0].length };
}

/** Whether something in a text has to be filled in still. */
export function isToBeFilled(text: string): boolean {
  return text.includes("‹") && IN_TEXT.test(text);
}

/** An identity number, or what looks like one: six or eight digits of a day, and four more. */
const NUMBER = /(?<!\d)(?:\d{2})?\d{6}\s?[-+–]?\s?(?:\d{4}|T\d{3})(?!\d)/u;

/** Whether words look as if they held somebody's identity number: a phrase is about nobody. */
export function holdsNumber(words: string): boolean {
  return NUMBER.test(words);
}
