/** Å, ä and ö as Unicode takes them apart; in Swedish they are letters, not accents. */
const SWEDISH_LETTERS: readonly (readonly [RegExp, string])[] = [
  [/a\u030a/g, "å"],
  [/a\u0308/g, "ä"],
  [/o\u0308/g, "ö"],
];

/** Letters that have no accent to take away; the Danish and Norwegian ones sort as ours. */
const OTHER_LETTERS: Readonly<Record<string, string>> = {
  æ: "ä",
  ø: "ö",
  œ: "oe",
  ß: "ss",
  ð: "d",
  đ: "d",
  þ: "th",
  ł: "l",
  ħ: "h",
  ŋ: "n",
  ı: "i",
};

/** Soft hyphens, joiners and marks of direction: pasted along from elsewhere, shown by nothing. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/gu;

/**
 * A name as it is searched by: lower case, å ä ö kept as letters of their own, other accents and
 * what can't be seen taken away, apostrophes dropped, hyphens and runs of blanks as one blank.
 */
export function foldName(text: string): string {
  const apart = text.normalize("NFKD").toLowerCase().normalize("NFKD");
  return SWEDISH_LETTERS.reduce((name, [from, to]) => name.replace(from, to), apart)
    .replace(UNSEEN, "")
    .replace(/\p{M}/gu, "")
    .replace(/[æøœßðđþłħŋı]/g, (letter) => OTHER_LETTERS[letter] ?? letter)
    .replace(/['’‘ʼ`´]/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
