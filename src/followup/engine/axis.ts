import type { Pack, Text } from "../../spec/types.ts";
import { ownLists, type CodeBook } from "../code-book.ts";
import { codesOfColumn, type Column } from "../columns.ts";
import { missingNumbers } from "../schema.ts";
import { missingCodes } from "../value.ts";
import { firstPeriod, secondPeriod } from "./build-sql.ts";
import type { Axis, Period, TableQuery } from "./resolve.ts";
import { partsOfPeriod, periodCode, periodsOf, type SeriesStep } from "./series.ts";
import { fill } from "./words.ts";

/** One row or column of a table, and the number its cells are found by. */
export interface AxisEntry {
  readonly number: number;
  readonly code: string;
  readonly label: Text;
  readonly missing: boolean;
}

/** Codes of lists longer than this are shown only where something was counted. */
const longestShown = 40;
const missingList = "missing";

export interface AxisDeps {
  readonly pack: Pack;
  readonly book: CodeBook;
  readonly texts: Readonly<Record<string, Text>>;
}

/** What else the entries of a place are made from. */
export interface PlaceDeps extends AxisDeps {
  /** The units of the board in their order. */
  readonly units: readonly { readonly unit: string; readonly name: string }[];
  readonly query: TableQuery;
  readonly today: string;
}

/** The entries of one place of a table: of a variable, of a series, of two periods or of units. */
export function entriesOf(
  axis: Axis,
  counted: ReadonlySet<number>,
  deps: PlaceDeps,
): readonly AxisEntry[] {
  switch (axis.kind) {
    case "variable":
      return axisOf(axis.column, counted, deps);
    case "series":
      return periodsOf(axis.step, [...counted], {
        ...boundsOf(deps.query),
        today: deps.today,
      }).map((number) => seriesEntry(number, number, axis.step, deps.texts));
    case "periods":
      return [
        { number: firstPeriod, ...periodEntry("first", axis.first, deps.texts) },
        { number: secondPeriod, ...periodEntry("second", axis.second, deps.texts) },
      ];
    case "units":
      return unitEntries(counted, deps);
  }
}

/** The first and last day of a question, of both periods where two are compared. */
function boundsOf({ from, to, compare }: TableQuery) {
  if (compare?.by !== "periods" || from === undefined || to === undefined) return { from, to };
  const [first = from] = [from, compare.from].toSorted();
  return { from: first, to: [to, compare.to].toSorted().at(-1) };
}

/** The entry of the periods `first` to `last` of a series, counted together where they are several. */
export function seriesEntry(
  first: number,
  last: number,
  step: SeriesStep,
  texts: AxisDeps["texts"],
): AxisEntry {
  const codes = first === last ? [first] : [first, last];
  const labels = codes.map((number) => fill(texts, `series.${step}`, { ...named(number, step) }));
  return {
    number: first,
    code: codes.map((number) => periodCode(number, step)).join(".."),
    label: {
      sv: labels.map(({ sv }) => sv).join(" – "),
      en: labels.map(({ en }) => en).join(" – "),
    },
    missing: false,
  };
}

function named(number: number, step: SeriesStep) {
  const { year, part } = partsOfPeriod(number, step);
  return { year, part: step === "month" ? String(part).padStart(2, "0") : part };
}

function periodEntry(code: string, { from, to }: Period, texts: AxisDeps["texts"]) {
  return { code, label: fill(texts, "period.between", { from, to }), missing: false };
}

/** The units asked for or all of the board, without rows too; those of before where they have rows. */
function unitEntries(
  counted: ReadonlySet<number>,
  { book, units, query, pack }: PlaceDeps,
): readonly AxisEntry[] {
  const asked = units.filter(({ unit }) => query.units?.includes(unit) ?? true);
  // A unit that never had a row has no number: it is asked for all the same, and holds nought.
  const own = asked.map(({ unit, name }, at) => ({
    number: book.numberOf(ownLists.unit, unit) ?? -1000 - at,
    code: unit,
    label: { sv: name, en: name },
    missing: false,
  }));
  const numbers = new Set(own.map(({ number }) => number));
  const others = [...counted].filter((number) => number > 0 && !numbers.has(number));
  return [
    ...own,
    ...others.map((number) => otherEntry(ownLists.unit, number, pack, book)),
    ...missingEntries(counted, pack),
  ];
}

/**
 * The entries of a variable: its codes in the order of the codelist, numbers and months in theirs, then
 * the reasons why values are missing. A code that was counted but is not in the pack in use stands last.
 */
export function axisOf(
  column: Column,
  counted: ReadonlySet<number>,
  deps: AxisDeps,
): readonly AxisEntry[] {
  const values =
    column.codelist !== undefined
      ? codeEntries(column, counted, deps)
      : column.type === "yesno"
        ? yesNoEntries(deps)
        : plainEntries(column, counted);
  return [...values, ...missingEntries(counted, deps.pack)];
}

function codeEntries(
  column: Column,
  counted: ReadonlySet<number>,
  { pack, book }: AxisDeps,
): readonly AxisEntry[] {
  const list = column.codelist ?? "";
  const codes = codesOfColumn(column, pack);
  const known = codes.map((code) => ({
    number: book.numberOf(list, code.id) ?? 0,
    code: code.id,
    label: code.label,
    missing: false,
  }));
  const shown =
    known.length > longestShown ? known.filter((entry) => counted.has(entry.number)) : known;
  const numbers = new Set(known.map((entry) => entry.number));
  const others = [...counted].filter((number) => number > 0 && !numbers.has(number));
  return [
    ...shown,
    ...others.toSorted((a, b) => a - b).map((number) => otherEntry(list, number, pack, book)),
  ];
}

function otherEntry(list: string, number: number, pack: Pack, book: CodeBook): AxisEntry {
  const code = book.codeOf(list, number) ?? String(number);
  const label = pack.codelists[list]?.codes.find((each) => each.id === code)?.label;
  return { number, code, label: label ?? { sv: code, en: code }, missing: false };
}

function yesNoEntries({ texts }: AxisDeps): readonly AxisEntry[] {
  return (["yes", "no"] as const).map((code) => ({
    number: code === "yes" ? 1 : 0,
    code,
    label: texts[code] ?? { sv: code, en: code },
    missing: false,
  }));
}

function plainEntries(column: Column, counted: ReadonlySet<number>): readonly AxisEntry[] {
  const isDay = column.type === "date" || column.type === "datetime";
  return [...counted]
    .filter((number) => number >= 0)
    .toSorted((a, b) => a - b)
    .map((number) => {
      const code = isDay ? monthText(number) : String(number);
      return { number, code, label: { sv: code, en: code }, missing: false };
    });
}

/** `2026-01` of the number of months since year 0. */
function monthText(months: number): string {
  const year = String(Math.floor(months / 12)).padStart(4, "0");
  return `${year}-${String((months % 12) + 1).padStart(2, "0")}`;
}

function missingEntries(counted: ReadonlySet<number>, pack: Pack): readonly AxisEntry[] {
  const codes = pack.codelists[missingList]?.codes ?? [];
  return missingCodes
    .filter((code) => counted.has(missingNumbers[code]))
    .map((code) => ({
      number: missingNumbers[code],
      code,
      label: codes.find((each) => each.id === code)?.label ?? { sv: code, en: code },
      missing: true,
    }));
}
