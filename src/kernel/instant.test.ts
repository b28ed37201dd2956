import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fixedClock } from "./clock.ts";
import {
  instantOfLocal,
  instantOfMillis,
  localDateOf,
  millisOf,
  parseInstant,
  parseLocalDateTime,
  stockholmDate,
  stockholmLocal,
} from "./instant.ts";
import type { Instant, LocalDateTime } from "./instant.ts";

const HOUR = 3_600_000;
const from1980to2040 = fc.integer({ min: Date.UTC(1980, 0, 1), max: Date.UTC(2040, 11, 31) });

// The yardstick: the time zone data of the machine, which our code does not use.
const format = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Stockholm",
  dateStyle: "short",
  timeStyle: "short",
});
function localByIntl(ms: number): string {
  return format.format(new Date(ms)).replace(" ", "T");
}
function instant(text: string): Instant {
  const parsed = parseInstant(text);
  if (parsed === undefined) throw new Error(text);
  return parsed;
}
function local(text: string): LocalDateTime {
  const parsed = parseLocalDateTime(text);
  if (parsed === undefined) throw new Error(text);
  return parsed;
}

describe("instants", () => {
  it("are read and written the same way", () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1200, 0, 1), max: Date.UTC(3000, 0, 1) }), (ms) => {
        const text = new Date(ms).toISOString();
        expect(instantOfMillis(ms)).toBe(text);
        expect(parseInstant(text)).toBe(text);
        expect(millisOf(instant(text))).toBe(ms);
      }),
      { numRuns: 3000 },
    );
  });
  it("sort as text", () => {
    fc.assert(
      fc.property(from1980to2040, from1980to2040, (a, b) => {
        expect(instantOfMillis(a) < instantOfMillis(b)).toBe(a < b);
      }),
    );
  });
  it.each([
    ["2026-03-02T10:20:30Z", "2026-03-02T10:20:30.000Z"],
    ["2026-03-02T10:20:30.5Z", "2026-03-02T10:20:30.500Z"],
    ["2026-03-02T10:20:30.123Z", "2026-03-02T10:20:30.123Z"],
  ])("%s gets milliseconds", (text, expected) => {
    expect(parseInstant(text)).toBe(expected);
  });
  it.each([
    "2026-03-02",
    "2026-03-02T10:20Z",
    "2026-03-02T10:20:30",
    "2026-03-02T10:20:30+01:00",
    "2026-03-02T24:00:00Z",
    "2026-03-02T10:60:00Z",
    "2026-03-02T10:20:60Z",
    "2026-02-30T10:20:30Z",
    "2026-03-02T10:20:30.1234Z",
  ])("refuses %s", (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });
  it("refuses milliseconds that are no whole number or leave the calendar", () => {
    expect(() => instantOfMillis(0.5)).toThrow(RangeError);
    expect(() => instantOfMillis(Date.UTC(9999, 11, 31) + 24 * HOUR)).toThrow(RangeError);
  });
  it("come from a clock", () => {
    expect(fixedClock(instant("2026-03-02T10:20:30Z")).now()).toBe("2026-03-02T10:20:30.000Z");
  });
});

describe("time in Sweden", () => {
  it("agrees with the time zone data at random moments 1980-2040", () => {
    fc.assert(
      fc.property(from1980to2040, (ms) => {
        const here = instantOfMillis(ms);
        expect(stockholmLocal(here)).toBe(localByIntl(ms));
        expect(stockholmDate(here)).toBe(localByIntl(ms).slice(0, 10));
      }),
      { numRuns: 5000 },
    );
  });
  it("agrees on every hour around every switch 1980-2040, and half a day on either side", () => {
    for (let year = 1980; year <= 2040; year += 1) {
      for (const month of [2, 3, 8, 9]) {
        const end = Date.UTC(year, month + 1, 2);
        for (let ms = Date.UTC(year, month, 1); ms < end; ms += HOUR) {
          if (new Date(ms).getUTCDay() > 1) continue;
          expect(stockholmLocal(instantOfMillis(ms))).toBe(localByIntl(ms));
          expect(stockholmLocal(instantOfMillis(ms - 1))).toBe(localByIntl(ms - 1));
        }
      }
    }
  });
  it("comes back from wall clock to moment, the later one in the doubled hour", () => {
    fc.assert(
      fc.property(from1980to2040, (ms) => {
        const minute = Math.floor(ms / 60_000) * 60_000;
        const wall = stockholmLocal(instantOfMillis(minute));
        const isDoubled = localByIntl(minute + HOUR) === wall;
        expect(millisOf(instantOfLocal(wall))).toBe(isDoubled ? minute + HOUR : minute);
      }),
      { numRuns: 3000 },
    );
  });
  it.each([
    ["2026-10-25T01:59", "2026-10-24T23:59:00.000Z"],
    ["2026-10-25T02:00", "2026-10-25T01:00:00.000Z"],
    ["2026-10-25T02:30", "2026-10-25T01:30:00.000Z"],
    ["2026-10-25T03:00", "2026-10-25T02:00:00.000Z"],
    ["2026-03-29T01:59", "2026-03-29T00:59:00.000Z"],
    ["2026-03-29T02:00", "2026-03-29T01:00:00.000Z"],
    ["2026-03-29T02:30", "2026-03-29T01:30:00.000Z"],
    ["2026-03-29T03:30", "2026-03-29T01:30:00.000Z"],
    ["1979-07-01T12:00", "1979-07-01T11:00:00.000Z"],
  ])("%s is %s", (wall, moment) => {
    expect(instantOfLocal(local(wall))).toBe(moment);
  });
  it("shows the skipped hour shifted forward", () => {
    expect(stockholmLocal(instantOfLocal(local("2026-03-29T02:30")))).toBe("2026-03-29T03:30");
  });
  it("tells the date of a wall clock time and refuses other text", () => {
    expect(localDateOf(local("2026-12-31T23:59"))).toBe("2026-12-31");
    for (const text of [
      "2026-12-31",
      "2026-12-31T24:00",
      "2026-02-29T10:00",
      "2026-01-01T10:00Z",
    ]) {
      expect(parseLocalDateTime(text)).toBeUndefined();
    }
  });
});
