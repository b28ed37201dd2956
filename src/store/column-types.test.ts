import { types } from "pg";
import { describe, expect, test } from "vitest";

import { columnTypes } from "./column-types.ts";

const { TIMESTAMPTZ, DATE, INT8, INT4, BOOL } = types.builtins;
const read = (oid: number, text: string): unknown => columnTypes.getTypeParser(oid)(text);

describe("a moment", () => {
  test.each([
    ["2026-01-05 08:00:00+00", "2026-01-05T08:00:00.000Z"],
    ["2026-01-05 08:00:00.1+00", "2026-01-05T08:00:00.100Z"],
    ["2026-01-05 08:00:00.123+00", "2026-01-05T08:00:00.123Z"],
    ["2026-01-05 08:00:00.123456+00", "2026-01-05T08:00:00.123Z"],
  ])("%s is %s", (text, instant) => {
    expect(read(TIMESTAMPTZ, text)).toBe(instant);
  });

  test.each(["2026-01-05 08:00:00+01", "2026-01-05", "infinity", "10000-01-05 08:00:00+00"])(
    "%s is refused",
    (text) => {
      expect(() => read(TIMESTAMPTZ, text)).toThrow("Not a moment in UTC");
    },
  );
});

describe("other columns", () => {
  test("a date stays a date, a bigint is a number, and the rest is as the driver has it", () => {
    expect(read(DATE, "2026-01-05")).toBe("2026-01-05");
    expect(read(INT8, "9007199254740991")).toBe(9007199254740991);
    expect(() => read(INT8, "9007199254740993")).toThrow("too large");
    expect([read(INT4, "7"), read(BOOL, "t")]).toEqual([7, true]);
  });
});
