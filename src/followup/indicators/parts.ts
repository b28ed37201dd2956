import { wilsonInterval } from "../../kernel/statistics/wilson.ts";
import type { Pack, Text } from "../../spec/types.ts";
import { ownLists, type CodeBook } from "../code-book.ts";
import { codesOfColumn, columnsOf, isSelectable } from "../columns.ts";
import { fill, type Texts } from "../engine/words.ts";
import { missingNumbers } from "../schema.ts";
import { missingCodes } from "../value.ts";
import type { BarRow, Divider } from "./indicator-sql.ts";
import { percentOf } from "./indicator-words.ts";
import type { IndicatorAnswer } from "./measure-indicator.ts";
import type { Bar, Role } from "./types.ts";

type Part = IndicatorAnswer["parts"][number];

const ownDividers = ["unit", "quarter", "year"] as const;

/** What an indicator may be divided by: its unit, quarter or year, or a background of the child with few codes. */
export function dividerOf(by: string, pack: Pack): Divider | undefined {
  const own = ownDividers.find((each) => each === by);
  if (own !== undefined) return own;
  return columnsOf(pack).find(
    (column) =>
      column.id === by &&
      column.row === "background" &&
      column.place === "row" &&
      isSelectable(column) &&
      (column.type === "yesno" || codesOfColumn(column, pack).length > 0),
  );
}

interface Around {
  readonly pack: Pack;
  readonly book: CodeBook;
  readonly words: Texts;
  readonly texts: Texts;
  readonly percentFrom: number;
}

/** The parts of a divided indicator, each with its share and the interval it may lie in by chance. */
export function partsOf(
  bars: readonly Bar[],
  counted: readonly BarRow[],
  divider: Divider | undefined,
  around: Around,
): Part[] {
  if (divider === undefined) return [];
  const numbers = [...new Set(counted.filter(({ bar }) => bar > 0).map(({ part }) => part))];
  const order = orderOf(divider, around);
  return numbers
    .toSorted((a, b) => order(a) - order(b))
    .map((number) => {
      const sumOf = (role: Role) =>
        counted
          .filter(({ part, bar }) => part === number && bars[bar - 1]?.role === role)
          .reduce((sum, { n }) => sum + n, 0);
      const yes = sumOf("yes");
      const n = yes + sumOf("no");
      const percent = percentOf(yes, n, around.percentFrom);
      return {
        ...named(number, divider, around),
        yes,
        n,
        noAnswer: sumOf("missing"),
        percent,
        interval: percent === null ? null : intervalOf(yes, n),
      };
    });
}

/** Codes in the order of their list, what is missing last, times in theirs. */
function orderOf(divider: Divider, { pack, book }: Around): (number: number) => number {
  if (typeof divider === "string") return (number) => number;
  const codes = codesOfColumn(divider, pack).map((code) =>
    book.numberOf(divider.codelist ?? "", code.id),
  );
  return (number) => {
    if (number < 0) return 10_000 - number;
    if (divider.codelist === undefined) return -number;
    const at = codes.indexOf(number);
    return at < 0 ? 1000 + number : at;
  };
}

function named(
  number: number,
  divider: Divider,
  { pack, book, words, texts }: Around,
): Pick<Part, "code" | "label" | "missing"> {
  if (divider === "quarter") {
    const [year, quarter] = [Math.floor(number / 4), (number % 4) + 1];
    const label = fill(words, "quarter", { year, quarter });
    return { code: `${year}-Q${quarter}`, label, missing: false };
  }
  if (divider === "year") return plain(String(number));
  if (divider === "unit") {
    const code = book.codeOf(ownLists.unit, number);
    if (code !== undefined) return plain(code);
    return { code: "", label: fill(words, "unit.unknown"), missing: true };
  }
  const reason = missingCodes.find((each) => missingNumbers[each] === number);
  if (reason !== undefined)
    return { code: reason, label: codeLabel(pack, "missing", reason), missing: true };
  if (divider.type === "yesno") {
    const code = number === 1 ? "yes" : "no";
    return { code, label: texts[code] ?? same(code), missing: false };
  }
  const list = divider.codelist ?? "";
  const code = book.codeOf(list, number) ?? String(number);
  return { code, label: codeLabel(pack, list, code), missing: false };
}

function codeLabel(pack: Pack, list: string, code: string): Text {
  return pack.codelists[list]?.codes.find((each) => each.id === code)?.label ?? same(code);
}

function plain(code: string): Pick<Part, "code" | "label" | "missing"> {
  return { code, label: same(code), missing: false };
}

function same(text: string): Text {
  return { sv: text, en: text };
}

/** In per cent with one decimal. */
function intervalOf(yes: number, n: number): number[] {
  const { low, high } = wilsonInterval(yes, n);
  return [low, high].map((share) => Math.round(share * 1000) / 10);
}
