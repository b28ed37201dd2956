import { describe, expect, test } from "vitest";
import type { CatalogueVariable } from "../../../api/queries.ts";
import { comparingOf, partnersOf, withChosen, withCompare, withRows } from "./change-query.ts";

function variable(id: string, grain: string): CatalogueVariable {
  const text = { sv: id, en: id };
  const told = { label: text, definition: text, source: text, guidance: null, difficulty: null };
  const kind = { step: "intake", area: "del", status: "own", type: "code", codelist: null };
  return {
    id,
    grain,
    ...told,
    ...kind,
    derived: false,
    available: true,
    codes: [],
    starter: true,
    fill: null,
  };
}

const variables = [
  variable("AKT-01", "akt"),
  variable("AKT-03", "akt"),
  variable("UTR-08", "utr"),
  variable("BAK-01", "background"),
];

describe("changing a question", () => {
  test("another first variable keeps what fits beside it", () => {
    const query = { rows: "AKT-01", columns: "AKT-03", layers: "BAK-01", from: "2026-01-01" };
    expect(withRows(query, "UTR-08", variables)).toEqual({ rows: "UTR-08", from: "2026-01-01" });
    const filters = [{ variable: "AKT-03", in: ["school"] }];
    const crossed = { rows: "AKT-01", columns: "BAK-01", filters };
    expect(withRows(crossed, "UTR-08", variables)).toEqual({ rows: "UTR-08", columns: "BAK-01" });
  });

  test("background fits everything, until something else says which rows are counted", () => {
    const ids = (query: Parameters<typeof partnersOf>[1]) =>
      partnersOf(variables, query).map(({ id }) => id);
    expect(ids({ rows: "BAK-01" })).toEqual(["AKT-01", "AKT-03", "UTR-08"]);
    expect(ids({ rows: "BAK-01", columns: "UTR-08" })).toEqual(["UTR-08"]);
    expect(ids({ rows: "AKT-01" })).toEqual(["AKT-03", "BAK-01"]);
  });

  test("without columns there are no layers, and layers leave no place for a comparison", () => {
    const query = { rows: "AKT-01", columns: "AKT-03", layers: "BAK-01" };
    expect(withChosen(query, "columns", "")).toEqual({ rows: "AKT-01" });
    const series = { rows: "AKT-01", columns: "AKT-03", series: "year" as const };
    expect(withChosen(series, "layers", "BAK-01")).toEqual(query);
  });

  test("a comparison takes the place of the one before", () => {
    const series = withCompare({ rows: "AKT-01", pool: true }, "quarter");
    expect(series).toEqual({ rows: "AKT-01", series: "quarter" });
    expect(comparingOf(series)).toBe("quarter");
    const units = withCompare(series, "units");
    expect(units).toEqual({ rows: "AKT-01", compare: { by: "units" } });
    expect(withCompare(units, "")).toEqual({ rows: "AKT-01" });
  });

  test("two periods begin as a year and the one before", () => {
    expect(withCompare({ rows: "AKT-01" }, "periods", "2026-11-22")).toEqual({
      rows: "AKT-01",
      from: "2026-01-01",
      to: "2026-12-31",
      compare: { by: "periods", from: "2025-01-01", to: "2025-12-31" },
    });
    const leap = { rows: "AKT-01", from: "2024-02-29", to: "2024-03-31" };
    expect(withCompare(leap, "periods", "2026-11-22").compare).toEqual({
      by: "periods",
      from: "2023-02-28",
      to: "2023-03-31",
    });
  });
});
