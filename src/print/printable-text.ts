import { heading, label, textBlock } from "./blocks.ts";
import type { PrintModel } from "./model.ts";
import { mapTexts } from "./model-texts.ts";
import { say } from "./print-texts.ts";

/** Stands where a character has no glyph in any font of print. */
const replacement = "□";
/** Unbroken letters longer than this get places where the line may break. */
const longestRun = 40;
const listedCodes = 24;

/** Not text, though some fonts have an entry for them; refused in a file for the archive. */
const controls = /[^\P{Cc}\n]|\p{Noncharacter_Code_Point}/gu;
/** Characters without a meaning that others know; refused in a file for the archive too. */
const privateUse = /\p{Co}/u;
/** Blanks that hold words together; all other blanks are alike on paper. */
const keptSpaces = new Set(["\u00A0", "\u202F"]);
/** Leave no mark and change only the look of their neighbours; dropped where they cannot be kept. */
const invisible = /^\p{Default_Ignorable_Code_Point}$/u;
/**
 * Marks that turn the direction of the letters round them. Text from right to left finds its direction
 * without them; with them a sentence can be made to read as another.
 */
const directionMarks = /[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/**
 * A model that the fonts can draw whole: composed characters, no hidden marks of direction, and □ for a
 * character that no font has. What was replaced is listed at the end by code point; nothing people
 * have written can keep a document from being printed.
 */
export function printable(model: PrintModel, coverage: readonly ReadonlySet<number>[]): PrintModel {
  const lost = new Set<number>();
  const segmenter = new Intl.Segmenter("sv", { granularity: "grapheme" });
  const prepared = mapTexts(model, (text) => printableText(text, coverage, segmenter, lost));
  if (lost.size === 0) return prepared;
  const codes = [...lost].sort((a, b) => a - b).map(codeName);
  return { ...prepared, body: [...prepared.body, ...lostCharacters(codes)] };
}

function printableText(
  text: string,
  coverage: readonly ReadonlySet<number>[],
  segmenter: Intl.Segmenter,
  lost: Set<number>,
): string {
  const clean = text
    .toWellFormed()
    .normalize("NFC")
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, "\n")
    .replace(/[\t\p{Zs}]/gu, (space) => (keptSpaces.has(space) ? space : " "))
    .replace(controls, "")
    .replace(directionMarks, "");
  const drawn = Array.from(segmenter.segment(clean), ({ segment }) =>
    drawable(segment, coverage, lost),
  );
  return breakable(keepTogether(drawn.join("")), segmenter);
}

/** A letter with its accents must come from one font whole; else the parts that can be drawn. */
function drawable(
  cluster: string,
  coverage: readonly ReadonlySet<number>[],
  lost: Set<number>,
): string {
  if (cluster === "\n") return cluster;
  const characters = Array.from(cluster);
  const has = (font: ReadonlySet<number>, character: string) =>
    !privateUse.test(character) && font.has(character.codePointAt(0) ?? 0);
  if (coverage.some((font) => characters.every((character) => has(font, character))))
    return cluster;
  const apart = Array.from(cluster.normalize("NFD"));
  if (coverage.some((font) => apart.every((part) => has(font, part)))) return apart.join("");
  const visible = characters.filter((character) => !invisible.test(character));
  if (visible.length === 0) return "";
  if (coverage.some((font) => visible.every((character) => has(font, character))))
    return visible.join("");
  for (const character of visible) lost.add(character.codePointAt(0) ?? 0);
  return replacement;
}

/** Sections of law, times and days are not torn apart at the end of a line. */
function keepTogether(text: string): string {
  return text
    .replace(/(\d) kap\. (?=\d)/g, "$1\u00A0kap.\u00A0")
    .replace(/(\d) ([a-z]) (?=§)/g, "$1\u00A0$2\u00A0")
    .replace(/(\d) (?=§)/g, "$1\u00A0")
    .replace(/kl\. (?=\d)/g, "kl.\u00A0");
}

/** Links and rows of signs have no place to break; long words are left to hyphenation. */
function breakable(text: string, segmenter: Intl.Segmenter): string {
  return text.replace(/\S{41,}/gu, (run) =>
    Array.from(segmenter.segment(run), ({ segment }, at) =>
      at > 0 && at % longestRun === 0 ? `\u200B${segment}` : segment,
    ).join(""),
  );
}

function codeName(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}

function lostCharacters(codes: readonly string[]) {
  const listed = codes.slice(0, listedCodes).join(", ");
  const rest = codes.length - listedCodes;
  const words = rest > 0 ? say("print.glyphs.more", { codes: listed, count: rest }) : listed;
  return [
    heading(2, say("print.glyphs.heading")),
    textBlock(label(""), say("print.glyphs.text", { codes: words })),
  ];
}
