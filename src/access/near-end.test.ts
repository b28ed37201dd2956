import { expect, it } from "vitest";
import { plainDate } from "../kernel/plain-date.ts";
import { nearEnd } from "./near-end.ts";

it.each([
  ["2026-12-09", "2026-12-09"],
  ["2026-11-25", "2026-11-25"],
  ["2026-12-10", null],
])("the owner is reminded of %s fourteen days before", (endsOn, told) => {
  expect(nearEnd(plainDate(endsOn), plainDate("2026-11-25"))).toBe(told);
});

it("nobody is reminded where no day is set", () => {
  expect(nearEnd(null, plainDate("2026-11-25"))).toBeNull();
});
