import fc from "fast-check";
import { expect, test } from "vitest";
import { askedOf, parseQuestion } from "./question-search.ts";

const unit = "0198a1b2-0000-7000-8000-00000000000a";
const whole = {
  rows: "UTR-08",
  columns: "BAK-02.band",
  layers: "BAK-01",
  from: "2026-01-01",
  to: "2026-12-31",
  filters: [{ variable: "AKT-03", in: ["school", "0-14"] }],
  units: [unit],
  pool: true,
  compare: { by: "periods", from: "2025-01-01", to: "2025-12-31" },
  percent: "row",
  withMissing: true,
};

test("a question survives its address", () => {
  expect(parseQuestion(whole)).toEqual(whole);
  const series = { rows: "AKT-01", series: "half-year" };
  expect(parseQuestion(series)).toEqual(series);
  expect(parseQuestion({ rows: "AKT-01", compare: { by: "units" } })).toEqual({
    rows: "AKT-01",
    compare: { by: "units" },
  });
});

test("an address can carry no name, number or text", () => {
  expect(
    parseQuestion({
      rows: "Elmer Granvik",
      columns: "20140217-9815",
      from: "i går",
      series: "week",
      compare: { by: "children", name: "Elmer" },
      units: ["Mottagningen"],
      filters: [
        { variable: "Elmer", in: ["x"] },
        { variable: "AKT-03", in: ["Elmer Granvik", 7, "school"] },
        "text",
      ],
      child: "Elmer",
    }),
  ).toEqual({ filters: [{ variable: "AKT-03", in: ["school"] }] });
});

test("whatever an address holds, nothing breaks and what is read is read again the same", () => {
  const values = fc.dictionary(
    fc.constantFrom(...Object.keys(whole), "other"),
    fc.oneof(fc.jsonValue(), ...Object.values(whole).map((value) => fc.constant(value))),
  );
  fc.assert(
    fc.property(values, (search) => {
      const once = parseQuestion(search);
      expect(parseQuestion(once)).toEqual(once);
    }),
  );
});

test("a condition without a choice is not sent", () => {
  const half = { variable: "AKT-03", in: [] };
  const done = { variable: "AKT-01", in: ["report"] };
  expect(askedOf({ rows: "UTR-08", filters: [half, done] })).toEqual({
    rows: "UTR-08",
    filters: [done],
  });
  expect(askedOf({ rows: "UTR-08", filters: [half] })).toEqual({ rows: "UTR-08" });
});
