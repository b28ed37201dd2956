/** A short number standing for a text in a cache key, from which the text cannot be read back. */
export function keyOfText(text: string): number {
  let hash = 7;
  for (const letter of text) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return hash;
}
