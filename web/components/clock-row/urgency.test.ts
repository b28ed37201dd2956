import { describe, expect, test } from "vitest";
import { daysToldOf, toldToTarget, urgencyOf } from "./urgency.ts";

describe("a duty whose last day is moved past a rest day", () => {
  const clock = { target: "2026-11-27", legalLatest: "2026-11-30" };

  test("is told by the day to work to while that is ahead", () => {
    expect(daysToldOf({ ...clock, daysLeft: 5 })).toBe(2);
    expect(urgencyOf({ ...clock, daysLeft: 4 })).toBe("soon");
  });

  test("is told by the last day of the law after that, and is late only then", () => {
    expect(daysToldOf({ ...clock, daysLeft: 1 })).toBe(1);
    expect(urgencyOf({ ...clock, daysLeft: 0 })).toBe("soon");
    expect(urgencyOf({ ...clock, daysLeft: -1 })).toBe("late");
    expect(daysToldOf({ ...clock, daysLeft: -2 })).toBe(-2);
  });
});

test("both days are said where the days lead to the earlier one", () => {
  const clock = { target: "2026-11-27", legalLatest: "2026-11-30" };
  expect(toldToTarget({ ...clock, daysLeft: 5 })).toBe(true);
  expect(toldToTarget({ ...clock, daysLeft: 1 })).toBe(false);
  expect(toldToTarget({ ...clock, target: clock.legalLatest, daysLeft: 5 })).toBe(false);
});

test("a duty with time left is calm", () => {
  expect(urgencyOf({ target: "2026-12-10", legalLatest: "2026-12-10", daysLeft: 15 })).toBe("calm");
});
