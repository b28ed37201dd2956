import { readFileSync } from "node:fs";
import { charactersOf } from "./character-map.ts";

/**
 * The fonts of print, in the order in which they are tried for a character. Only these files are used;
 * the template names the same families.
 */
const fontFiles: readonly { readonly file: string; readonly family: string }[] = [
  { file: "SourceSerif4-Regular.ttf", family: "Source Serif 4" },
  { file: "SourceSerif4-Italic.ttf", family: "Source Serif 4" },
  { file: "SourceSerif4-SemiBold.ttf", family: "Source Serif 4" },
  { file: "SourceSerif4-SemiBoldItalic.ttf", family: "Source Serif 4" },
  { file: "SourceSerif4-Bold.ttf", family: "Source Serif 4" },
  { file: "SourceSans3-Regular.ttf", family: "Source Sans 3" },
  { file: "SourceSans3-Italic.ttf", family: "Source Sans 3" },
  { file: "SourceSans3-SemiBold.ttf", family: "Source Sans 3" },
  { file: "SourceSans3-SemiBoldItalic.ttf", family: "Source Sans 3" },
  { file: "SourceSans3-Bold.ttf", family: "Source Sans 3" },
  { file: "NotoNaskhArabic-Regular.ttf", family: "Noto Naskh Arabic" },
  { file: "NotoSansHebrew-Regular.ttf", family: "Noto Sans Hebrew" },
  { file: "NotoEmoji-Regular.ttf", family: "Noto Emoji" },
];

const folder = new URL("../../fonts/", import.meta.url);

/** The bytes of every font of print. Throws where a file is missing: there is no print without it. */
export function readFonts(): readonly Buffer[] {
  return fontFiles.map(({ file }) => readFileSync(new URL(file, folder)));
}

/**
 * The characters each family can draw in every one of its styles, in the order they are tried; read from
 * the fonts themselves.
 */
export function readCoverage(): readonly ReadonlySet<number>[] {
  const families = new Map<string, ReadonlySet<number>>();
  for (const { file, family } of fontFiles) {
    const characters = charactersOf(readFileSync(new URL(file, folder)));
    const before = families.get(family);
    families.set(family, before === undefined ? characters : before.intersection(characters));
  }
  return [...families.values()];
}
