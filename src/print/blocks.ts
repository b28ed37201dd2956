import type { BlockLabel, FactRow, FactsBlock, HeadingBlock, TextBlock, Voice } from "./model.ts";
import { paragraphsOf, say } from "./print-texts.ts";

/** The narrow column beside a text; empty lines are left out. */
export function label(strong: string, ...lines: readonly (string | undefined)[]): BlockLabel {
  return {
    strong,
    lines: lines.filter((line): line is string => line !== undefined && line !== ""),
  };
}

export function heading(level: 2 | 3, text: string): HeadingBlock {
  return { type: "heading", level, text };
}

export function textBlock(
  beside: BlockLabel,
  text: string,
  pointer?: string,
  voice: Voice = "plain",
): TextBlock {
  return {
    type: "text",
    label: beside,
    paragraphs: paragraphsOf(text),
    voice,
    ...(pointer === undefined ? {} : { pointer }),
  };
}

/** Somebody's own words, in quotation marks unless the writer has put them there. */
export function quoteBlock(beside: BlockLabel, text: string, pointer?: string): TextBlock {
  return textBlock(beside, quoted(text), pointer, "own-words");
}

export function quoted(text: string): string {
  const trimmed = text.trim();
  return /^["”“»«']/u.test(trimmed) ? trimmed : say("print.quote", { text: trimmed });
}

export function factRow(beside: BlockLabel, text: string, pointer?: string): FactRow {
  return {
    label: beside,
    paragraphs: paragraphsOf(text),
    ...(pointer === undefined ? {} : { pointer }),
  };
}

export function factsBlock(rows: readonly FactRow[]): readonly FactsBlock[] {
  return rows.length === 0 ? [] : [{ type: "facts", rows }];
}
