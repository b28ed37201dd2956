import { expect, test } from "vitest";
import { parseUuid, type Uuid } from "../kernel/ids.ts";
import { isToFollowUp } from "./glass.ts";

function id(n: number): Uuid {
  return parseUuid(`01900000-0000-7000-8000-${String(n).padStart(12, "0")}`) as Uuid;
}
const [opens, looks] = [id(1), id(2)];
const [receiving, investigating, other] = [id(11), id(12), id(13)];

test("an opening is followed up by a manager of its units or who stands in for one, never by whoever opened it", () => {
  const opener = { staff: opens, unit: receiving, isManager: false };
  const of = (unit: Uuid | undefined, standsIn: readonly Uuid[] = []) =>
    isToFollowUp({ staff: looks, unit, standIn: { staff: [], units: standsIn } }, opener, [
      investigating,
    ]);
  expect([of(receiving), of(investigating), of(other)]).toEqual([true, true, false]);
  expect([of(other, [receiving]), of(other, [investigating])]).toEqual([true, true]);
  const own = { staff: opens, unit: receiving, standIn: { staff: [], units: [receiving] } };
  expect(isToFollowUp(own, opener, [investigating])).toBe(false);
  const bySomeManager = { ...opener, isManager: true };
  expect(isToFollowUp({ staff: looks, unit: other }, bySomeManager, [])).toBe(true);
});
