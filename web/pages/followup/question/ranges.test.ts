import { expect, test } from "vitest";
import { monthIn, rangeIn, withMonth, withRange } from "./ranges.ts";

test("a range is read as it was typed, and open ends stay open", () => {
  expect(rangeIn(withRange([], { from: "3", to: "14" }))).toEqual({ from: "3", to: "14" });
  expect(withRange([], { from: "15", to: "" })).toEqual(["15-"]);
  expect(withRange([], { from: "", to: "14" })).toEqual(["0-14"]);
  expect(withRange(["3-14", "unknown"], { from: "", to: "" })).toEqual(["unknown"]);
});

test("what is no digit is left out", () => {
  expect(withRange(["unknown"], { from: "-3 år", to: "1e9" })).toEqual(["3-19", "unknown"]);
  expect(withRange([], { from: "Elmer", to: "" })).toEqual([]);
});

test("a month stands beside reasons why there is none", () => {
  expect(withMonth(["unknown", "2025-12"], "2026-01")).toEqual(["2026-01", "unknown"]);
  expect(withMonth(["2026-01"], "januari")).toEqual([]);
  expect(monthIn(["unknown", "2026-01"])).toBe("2026-01");
});
