import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, plainDate, type PlainDate } from "../kernel/plain-date.ts";
import { quietStretches } from "./quiet-stretches.ts";

const today = plainDate("2026-11-22");
const day = (text: string) => plainDate(text);
const open = { from: day("2026-01-10"), to: undefined };

describe("quietStretches", () => {
  test("tells whole months between contacts, and since the last one", () => {
    const contacts = [day("2026-01-20"), day("2026-06-25"), day("2026-07-01")];
    expect(quietStretches(contacts, [open], today, 3)).toEqual([
      { from: "2026-01-20", to: "2026-06-25", months: 5 },
      { from: "2026-07-01", to: undefined, months: 4 },
    ]);
  });

  test("begins with the matter, and ends with it", () => {
    const closed = { from: day("2025-01-01"), to: day("2025-08-01") };
    expect(quietStretches([], [closed], today, 3)).toEqual([
      { from: "2025-01-01", to: "2025-08-01", months: 7 },
    ]);
  });

  test("says nothing of time between matters, nor of contact that goes on in another", () => {
    const first = { from: day("2024-01-01"), to: day("2024-02-01") };
    const second = { from: day("2026-10-01"), to: undefined };
    expect(quietStretches([day("2024-01-15")], [first, second], today, 3)).toEqual([]);
    const long = { from: day("2026-01-01"), to: undefined };
    const inside = { from: day("2026-03-01"), to: day("2026-04-01") };
    expect(quietStretches([day("2026-05-01")], [long, inside], today, 3)).toHaveLength(2);
  });

  test("is never shorter than asked, never overlaps, and holds no contact", () => {
    const days = fc.integer({ min: 0, max: 2000 }).map((n) => addDays(day("2021-01-01"), n));
    const matter = fc
      .tuple(days, fc.option(fc.integer({ min: 0, max: 900 }), { nil: undefined }))
      .map(([from, length]) => ({
        from,
        to: length === undefined ? undefined : addDays(from, length),
      }));
    fc.assert(
      fc.property(fc.array(days), fc.array(matter), (contacts, matters) => {
        const found = quietStretches(contacts, matters, today, 3);
        let last: PlainDate | undefined;
        for (const { from, to, months } of found) {
          expect(months).toBeGreaterThanOrEqual(3);
          expect(last === undefined || last <= from).toBe(true);
          last = to ?? today;
          const end = last;
          expect(contacts.some((contact) => contact > from && contact < end)).toBe(false);
        }
      }),
    );
  });
});
