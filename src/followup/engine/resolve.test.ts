import { describe, expect, test } from "vitest";

import { readSpecForTests } from "../../domain/testing/read-spec.ts";
import { resolveQuery, type TableQuery } from "./resolve.ts";

const { pack } = readSpecForTests();

function refusals(query: Partial<TableQuery>): readonly unknown[] {
  const resolved = resolveQuery({ rows: "AKT-13", filters: [], ...query }, pack);
  return resolved.ok ? [] : resolved.problems.map(({ id, pointer }) => [id, pointer]);
}

describe("a question", () => {
  test("of variables of the same row, or of background, is accepted", () => {
    expect(refusals({ columns: "BAK-02.band" })).toEqual([]);
    expect(refusals({ filters: [{ variable: "AKT-06", in: ["school"] }] })).toEqual([]);
    expect(refusals({ columns: "AKT-15", from: "2026-01-01", to: "2026-01-01" })).toEqual([]);
  });

  test("by the level of protection is refused wherever it stands", () => {
    const level = "BAK-11";
    expect(refusals({ rows: level })).toEqual([["followup.not-selectable", "/rows"]]);
    expect(refusals({ columns: level })).toEqual([["followup.not-selectable", "/columns"]]);
    expect(refusals({ filters: [{ variable: level, in: ["none"] }] })).toEqual([
      ["followup.not-selectable", "/filters/0/variable"],
    ]);
  });

  test("by a variable that is not there, or that no document gives yet, is refused", () => {
    expect(refusals({ rows: "AKT-99" })).toEqual([["followup.unknown-variable", "/rows"]]);
    expect(refusals({ rows: "FOL-06" })).toEqual([["followup.unknown-variable", "/rows"]]);
  });

  test("of variables of different rows is refused", () => {
    expect(refusals({ columns: "UTR-35" })).toEqual([["followup.different-grain", undefined]]);
    expect(refusals({ filters: [{ variable: "BES-01", in: ["granted"] }] })).toEqual([
      ["followup.different-grain", undefined],
    ]);
  });

  test("of a period that ends before it begins is refused", () => {
    expect(refusals({ from: "2026-02-01", to: "2026-01-31" })).toEqual([
      ["followup.period", "/to"],
    ]);
  });

  test("of more than rows, columns and layers is refused", () => {
    expect(refusals({ columns: "BAK-01", layers: "BAK-02.band" })).toEqual([]);
    expect(refusals({ columns: "BAK-01", series: "month", compare: { by: "units" } })).toEqual([
      ["followup.too-many-places", undefined],
    ]);
  });

  test("that compares periods needs both ends of both, and no day in common", () => {
    const year = { from: "2025-01-01", to: "2025-12-31" };
    const before = { by: "periods", from: "2024-01-01", to: "2024-12-31" } as const;
    expect(refusals({ ...year, compare: before })).toEqual([]);
    expect(refusals({ compare: before })).toEqual([["followup.period", "/from"]]);
    expect(refusals({ ...year, compare: { ...before, to: "2025-01-01" } })).toEqual([
      ["followup.period", "/compare/from"],
    ]);
    expect(refusals({ ...year, compare: { ...before, to: "2023-12-31" } })).toEqual([
      ["followup.period", "/compare/to"],
    ]);
  });

  test("has its variables first, then the series, then what is compared", () => {
    const query = {
      rows: "AKT-13",
      filters: [],
      series: "month",
      compare: { by: "units" },
    } as const;
    const resolved = resolveQuery({ ...query, filters: [] }, pack);
    expect(resolved.ok && resolved.value.axes.map(({ kind }) => kind)).toEqual([
      "variable",
      "series",
      "units",
    ]);
  });

  test("of background alone counts reports and applications", () => {
    const resolved = resolveQuery({ rows: "BAK-01", columns: "BAK-06", filters: [] }, pack);
    expect(resolved).toMatchObject({ ok: true, value: { kind: "akt", counts: "row" } });
  });

  test("of what each guardian has counts guardians", () => {
    const resolved = resolveQuery({ rows: "BAK-01", columns: "UTR-11", filters: [] }, pack);
    expect(resolved).toMatchObject({ ok: true, value: { kind: "utr", counts: "guardian" } });
  });
});
