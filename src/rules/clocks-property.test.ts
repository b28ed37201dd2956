import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instantOfMillis } from "../kernel/instant.ts";
import { addDays, plainDate } from "../kernel/plain-date.ts";
import type { ClockFact } from "./clock-facts.ts";
import { clockStatusOn, deriveClocks } from "./clocks.ts";
import { clockFactNames } from "./fact-names.ts";
import { readCalendar, readLaw } from "./testing/law-files.ts";

const law = readLaw();
const calendar = readCalendar();
const start = plainDate("2025-03-01");
const reportClasses = ["duty-general", "private"];
const types = ["open-measure", "close-without-measure", "other"];

/** A disorderly akt: any facts in any order, each with a moment of its own. */
const akt = fc
  .array(
    fc.record({
      name: fc.constantFrom(...clockFactNames),
      day: fc.integer({ min: 0, max: 500 }),
      thing: fc.constantFrom("1", "2"),
      wants: fc.boolean(),
      kind: fc.nat({ max: 2 }),
      length: fc.integer({ min: 1, max: 90 }),
    }),
    { maxLength: 30 },
  )
  .map((parts) =>
    parts.map((part, index): ClockFact => {
      const on = addDays(start, part.day);
      return {
        name: part.name,
        on,
        at: instantOfMillis(Date.parse(`${on}T06:00:00Z`) + index * 60_000),
        id: `event-${index}`,
        matter: `matter-${part.thing}`,
        subject: `party-${part.thing}`,
        report: `report-${part.thing}`,
        investigation: `investigation-${part.thing}`,
        decision: `decision-${part.thing}`,
        data: {
          until: addDays(on, part.length),
          wantsFeedback: part.wants,
          favourable: part.wants,
          appealable: part.wants,
          reporterClass: reportClasses[part.kind] ?? "",
          type: types[part.kind] ?? "",
        },
      };
    }),
  );

describe("the clocks of any akt", () => {
  test("do not depend on the order in which the facts are listed", () => {
    fc.assert(
      fc.property(akt, (facts) => {
        const shuffled = facts.toReversed();
        expect(deriveClocks(shuffled, law, calendar)).toEqual(deriveClocks(facts, law, calendar));
      }),
    );
  });

  test("have an id of their own, days in order and an outcome that fits its days", () => {
    fc.assert(
      fc.property(akt, fc.integer({ min: 0, max: 900 }), (facts, later) => {
        const clocks = deriveClocks(facts, law, calendar);
        expect(new Set(clocks.map(({ id }) => id)).size).toBe(clocks.length);
        for (const clock of clocks) {
          expect(clock.target <= clock.nominal || clock.target === clock.from).toBe(true);
          expect(clock.nominal <= clock.legalLatest).toBe(true);
          expect(clock.status === "met").toBe(clock.metOn !== undefined);
          const status = clockStatusOn(clock, addDays(start, later));
          if (status === "open") expect(addDays(start, later) <= clock.legalLatest).toBe(true);
          if (status === "late") expect(clock.metOn! > clock.legalLatest).toBe(true);
          if (status === "extended") expect(clock.endedOn! <= clock.legalLatest).toBe(true);
        }
      }),
    );
  });

  test("keep their days when more happens later", () => {
    fc.assert(
      fc.property(akt, akt, (facts, more) => {
        const later = more.map((each) => ({
          ...each,
          on: addDays(each.on, 600),
          id: `later-${each.id}`,
        }));
        const moved = later.map((each) => ({
          ...each,
          at: instantOfMillis(Date.parse(`${each.on}T06:00:00Z`)),
        }));
        const days = (list: readonly ClockFact[]) =>
          new Map(deriveClocks(list, law, calendar).map(({ id, nominal }) => [id, nominal]));
        const after = days([...facts, ...moved]);
        for (const [id, nominal] of days(facts)) expect(after.get(id)).toBe(nominal);
      }),
    );
  });

  test("a period the act never knew gives none", () => {
    expect(
      deriveClocks(
        [{ name: "report.received", on: plainDate("1999-05-03"), id: "1", matter: "1" }],
        law,
        calendar,
      ),
    ).toEqual([]);
  });
});
