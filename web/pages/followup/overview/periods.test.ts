import { expect, test } from "vitest";
import { firstChosen, periodOf, queryOf } from "./periods.ts";

const today = "2026-11-22";
const period = (name: "year" | "this" | "last" | "all" | "own", on = today) =>
  periodOf({ name, own: { from: "2025-02-01" } }, on);

test("a named period has the days it says", () => {
  expect(period("year")).toEqual({ from: "2025-11-23", to: today });
  expect(period("year", "2028-02-29")).toEqual({ from: "2027-03-01", to: "2028-02-29" });
  expect(period("this")).toEqual({ from: "2026-01-01", to: today });
  expect(period("last")).toEqual({ from: "2025-01-01", to: "2025-12-31" });
  expect(period("all")).toEqual({});
  expect(period("own")).toEqual({ from: "2025-02-01" });
});

test("a unit is asked for only where one is chosen", () => {
  expect(queryOf({ ...firstChosen, name: "all" }, today)).toEqual({});
  expect(queryOf({ ...firstChosen, name: "all", unit: "u" }, today)).toEqual({ unit: "u" });
});
