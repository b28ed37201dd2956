import type { Pack, Text } from "../../spec/types.ts";
import type { CodeBook } from "../code-book.ts";
import { codesOfColumn, type Column } from "../columns.ts";
import { missingNumbers } from "../schema.ts";
import { missingCodes } from "../value.ts";

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

interface AxisDeps {
  readonly pack: Pack;
  readonly book: CodeBook;
  readonly texts: Readonly<Record<string, Text>>;
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
