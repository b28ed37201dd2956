import type { Text } from "../../spec/types.ts";
import { fill, type Texts } from "../engine/words.ts";

/** What a sentence is made of. */
export interface SentenceNumbers {
  readonly yes: number;
  readonly n: number;
  readonly missing: number;
  readonly median?: number;
  /** Bars beside the count that hold something. */
  readonly apart: readonly { readonly label: Text; readonly n: number }[];
  /** Counts by id, of steps that are counted by themselves. */
  readonly steps: Readonly<Record<string, number>>;
}

/** What the sentence is about. */
export interface SentenceOf {
  readonly sentence: Text;
  readonly counted: Text;
  /** Shares are told from this number on. */
  readonly percentFrom: number;
}

/** The result in plain words: what was found, what has no answer, and what stands beside. */
export function indicatorSentence(
  { sentence, counted, percentFrom }: SentenceOf,
  numbers: SentenceNumbers,
  words: Texts,
): Text {
  const { yes, n, missing, median, apart, steps } = numbers;
  const main =
    n === 0
      ? fill(words, "none", { counted })
      : fill({ sentence }, "sentence", {
          ...steps,
          yes,
          n,
          no: n - yes,
          percent: percentWords(yes, n, percentFrom, words),
          nopercent: percentWords(n - yes, n, percentFrom, words),
          median: median === undefined ? fill(words, "unknown") : decimal(median),
        });
  const beside = apart.filter((bar) => bar.n > 0);
  return join(
    main,
    ...(missing === 0 ? [] : [fill(words, "missing", { missing })]),
    ...(beside.length === 0 ? [] : [fill(words, "apart", { bars: besideWords(beside) })]),
  );
}

/** A share in whole per cent; null where the numbers are too small for one. */
export function percentOf(count: number, n: number, percentFrom: number): number | null {
  return n < percentFrom ? null : Math.round((100 * count) / n);
}

function percentWords(count: number, n: number, percentFrom: number, words: Texts): Text {
  const percent = percentOf(count, n, percentFrom);
  return percent === null ? { sv: "", en: "" } : fill(words, "percent", { percent });
}

/** A number with at most one decimal, as each language writes it. */
export function decimal(value: number): Text {
  const rounded = Math.round(value * 10) / 10;
  return { sv: String(rounded).replace(".", ","), en: String(rounded) };
}

function besideWords(bars: SentenceNumbers["apart"]): Text {
  const of = (lang: keyof Text) => bars.map(({ label, n }) => `${n} (${label[lang]})`).join(", ");
  return { sv: of("sv"), en: of("en") };
}

function join(...parts: readonly Text[]): Text {
  return {
    sv: parts.map(({ sv }) => sv).join(" "),
    en: parts.map(({ en }) => en).join(" "),
  };
}

/** The period in words, before the population. */
export function periodWords(
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
  words: Texts,
): Text {
  if (from !== undefined && to !== undefined) return fill(words, "period.between", { from, to });
  if (from !== undefined) return fill(words, "period.from", { from });
  return to === undefined ? fill(words, "period.all") : fill(words, "period.to", { to });
}
