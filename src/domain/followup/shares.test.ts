import { describe, expect, test } from "vitest";

import { answeredOf, sharesOf, type CountedPlaces } from "./shares.ts";

/** Two answers and one without, down; two answers and one without, across. */
const table: CountedPlaces = {
  rows: [{ missing: false }, { missing: false }, { missing: true }],
  columns: [{ missing: false }, { missing: false }, { missing: true }],
  cells: [
    [20, 10, 4],
    [30, 10, 2],
    [5, 3, 1],
  ],
  rowTotals: [34, 42, 9],
  columnTotals: [55, 23, 7],
  n: 85,
};

const settings = { percent: "column", withMissing: false, small: 5 } as const;
const bases = (shares: ReturnType<typeof sharesOf>) =>
  shares.map((row) => row.map((share) => share?.of ?? null));

describe("shares", () => {
  test("are of the answers of the column, with missing never in the base", () => {
    expect(bases(sharesOf(table, settings))).toEqual([
      [50, 20, null],
      [50, 20, null],
      [null, null, null],
    ]);
    expect(sharesOf(table, settings)[0]?.[0]?.share).toBe(0.4);
  });

  test("are of the answers of the row, or of all that have both, as asked", () => {
    expect(bases(sharesOf(table, { ...settings, percent: "row" }))[0]).toEqual([30, 30, null]);
    expect(bases(sharesOf(table, { ...settings, percent: "all" }))[1]).toEqual([70, 70, null]);
    expect(answeredOf(table)).toBe(70);
  });

  test("have those without an answer in the base where that is asked", () => {
    const all = { ...settings, withMissing: true };
    expect(bases(sharesOf(table, all))).toEqual([
      [55, 23, 7],
      [55, 23, 7],
      [55, 23, 7],
    ]);
    expect(bases(sharesOf(table, { ...all, percent: "all" }))[2]).toEqual([85, 85, 85]);
  });

  test("are of the things counted where several answers can apply", () => {
    const several = { ...table, rowTotals: [34, 42, 9], columnTotals: [40, 23, 7], n: 70 };
    expect(bases(sharesOf(several, settings))[0]?.[0]).toBe(35);
  });

  test("are none of a small base, of what is not told, or of nothing", () => {
    expect(sharesOf(table, { ...settings, small: 21 })[0]?.[1]).toBeNull();
    const withheld = {
      ...table,
      cells: [
        [null, 10, 4],
        [30, 10, 2],
        [5, null, 1],
      ],
    };
    expect(bases(sharesOf(withheld, settings))).toEqual([
      [null, null, null],
      [50, null, null],
      [null, null, null],
    ]);
    const none: CountedPlaces = {
      rows: [{ missing: false }],
      columns: [{ missing: false }],
      cells: [[0]],
      rowTotals: [0],
      columnTotals: [0],
      n: 0,
    };
    expect(sharesOf(none, { ...settings, small: 0 })).toEqual([[null]]);
  });
});
