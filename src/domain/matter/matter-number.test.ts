import fc from "fast-check";
import { expect, test } from "vitest";
import { foldAkt } from "../apply.ts";
import { Chain, child, id, reportData } from "../testing/chain.ts";
import { matterNumber, readMatterNumber } from "./matter-number.ts";

const FORM = "{year}-{serial:6}";

test("a number is the year and the serial number in the form of the specification", () => {
  expect(matterNumber(FORM, 2026, 123)).toBe("2026-000123");
  expect(matterNumber("SN{year}/{serial:3}", 2026, 12_345)).toBe("SN2026/12345");
});

test.each([
  ["2026-000123", "2026-000123"],
  ["2026-123", "2026-000123"],
  [" 2026 – 123 ", "2026-000123"],
  ["2026000123", undefined],
  ["202600-0123", undefined],
  ["20140217-9801", undefined],
  ["20140217-T001", undefined],
  ["2026-", undefined],
  ["2026-12-01", undefined],
  ["Alva", undefined],
])("'%s' is read as %s", (typed, expected) => {
  expect(readMatterNumber(FORM, typed)).toBe(expected);
});

test("what was written is read as the same", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(FORM, "B{year}/{serial:1}", "dnr.{year}–{serial:9}"),
      fc.integer({ min: 1900, max: 2999 }),
      fc.integer({ min: 1, max: 999_999_999 }),
      (form, year, serial) => {
        const number = matterNumber(form, year, serial);
        expect(readMatterNumber(form, number)).toBe(number);
      },
    ),
  );
});

function reported(matterNumber?: string): Chain {
  const chain = new Chain("2014-02-17");
  chain.must("akt.create", "2026-03-01T10:00", { ids: { person: child } });
  chain.must("report.receive", "2026-03-02T10:05", {
    ids: { report: id(10) },
    data: reportData,
    ...(matterNumber === undefined ? {} : { matterNumber }),
  });
  return chain;
}

test("a matter gets its number from what starts it, and keeps it when that is moved away", () => {
  const chain = reported("2026-000007");
  const again = { ...reportData, arrivedAt: "2026-03-03T10:00" };
  chain.must("report.receive", "2026-03-03T10:05", {
    ids: { report: id(12) },
    data: again,
    matterNumber: "2026-000008",
  });
  expect(chain.state?.matters[id(1)]?.number).toBe("2026-000007");
  expect(chain.events.map(({ body }) => body.matterNumber)).toEqual([
    undefined,
    "2026-000007",
    undefined,
  ]);
  const moving = { entry: 2, movedReason: "Skrevs i fel akt." };
  chain.must("record.move", "2026-03-04T10:00", { data: moving });
  expect(chain.state?.matters[id(1)]).toMatchObject({ number: "2026-000007" });
});

test("a log from before matters had numbers folds to the same, without one", () => {
  const [old, numbered] = [reported(), reported("2026-000007")];
  const { number, ...rest } = numbered.state?.matters[id(1)] ?? {};
  expect(number).toBe("2026-000007");
  expect(foldAkt(old.events, id(50))?.matters[id(1)]).toEqual(rest);
});
