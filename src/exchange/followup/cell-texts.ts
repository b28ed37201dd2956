import type { FileCell, FileCode } from "../../contract/followup/file-table.ts";
import { datePartsOfDayNumber, dayNumberOf } from "../../kernel/civil.ts";

/** The day number (days since 1970) of the first day that cells count from. */
export const FIRST_DAY = dayNumberOf(1, 1, 1);
const SECONDS_A_DAY = 86_400;

/** `2026-03-02` of a day cell. */
export function dayText(days: number): string {
  const { year, month, day } = datePartsOfDayNumber(days + FIRST_DAY);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

/** `2026-03-02 08:00:00` of a moment cell. */
export function momentText(seconds: number): string {
  const day = Math.floor(seconds / SECONDS_A_DAY);
  const rest = seconds - day * SECONDS_A_DAY;
  const time = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60];
  return `${dayText(day)} ${time.map((part) => padded(part, 2)).join(":")}`;
}

function padded(number: number, digits: number): string {
  return String(number).padStart(digits, "0");
}

/** Begins a formula in one spreadsheet or another, also behind blanks or in the wide letters of other scripts. */
const formula = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;

/** Whether a spreadsheet that guesses could take a text for a formula. */
export function mayBeFormula(text: string): boolean {
  return formula.test(text);
}

/** A text that no spreadsheet takes for a formula: an apostrophe stands before one that begins like it. */
export function harmless(text: string): string {
  return mayBeFormula(text) ? `'${text}` : text;
}

/** The codes of a column by number. */
export function codesByNumber(codes: readonly FileCode[]): ReadonlyMap<number, FileCode> {
  return new Map(codes.map((code) => [code.number, code]));
}

/** The words of a set cell, in the order of its numbers; a number without a code stands as it is. */
export function setTexts(
  codes: ReadonlyMap<number, FileCode>,
  wordOf: (code: FileCode) => string,
  between: string,
): (cell: FileCell) => string {
  return (cell) =>
    String(cell)
      .split(" ")
      .map((number) => {
        const code = codes.get(Number(number));
        return code === undefined ? number : wordOf(code);
      })
      .join(between);
}

/** Numbers from the last reason why a value is missing to here are remembered in a list, others in a map. */
const FEW = 2000;
const BELOW_ZERO = 16;
const MOST_OTHERS = 20_000;
/** In letters: a set is shorter, what somebody has written longer. */
const LONG_TEXT = 64;

/**
 * Remembers what cells become: of the millions of a file nearly all are one of a few numbers or sets. A long text is
 * never remembered.
 */
export function remembered<T>(made: (cell: FileCell) => T): (cell: FileCell) => T {
  const few: T[] = [];
  const others = new Map<FileCell, T>();
  return (cell) => {
    if (typeof cell === "number") {
      const at = cell + BELOW_ZERO;
      if (at >= 0 && at < FEW && Number.isInteger(at)) return (few[at] ??= made(cell));
    } else if (cell.length > LONG_TEXT) {
      return made(cell);
    }
    const known = others.get(cell);
    if (known !== undefined) return known;
    const value = made(cell);
    if (others.size < MOST_OTHERS) others.set(cell, value);
    return value;
  };
}
