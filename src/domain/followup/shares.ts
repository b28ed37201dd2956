import { wilsonInterval } from "../../kernel/statistics/wilson.ts";

/** Counts as a table of follow-up holds them; null is what may not be told. */
export interface CountedPlaces {
  readonly rows: readonly { readonly missing: boolean }[];
  readonly columns: readonly { readonly missing: boolean }[];
  readonly n: number | null;
  readonly cells: readonly (readonly (number | null)[])[];
  readonly rowTotals: readonly (number | null)[];
  readonly columnTotals: readonly (number | null)[];
}

/** Of what a share is: of its column, of its row, or of all. */
export type PercentOf = "column" | "row" | "all";

export interface ShareSettings {
  readonly percent: PercentOf;
  /** Whether those without an answer are in the base; otherwise a share is of the answers. */
  readonly withMissing: boolean;
  /** No share of a base under this: so few are read as single children. */
  readonly small: number;
}

/** A share with the 95 % interval of Wilson, and the number it is a share of. */
export interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly of: number;
}

/**
 * The shares of a table, cell by cell: the one place where percent are computed, for the page, files and the
 * terminal alike. Null where there is no share to speak of: the base is nought, small or not told, the count
 * is not told, or the cell is of those without an answer and they are not in the base.
 */
export function sharesOf(
  table: CountedPlaces,
  settings: ShareSettings,
): readonly (readonly (Share | null)[])[] {
  const columnBases = table.columns.map((_, at) => columnBase(table, at, settings));
  const rowBases = table.rows.map((_, at) => rowBase(table, at, settings));
  const whole = wholeBase(table, settings);
  return table.cells.map((cells, row) =>
    cells.map((count, column) => {
      const left = table.rows[row]?.missing === true || table.columns[column]?.missing === true;
      if (left && !settings.withMissing) return null;
      const bases = { column: columnBases[column], row: rowBases[row], all: whole };
      return shareOf(count, bases[settings.percent] ?? null, settings.small);
    }),
  );
}

/** One share; null where the base is small or something is not told. */
export function shareOf(count: number | null, of: number | null, small: number): Share | null {
  if (count === null || of === null || of < Math.max(1, small) || count > of) return null;
  return { share: count / of, ...wilsonInterval(count, of), of };
}

/** How many have an answer to both rows and columns; null where a count of those without is not told. */
export function answeredOf(table: CountedPlaces): number | null {
  return wholeBase(table, { percent: "all", withMissing: false, small: 0 });
}

/** A missing set is in one place only, so those without an answer can be taken from any total. */
function columnBase(table: CountedPlaces, at: number, { withMissing }: ShareSettings) {
  const total = table.columnTotals[at] ?? null;
  return withMissing
    ? total
    : less(
        total,
        missingOf(table.rows, (row) => table.cells[row]?.[at]),
      );
}

function rowBase(table: CountedPlaces, at: number, { withMissing }: ShareSettings) {
  const total = table.rowTotals[at] ?? null;
  return withMissing
    ? total
    : less(
        total,
        missingOf(table.columns, (column) => table.cells[at]?.[column]),
      );
}

/** All that have an answer to both: those without one to both are taken away once. */
function wholeBase(table: CountedPlaces, { withMissing }: ShareSettings) {
  if (withMissing) return table.n;
  const rows = missingOf(table.rows, (row) => table.rowTotals[row]);
  const columns = missingOf(table.columns, (column) => table.columnTotals[column]);
  const both = missingOf(table.rows, (row) =>
    missingOf(table.columns, (column) => table.cells[row]?.[column]),
  );
  return less(less(table.n, rows), less(columns, both));
}

/** The sum of those without an answer; null where one of them is not told. */
function missingOf(
  places: readonly { readonly missing: boolean }[],
  countOf: (at: number) => number | null | undefined,
): number | null {
  return places.reduce<number | null>((sum, { missing }, at) => {
    if (!missing || sum === null) return sum;
    const count = countOf(at) ?? null;
    return count === null ? null : sum + count;
  }, 0);
}

function less(total: number | null, part: number | null): number | null {
  return total === null || part === null ? null : total - part;
}
