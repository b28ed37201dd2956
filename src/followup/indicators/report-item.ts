import type { z } from "zod";
import type { reportItem } from "../../contract/followup/report.ts";
import type { Text } from "../../spec/types.ts";
import type { TableAnswer } from "../engine/make-table.ts";
import { fill, type Texts } from "../engine/words.ts";
import { toldNames } from "./compare-told.ts";
import { concealBars, concealSteps, type Told } from "./conceal.ts";
import { indicatorSentence, percentOf } from "./indicator-words.ts";
import type { IndicatorAnswer } from "./measure-indicator.ts";
import type { Limits } from "./read-indicators.ts";
import type { Indicator } from "./types.ts";

export type ReportItem = z.infer<typeof reportItem>;

/** What every item of a report is put into words with. */
export interface ReportWords {
  readonly limits: Limits;
  readonly words: Texts;
}

/** The numbers of an indicator as they may leave the office. */
export interface Concealed {
  readonly yes: Told;
  readonly n: Told;
  readonly missing: Told;
  readonly bars: readonly Told[];
}

/**
 * Small numbers of an indicator are not told, nor those in `withheld` (by {@link toldNames}), nor what they follow from
 * within it.
 */
export function concealedOf(
  answer: IndicatorAnswer,
  { steps = [] }: Indicator,
  { limits }: ReportWords,
  withheld: ReadonlySet<string>,
): Concealed {
  const { bars, kind } = answer;
  const told = (name: string, n: Told): Told => (withheld.has(name) ? null : n);
  const barsTold = (counts: readonly Told[]) =>
    bars.map(({ id }, at) => told(toldNames.bar(id), counts[at] ?? null));
  if (kind === "steps") {
    const counted = bars.map(({ n }, at) => ({ row: steps[at]?.row ?? "", n }));
    const each = barsTold(concealSteps(counted, limits.minimumCell));
    return { yes: each.at(-1) ?? null, n: each[0] ?? null, missing: 0, bars: each };
  }
  const own = concealBars(bars, limits.minimumCell);
  const n = told(toldNames.n, own.n);
  return {
    n,
    // A share of nobody knows how many is told as little as the whole.
    yes: n === null ? null : told(toldNames.yes, own.yes),
    missing: told(toldNames.missing, own.missing),
    bars: barsTold(own.bars),
  };
}

/** An indicator as it may leave the office: its table and its sentence without small numbers. */
export function itemOfIndicator(
  answer: IndicatorAnswer,
  indicator: Indicator,
  concealed: Concealed,
  shared: ReportWords,
): ReportItem {
  const { title, counted, kind, law } = answer;
  const { n } = concealed;
  const rows = answer.bars.map(({ id, label, role }, at) => {
    const told = concealed.bars[at] ?? null;
    const share = kind === "bars" && (role === "yes" || role === "no") && n !== null;
    const percent = share && told !== null ? percentOf(told, n, shared.limits.percentFrom) : null;
    return { id, label, role, n: told, percent };
  });
  return {
    id: answer.id,
    kind,
    title,
    sentence: sentenceOf(answer, indicator, concealed, shared),
    counted,
    n,
    missing: concealed.missing,
    rows: rows.filter((row) => row.n !== 0 || row.role === "yes"),
    several: false,
    definition: answer.how.definition,
    law,
  };
}

function sentenceOf(
  answer: IndicatorAnswer,
  indicator: Indicator,
  concealed: Concealed,
  { limits, words }: ReportWords,
): Text {
  const min = limits.minimumCell;
  const { counted } = answer;
  const hidden = answer.kind === "steps" ? concealed.bars.includes(null) : concealed.yes === null;
  const main = hidden ? hiddenWords(answer, concealed, min, words) : undefined;
  const missing = concealed.missing === null ? [fill(words, "missing.under", { min })] : [];
  const measured = answer.measured === null ? {} : { median: answer.measured.median };
  const told = indicatorSentence(
    { ...indicator, percentFrom: limits.percentFrom },
    {
      yes: concealed.yes ?? 0,
      n: concealed.n ?? 0,
      missing: concealed.missing ?? 0,
      apart: answer.bars.flatMap((bar, at) => {
        const n = bar.role === "apart" ? concealed.bars[at] : null;
        return n === null || n === undefined ? [] : [{ label: bar.label, n }];
      }),
      steps: Object.fromEntries(answer.bars.map(({ id }, at) => [id, concealed.bars[at] ?? 0])),
      ...measured,
    },
    words,
  );
  if (main === undefined) return joined([told, ...missing]);
  if (answer.kind === "steps" || concealed.missing === null || concealed.missing === 0) {
    return joined([main, ...missing]);
  }
  return joined([main, fill(words, "missing", { missing: concealed.missing, counted })]);
}

function hiddenWords(
  { kind, title, counted, n }: IndicatorAnswer,
  concealed: Concealed,
  min: number,
  words: Texts,
): Text | undefined {
  // That there is nothing at all tells of nobody.
  if (kind === "bars" && n === 0) return undefined;
  if (kind === "steps") return fill(words, "concealed.steps", { title, min });
  if (concealed.n === null) return fill(words, "concealed.all", { title, min, counted });
  return fill(words, "concealed", { title, min, counted, n: concealed.n });
}

function joined(parts: readonly Text[]): Text {
  return {
    sv: parts.map(({ sv }) => sv).join(" "),
    en: parts.map(({ en }) => en).join(" "),
  };
}

/** What an item made of a table is about. */
export interface TableAbout {
  readonly id: string;
  readonly title: Text;
  readonly counted: Text;
  readonly set: boolean;
  readonly definition: Text;
}

/** A distribution as it may leave the office: a table that has been decided on, or why none may. */
export function itemOfTable(
  table: TableAnswer | "few" | "told",
  { id, title, counted, set, definition }: TableAbout,
  { limits, words }: ReportWords,
): ReportItem {
  const about = { id, kind: "table" as const, title, counted, several: set, definition, law: null };
  if (typeof table === "string") {
    const text = table === "few" ? "concealed.all" : "concealed.told";
    const sentence = fill(words, text, { title, min: limits.minimumCell, counted });
    return { ...about, sentence, n: null, missing: null, rows: [] };
  }
  const { missing } = table;
  const answered = missing === null ? 0 : table.n - missing;
  const rows = table.rows.map(({ code, label, missing: lacks }, at) => {
    const n = table.cells[at]?.[0] ?? null;
    const percent = n === null || lacks ? null : percentOf(n, answered, limits.percentFrom);
    const role: "yes" | "missing" = lacks ? "missing" : "yes";
    return { id: code, label, role, n, percent };
  });
  return {
    ...about,
    sentence: table.n === 0 ? fill(words, "none", { counted }) : { sv: "", en: "" },
    n: table.n,
    missing,
    rows: rows.filter(({ n }) => n !== 0),
  };
}

/** An item as it was told before, with the day it is of: so few have come since that the difference would tell of them. */
export function heldItem(item: ReportItem, day: string, words: Texts): ReportItem {
  const held = fill(words, "held", { day });
  return { ...item, sentence: item.sentence.sv === "" ? held : joined([item.sentence, held]) };
}
