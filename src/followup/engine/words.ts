import type { Text } from "../../spec/types.ts";
import type { Column } from "../columns.ts";
import type { AxisEntry } from "./axis.ts";
import type { ResolvedQuery } from "./resolve.ts";

export type Texts = Readonly<Record<string, Text>>;

/** Puts values into a text, in both languages. Throws for a text that does not exist. */
export function fill(
  texts: Texts,
  id: string,
  values: Readonly<Record<string, Text | string | number>> = {},
): Text {
  const text = texts[id];
  if (text === undefined) throw new Error(`no follow-up text ${id}`);
  return { sv: fillOne(text.sv, values, "sv"), en: fillOne(text.en, values, "en") };
}

function fillOne(
  text: string,
  values: Readonly<Record<string, Text | string | number>>,
  lang: keyof Text,
): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === "object" ? value[lang] : String(value);
  });
}

/** What is counted, in words: "investigations", "guardians in investigations". */
export function nounOf(resolved: ResolvedQuery, texts: Texts): Text {
  const noun = fill(texts, `noun.${resolved.kind}`);
  return resolved.counts === "guardian" ? fill(texts, "noun.guardian", { noun }) : noun;
}

/** The population in words: what is counted, when, and where the filters hold. */
export function populationOf(
  resolved: ResolvedQuery,
  texts: Texts,
  labelOf: (column: Column, code: string) => Text,
): Text {
  const period = periodOf(resolved.query.from, resolved.query.to, texts);
  const noun = nounOf(resolved, texts);
  let population = fill(texts, `population.${resolved.kind}`, { noun, period });
  for (const filter of resolved.filters) {
    const labels = filter.in.map((code) => labelOf(filter.column, code));
    const or = fill(texts, "or");
    const codes = {
      sv: labels.map((label) => label.sv).join(or.sv),
      en: labels.map((label) => label.en).join(or.en),
    };
    population = fill(texts, "population.filter", {
      population,
      variable: filter.column.label,
      codes,
    });
  }
  return population;
}

function periodOf(from: string | undefined, to: string | undefined, texts: Texts): Text {
  if (from !== undefined && to !== undefined) return fill(texts, "period.between", { from, to });
  if (from !== undefined) return fill(texts, "period.from", { from });
  return to === undefined ? fill(texts, "period.all") : fill(texts, "period.to", { to });
}

/** The question in words. */
export function questionOf(resolved: ResolvedQuery, population: Text, texts: Texts): Text {
  const { rows, columns } = resolved;
  if (columns === undefined) {
    return fill(texts, "question.one", { population, rows: rows.label });
  }
  return fill(texts, "question.two", { population, rows: rows.label, columns: columns.label });
}

/** A counted table, before it is put into words. */
export interface CountedTable {
  readonly rows: readonly AxisEntry[];
  readonly columns: readonly AxisEntry[];
  readonly cells: readonly (readonly number[])[];
  readonly n: number;
  readonly missing: number;
}

/**
 * The result in one plain sentence: how many have the commonest answer (for yes and no, how many have
 * yes), out of how many, and for how many there is no answer.
 */
export function sentenceOf(resolved: ResolvedQuery, table: CountedTable, texts: Texts): Text {
  const noun = nounOf(resolved, texts);
  const { n, missing } = table;
  if (n === 0) return fill(texts, "sentence.none", { noun });
  const top = topCell(resolved, table);
  if (top === undefined || top.count === 0) {
    return fill(texts, "sentence.unanswered", { n, noun });
  }
  const percent = Math.round((100 * top.count) / n);
  const values = { ...top, n, noun, percent, rows: resolved.rows.label };
  const { columns } = resolved;
  const main =
    columns === undefined
      ? fill(texts, "sentence.one", values)
      : fill(texts, "sentence.two", { ...values, columns: columns.label });
  const several = [resolved.rows, columns].some((column) => column?.place === "choice");
  return join(
    main,
    ...(missing === 0 ? [] : [fill(texts, "sentence.missing", { missing })]),
    ...(several ? [fill(texts, "sentence.several")] : []),
  );
}

interface TopCell {
  readonly count: number;
  readonly code: Text;
  readonly other: Text;
}

function topCell(resolved: ResolvedQuery, table: CountedTable): TopCell | undefined {
  const cells = table.rows.flatMap((row, at) =>
    table.columns.map((column, across) => ({
      row,
      column,
      count: table.cells[at]?.[across] ?? 0,
    })),
  );
  const answered = cells.filter(({ row, column }) => !row.missing && !column.missing);
  const yes = resolved.rows.type === "yesno" && resolved.columns === undefined;
  const ranked = answered.toSorted((a, b) => b.count - a.count);
  const top = yes ? answered.find(({ row }) => row.number === 1) : ranked[0];
  const best = top === undefined || top.count === 0 ? ranked[0] : top;
  return best && { count: best.count, code: best.row.label, other: best.column.label };
}

function join(...parts: readonly Text[]): Text {
  return {
    sv: parts.map((part) => part.sv).join(""),
    en: parts.map((part) => part.en).join(""),
  };
}
