/** Characters nobody sees and nobody meant: soft hyphens, marks of width zero, controls but tab and new line. */
const junk = /[\u00AD\u200B\u2060\uFEFF]|[^\P{Cc}\t\n]/gu;
/** Spaces that only hold words together on somebody else's page. */
const otherSpaces = /[\u00A0\u2007\u202F\u2000-\u2006\u2008-\u200A\u3000]/gu;
const lineBreaks = /\r\n?|[\v\f\u0085\u2028\u2029]/gu;

/**
 * Text from elsewhere as it is kept: the same words in the same lines, without what only its page needed. Signs
 * that belong to words stay: emoji with their joiners, marks of direction, letters of any script.
 */
export function cleanText(text: string): string {
  return text
    .replaceAll(lineBreaks, "\n")
    .replaceAll(otherSpaces, " ")
    .replaceAll(junk, "")
    .normalize("NFC")
    .replaceAll(/[ \t]+$/gmu, "")
    .replaceAll(/\n{3,}/gu, "\n\n");
}
