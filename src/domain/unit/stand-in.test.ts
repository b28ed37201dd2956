import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { uuidV7, type Uuid } from "../../kernel/ids.ts";
import { instantOfLocal, parseLocalDateTime } from "../../kernel/instant.ts";
import { parsePlainDate, type PlainDate } from "../../kernel/plain-date.ts";
import type { StaffFacts } from "../command.ts";
import { applyUnit } from "./apply-unit.ts";
import { decideUnit, type UnitCommand } from "./decide-unit.ts";
import { coverOf, dutiesOn, dutyWorker, mayStandInFor, standInsOn } from "./stand-in.ts";
import type { Absence, Duty, UnitState } from "./unit-state.ts";

const id = (n: number): Uuid => uuidV7(n, new Uint8Array(10));
const unit = id(301);
const [mira, jonatan, ylva, carina, gunnel, admin] = [1, 2, 3, 4, 5, 6].map(id) as [
  Uuid,
  Uuid,
  Uuid,
  Uuid,
  Uuid,
  Uuid,
];

function member(staff: Uuid, role: StaffFacts["role"], place: Uuid | undefined = unit): StaffFacts {
  return {
    staff,
    name: "",
    role,
    qualified: true,
    ...(place === undefined ? {} : { unit: place }),
  };
}

const board: UnitState = {
  board: id(300),
  name: "Nämnden",
  units: [
    { unit, name: "Utredning" },
    { unit: id(302), name: "Mottagning" },
  ],
  staff: [
    member(mira, "caseworker"),
    member(jonatan, "caseworker"),
    member(ylva, "caseworker", id(302)),
    member(carina, "unit-manager"),
    member(gunnel, "unit-manager", id(302)),
    member(admin, "user-administrator", undefined),
  ],
  absences: [],
  duties: [],
};

function day(text: string): PlainDate {
  return parsePlainDate(text) ?? ("" as PlainDate);
}
const on = day("2026-03-04");

function away(staff: Uuid, substitute?: Uuid): Absence {
  const days = { from: day("2026-03-02"), to: day("2026-03-06") };
  return { absence: id(400), staff, ...days, ...(substitute === undefined ? {} : { substitute }) };
}

function duty(holder: Uuid, substitute?: Uuid): Duty {
  const days = { from: day("2026-03-02"), to: day("2026-03-06") };
  const had = { duty: id(500), unit, function: dutyWorker, holder, ...days };
  return substitute === undefined ? had : { ...had, substitute };
}

function give(state: UnitState, command: UnitCommand, by: Uuid, at = "2026-03-02T08:00") {
  const local = parseLocalDateTime(at);
  if (local === undefined) throw new Error(at);
  const decided = decideUnit(state, command, { now: instantOfLocal(local), actor: by });
  if (!decided.ok) return decided.problems.map((found) => found.id);
  return decided.events.reduce(
    (folded, event) => applyUnit(folded, { ...event, seq: 9 }, state.board),
    state,
  );
}

const setAway: UnitCommand = {
  type: "absence.set",
  ids: { absence: id(400), staff: mira, substitute: jonatan },
  data: { from: "2026-03-02", to: "2026-03-06" },
};

describe("who stands in", () => {
  test("is the one who is named, on the days of the absence and no other", () => {
    const state = { ...board, absences: [away(mira, jonatan)] };
    const days = ["2026-03-01", "2026-03-02", "2026-03-06", "2026-03-07"];
    const counts = days.map((each) => standInsOn(state, jonatan, day(each)).forStaff.length);
    expect(counts).toEqual([0, 1, 1, 0]);
    expect(standInsOn(state, mira, on).forStaff).toEqual([]);
  });

  test("is the substitute's substitute when that one is away too, and never goes in a circle", () => {
    const chain = { ...board, absences: [away(mira, jonatan), away(jonatan, ylva)] };
    expect(standInsOn(chain, ylva, on).forStaff.map(({ staff }) => staff)).toEqual([mira, jonatan]);
    const circle = { ...board, absences: [away(mira, jonatan), away(jonatan, mira)] };
    expect(coverOf(circle, away(mira, jonatan), on)).toBeUndefined();
  });

  test("is the duty worker where nobody is named, or the duty worker's own substitute", () => {
    const state = { ...board, absences: [away(mira)], duties: [duty(jonatan)] };
    expect(coverOf(state, away(mira), on)).toBe(jonatan);
    const both = {
      ...board,
      absences: [away(mira), { ...away(jonatan), absence: id(401) }],
      duties: [duty(jonatan, carina)],
    };
    expect(dutiesOn(both, on).map(({ holder }) => holder)).toEqual([carina]);
    expect(coverOf(both, away(mira), on)).toBe(carina);
  });

  test("leads the unit of a manager, which no duty worker does", () => {
    const state = { ...board, absences: [away(carina, gunnel)], duties: [duty(jonatan)] };
    expect(standInsOn(state, gunnel, on).units).toEqual([unit]);
    const nobody = { ...state, absences: [away(carina)] };
    expect(coverOf(nobody, away(carina), on)).toBeUndefined();
  });

  test("never is somebody who is away, and always can do the work", () => {
    const people = board.staff.map(({ staff }) => staff);
    const someone = fc.constantFrom(...people);
    const absences = fc.uniqueArray(
      fc.tuple(someone, fc.option(someone, { nil: undefined })).map(([who, by]) => away(who, by)),
      { selector: ({ staff }) => staff },
    );
    fc.assert(
      fc.property(absences, fc.array(someone.map((who) => duty(who))), (given, duties) => {
        const allowed = given.filter(({ staff, substitute }) => {
          const ids = { absence: id(400), staff, ...(substitute && { substitute }) };
          return !Array.isArray(give(board, { ...setAway, ids }, admin));
        });
        const state = { ...board, absences: allowed, duties };
        const awayNow = new Set(allowed.map(({ staff }) => staff));
        for (const person of people) {
          const { forStaff } = standInsOn(state, person, on);
          if (forStaff.length > 0) expect(awayNow.has(person)).toBe(false);
          for (const { staff } of forStaff) {
            const roles = [person, staff].map((each) => roleOf(each));
            expect(mayStandInFor(roles[0] ?? "board", roles[1] ?? "board")).toBe(true);
          }
        }
      }),
    );
  });
});

function roleOf(staff: Uuid): StaffFacts["role"] | undefined {
  return board.staff.find((each) => each.staff === staff)?.role;
}

describe("an absence", () => {
  test("is entered by the manager of the unit or the administrator, and by nobody else", () => {
    expect(give(board, setAway, carina)).toMatchObject({ absences: [{ staff: mira }] });
    expect(give(board, setAway, admin)).toMatchObject({ absences: [{ staff: mira }] });
    for (const by of [gunnel, jonatan, mira]) {
      expect(give(board, setAway, by)).toEqual(["staffing.not-your-unit"]);
    }
  });

  test.each([
    ["without an end", { data: { from: "2026-03-02" } }, "staffing.no-period"],
    ["backwards", { data: { from: "2026-03-02", to: "2026-03-01" } }, "staffing.ends-early"],
    ["for oneself", { ids: { ...setAway.ids, substitute: mira } }, "staffing.self"],
    ["by somebody unknown", { ids: { ...setAway.ids, substitute: id(99) } }, "staff.not-found"],
    [
      "of a manager by a caseworker",
      { ids: { ...setAway.ids, staff: carina, substitute: mira } },
      "staffing.role",
    ],
  ])("%s is refused", (_what, change, expected) => {
    expect(give(board, { ...setAway, ...change }, carina)).toEqual([expected]);
  });

  test("is changed under the same id, ends the day somebody is back, and leaves the state when over", () => {
    const first = give(board, setAway, carina);
    if (Array.isArray(first)) throw new Error("refused");
    const again = { ...setAway, ids: { ...setAway.ids, absence: id(401) } };
    expect(give(first, again, carina)).toEqual(["staffing.overlaps"]);
    const longer = give(
      first,
      { ...setAway, data: { from: "2026-03-02", to: "2026-03-09" } },
      carina,
    );
    expect(longer).toMatchObject({ absences: [{ to: "2026-03-09" }] });
    const end: UnitCommand = { type: "absence.end", ids: { absence: id(400) }, data: {} };
    const back = give(first, end, carina, "2026-03-04T09:00");
    expect(back).toMatchObject({ absences: [] });
    expect(give(board, end, carina)).toEqual(["staffing.not-found"]);
  });
});

describe("a function of a unit", () => {
  test("is for those who work there", () => {
    const command: UnitCommand = {
      type: "duty.set",
      ids: { duty: id(500), unit, holder: jonatan, substitute: mira },
      data: { function: dutyWorker, from: "2026-03-02", to: "2026-03-06" },
    };
    expect(give(board, command, carina)).toMatchObject({ duties: [{ holder: jonatan }] });
    const stranger = { ...command, ids: { ...command.ids, holder: ylva } };
    expect(give(board, stranger, carina)).toEqual(["staffing.other-unit"]);
    expect(give(board, command, gunnel)).toEqual(["staffing.not-your-unit"]);
  });
});
