import { answeredOf, shareOf } from "../../domain/followup/shares.ts";
import type { Text } from "../../spec/types.ts";
import type { Column } from "../columns.ts";
import type { AxisEntry } from "./axis.ts";
import type { CountedTable } from "./count-table.ts";
import type { Axis, Period, ResolvedQuery } from "./resolve.ts";

export type Texts = Readonly<Record<string, Text>>;
type Values = Readonly<Record<string, Text | string | number>>;

/** Puts values into a text, in both languages. Throws for a text that does not exist. */
export function fill(texts: Texts, id: string, values: Values = {}): Text {
  const text = texts[id];
  if (text === undefined) throw new Error(`no follow-up text ${id}`);
  return { sv: fillOne(text.sv, values, "sv"), en: fillOne(text.en, values, "en") };
}

function fillOne(text: string, values: Values, lang: keyof Text): string {
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

/** What a place is counted by, as its heading says it. */
export function axisLabel(axis: Axis, texts: Texts): Text {
  if (axis.kind === "variable") return axis.column.label;
  return fill(texts, axis.kind === "series" ? `axis.${axis.step}` : `axis.${axis.kind}`);
}

/** The population in words: what is counted, when, and where the filters hold. */
export function populationOf(
  resolved: ResolvedQuery,
  texts: Texts,
  labelOf: (column: Column, code: string) => Text,
  units: readonly string[] = [],
): Text {
  const noun = nounOf(resolved, texts);
  let population = fill(texts, `population.${resolved.kind}`, {
    noun,
    period: periodOf(resolved, texts),
  });
  if (resolved.query.units !== undefined) {
    population = fill(texts, "population.units", { population, units: units.join(", ") });
  }
  for (const filter of resolved.filters) {
    const codes = joined(
      filter.in.map((code) => labelOf(filter.column, code)),
      fill(texts, "or"),
    );
    population = fill(texts, "population.filter", {
      population,
      variable: filter.column.label,
      codes,
    });
  }
  return population;
}

function periodOf({ axes, query: { from, to } }: ResolvedQuery, texts: Texts): Text {
  const between = (period: Period) => fill(texts, "period.between", { ...period });
  const compared = axes.find((axis) => axis.kind === "periods");
  if (compared !== undefined) {
    return joined([between(compared.first), between(compared.second)], fill(texts, "or"));
  }
  if (from !== undefined && to !== undefined) return between({ from, to });
  if (from !== undefined) return fill(texts, "period.from", { from });
  return to === undefined ? fill(texts, "period.all") : fill(texts, "period.to", { to });
}

/** The question in words. */
export function questionOf({ axes }: ResolvedQuery, population: Text, texts: Texts): Text {
  const named = axes.map((axis) =>
    axis.kind === "variable"
      ? fill(texts, "quoted", { label: axis.column.label })
      : fill(texts, "question.by", { label: axisLabel(axis, texts) }),
  );
  const last = named.at(-1);
  const before = joined(named.slice(0, -1), { sv: ", ", en: ", " });
  const all =
    named.length < 2 || last === undefined
      ? (last ?? before)
      : joined([before, last], fill(texts, "and"));
  return fill(texts, "question", { population, axes: all });
}

/**
 * The result in one plain sentence. Of a series how many there were in its first, last and largest period; of
 * a comparison the share in each; otherwise how many have the commonest answer (for yes and no, how many have
 * yes). Shares are of the answers, and for how many there is none is said apart.
 */
export function sentenceOf(
  resolved: ResolvedQuery,
  table: CountedTable,
  texts: Texts,
  small: number,
): Text {
  const noun = nounOf(resolved, texts);
  const { n, missing } = table;
  if (n === 0) return fill(texts, "sentence.none", { noun });
  const top = topCell(resolved, table);
  if (top === undefined || top.count === 0) {
    return fill(texts, "sentence.unanswered", { n, noun });
  }
  const across = resolved.axes[1]?.kind;
  const main =
    across === "series"
      ? seriesSentence(table, noun, texts)
      : across === "periods" || across === "units"
        ? comparedSentence(resolved, table, { texts, small })
        : commonest(resolved, table, top, { texts, small });
  const several = resolved.axes.some(
    (axis) => axis.kind === "variable" && axis.column.place === "choice",
  );
  return joined(
    [
      main,
      ...(missing === 0 ? [] : [fill(texts, "sentence.missing", { missing })]),
      ...(several ? [fill(texts, "sentence.several")] : []),
    ],
    { sv: "", en: "" },
  );
}

interface Saying {
  readonly texts: Texts;
  readonly small: number;
}

function commonest(
  resolved: ResolvedQuery,
  table: CountedTable,
  top: TopCell,
  { texts, small }: Saying,
): Text {
  const answered = answeredOf(table) ?? table.n;
  const noun = nounOf(resolved, texts);
  const share = shareOf(top.count, answered, small);
  const [rows, columns] = resolved.axes.map((axis) => axisLabel(axis, texts));
  const values = {
    count: top.count,
    code: top.row.label,
    other: top.column.label,
    n: answered,
    noun: answered === table.n ? noun : fill(texts, "noun.answered", { noun }),
    percent:
      share === null ? "" : fill(texts, "percent", { percent: Math.round(100 * share.share) }),
    rows: rows ?? "",
    columns: columns ?? "",
  };
  return fill(texts, columns === undefined ? "sentence.one" : "sentence.two", values);
}

function seriesSentence(table: CountedTable, noun: Text, texts: Texts): Text {
  const periods = table.columns.map((column, at) => ({
    period: column.label,
    count: table.columnTotals[at] ?? 0,
  }));
  const [first] = periods;
  const last = periods.at(-1);
  const most = periods.toSorted((a, b) => b.count - a.count)[0];
  if (first === undefined || last === undefined || most === undefined) {
    return fill(texts, "sentence.none", { noun });
  }
  return fill(texts, "sentence.series", {
    n: table.n,
    noun,
    first: first.period,
    firstCount: first.count,
    last: last.period,
    lastCount: last.count,
    most: most.period,
    mostCount: most.count,
  });
}

/** The commonest answer, its share in each of what is compared, and how sure that is. */
function comparedSentence(
  resolved: ResolvedQuery,
  table: CountedTable,
  { texts, small }: Saying,
): Text {
  const ranked = table.rows
    .map((row, at) => ({ row, at, total: table.rowTotals[at] ?? 0 }))
    .filter(({ row }) => !row.missing)
    .toSorted((a, b) => b.total - a.total);
  const [best] = ranked;
  const [axis] = resolved.axes;
  const yes = axis?.kind === "variable" && axis.column.type === "yesno";
  const chosen = yes ? (ranked.find(({ row }) => row.number === 1) ?? best) : best;
  if (chosen === undefined || axis === undefined) return { sv: "", en: "" };
  const parts = table.columns.map((column, at) => {
    const without = table.rows.reduce(
      (sum, row, down) => sum + (row.missing ? (table.cells[down]?.[at] ?? 0) : 0),
      0,
    );
    const of = (table.columnTotals[at] ?? 0) - without;
    const count = table.cells[chosen.at]?.[at] ?? 0;
    const share = shareOf(count, of, small);
    const percent = (value: number) => Math.round(100 * value);
    return share === null
      ? fill(texts, "sentence.compared.few", { label: column.label, count, of })
      : fill(texts, "sentence.compared.share", {
          label: column.label,
          percent: percent(share.share),
          low: percent(share.low),
          high: percent(share.high),
          count,
          of,
        });
  });
  return fill(texts, "sentence.compared", {
    code: chosen.row.label,
    rows: axisLabel(axis, texts),
    parts: joined(parts, { sv: "; ", en: "; " }),
  });
}

interface TopCell {
  readonly count: number;
  readonly row: AxisEntry;
  readonly column: AxisEntry;
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
  const [rows, columns] = resolved.axes;
  const yes =
    rows?.kind === "variable" && rows.column.type === "yesno" && columns === undefined
      ? answered.find(({ row }) => row.number === 1)
      : undefined;
  const ranked = answered.toSorted((a, b) => b.count - a.count);
  return yes === undefined || yes.count === 0 ? ranked[0] : yes;
}

/** Texts one after another with a word between. */
export function joined(parts: readonly Text[], between: Text): Text {
  return {
    sv: parts.map((part) => part.sv).join(between.sv),
    en: parts.map((part) => part.en).join(between.en),
  };
}
