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

  test("of background alone counts reports and applications", () => {
    const resolved = resolveQuery({ rows: "BAK-01", columns: "BAK-06", filters: [] }, pack);
    expect(resolved).toMatchObject({ ok: true, value: { kind: "akt", counts: "row" } });
  });

  test("of what each guardian has counts guardians", () => {
    const resolved = resolveQuery({ rows: "BAK-01", columns: "UTR-11", filters: [] }, pack);
    expect(resolved).toMatchObject({ ok: true, value: { kind: "utr", counts: "guardian" } });
  });
});
