import { describe, expect, test } from "vitest";
import { uuidV7, type Uuid } from "../../kernel/ids.ts";
import { instantOfLocal, parseLocalDateTime } from "../../kernel/instant.ts";
import type { PlainDate } from "../../kernel/plain-date.ts";
import { roles, type Role } from "../command.ts";
import { applyUnit } from "./apply-unit.ts";
import { decideUnit, type UnitCommand } from "./decide-unit.ts";
import { mayBeTogether, rolesOn } from "./roles.ts";
import type { UnitState } from "./unit-state.ts";

const id = (n: number): Uuid => uuidV7(n, new Uint8Array(10));
const [mira, kajsa, grant] = [id(1), id(2), id(3)];
const empty: UnitState = {
  board: id(300),
  name: "",
  units: [],
  staff: [],
  absences: [],
  duties: [],
};

function give(state: UnitState, command: UnitCommand, by: Uuid): UnitState | string[] {
  const local = parseLocalDateTime("2026-03-02T08:00");
  if (local === undefined) throw new Error("no time");
  const decided = decideUnit(state, command, { now: instantOfLocal(local), actor: by });
  if (!decided.ok) return decided.problems.map((found) => found.id);
  return decided.events.reduce(
    (folded, event) => applyUnit(folded, { ...event, seq: 9 }, state.board),
    state,
  );
}

function must(state: UnitState, command: UnitCommand, by: Uuid): UnitState {
  const given = give(state, command, by);
  if (!("staff" in given)) throw new Error(given.join());
  return given;
}

function employ(staff: Uuid, role: Role, days: Readonly<Record<string, string>> = {}): UnitCommand {
  const data = { name: "Namn", role, qualified: true, ...days };
  return { type: "staff.add", ids: { staff }, data };
}

function granting(staff: Uuid, role: string, days: Readonly<Record<string, string>>): UnitCommand {
  return { type: "role.grant", ids: { grant, staff }, data: { role, ...days } };
}

const board = must(
  must(empty, employ(kajsa, "user-administrator"), kajsa),
  employ(mira, "caseworker"),
  kajsa,
);
const on = (day: string, synthetic = true) => ({ today: day as PlainDate, synthetic });

function rolesOfMira(state: UnitState, day: string, synthetic = true): readonly Role[] {
  const member = state.staff.find(({ staff }) => staff === mira);
  if (member === undefined) throw new Error("nobody");
  return rolesOn(state, member, on(day, synthetic));
}

describe("a role", () => {
  test("beside the own one runs for its days, and until it is taken back", () => {
    const days = { from: "2026-03-05", to: "2026-03-06" };
    const given = must(board, granting(mira, "out-of-hours", days), kajsa);
    expect(rolesOfMira(given, "2026-03-04")).toEqual(["caseworker"]);
    expect(rolesOfMira(given, "2026-03-06")).toEqual(["caseworker", "out-of-hours"]);
    expect(rolesOfMira(given, "2026-03-07")).toEqual(["caseworker"]);
    const ended = must(given, { type: "role.end", ids: { grant }, data: {} }, kajsa);
    expect(rolesOfMira(ended, "2026-03-06")).toEqual(["caseworker"]);
  });

  test("for a time ends with its day; training is worth nothing among real persons", () => {
    const ivar = must(empty, employ(mira, "inspector", { to: "2026-03-06" }), kajsa);
    expect(rolesOfMira(ivar, "2026-03-06")).toEqual(["inspector"]);
    expect(rolesOfMira(ivar, "2026-03-07")).toEqual([]);
    const given = must(board, granting(mira, "trainer", { from: "2026-03-01" }), kajsa);
    expect(rolesOfMira(given, "2026-03-06")).toEqual(["caseworker", "trainer"]);
    expect(rolesOfMira(given, "2026-03-06", false)).toEqual(["caseworker"]);
  });

  test("is given to nobody by themselves", () => {
    const from = { from: "2026-03-02" };
    expect(give(board, granting(kajsa, "log-reviewer", from), kajsa)).toEqual(["role.self"]);
    const change = { ...employ(kajsa, "unit-manager"), type: "staff.change" as const };
    expect(give(board, change, kajsa)).toEqual(["role.self"]);
    expect(give(board, { ...employ(id(9), "unit-manager") }, id(9))).toEqual(["role.self"]);
    const renamed = { ...employ(kajsa, "user-administrator"), type: "staff.change" as const };
    expect(give(board, renamed, kajsa)).toHaveProperty("staff");
  });

  test("is one of the list, with days, beside those it may stand with", () => {
    const from = { from: "2026-03-02" };
    expect(give(board, granting(mira, "king", from), kajsa)).toEqual(["role.unknown"]);
    expect(give(board, granting(mira, "out-of-hours", {}), kajsa)).toEqual(["role.no-days"]);
    expect(give(board, granting(mira, "analyst", from), kajsa)).toEqual(["role.apart"]);
    const out = must(board, granting(mira, "out-of-hours", from), kajsa);
    const change = { ...employ(mira, "log-reviewer"), type: "staff.change" as const };
    expect(give(out, change, kajsa)).toEqual(["role.apart"]);
  });

  test("for a time has a last day, is given once for a day, and stands in nobody's way when it is over", () => {
    const from = { from: "2026-03-02" };
    expect(give(empty, employ(mira, "inspector"), kajsa)).toEqual(["role.needs-end"]);
    const out = must(board, granting(mira, "out-of-hours", { ...from, to: "2026-03-09" }), kajsa);
    const again = { ...granting(mira, "out-of-hours", from), ids: { grant: id(4), staff: mira } };
    expect(give(out, again, kajsa)).toEqual(["role.twice"]);
    const moved = must(out, granting(mira, "out-of-hours", { ...from, to: "2026-03-03" }), kajsa);
    expect(rolesOfMira(moved, "2026-03-04")).toEqual(["caseworker"]);
    const change = employ(mira, "log-reviewer", { from: "2026-03-04" });
    const later = { ...change, type: "staff.change" as const };
    expect(give(out, later, kajsa)).toEqual(["role.apart"]);
    expect(rolesOfMira(must(moved, later, kajsa), "2026-03-04")).toEqual(["log-reviewer"]);
  });

  test("that checks, counts or runs the system stands alone", () => {
    const alone: readonly Role[] = [
      "log-reviewer",
      "user-administrator",
      "system-administrator",
      "analyst",
      "inspector",
      "provider",
    ];
    for (const one of alone) {
      expect(
        roles.filter((other) => mayBeTogether(one, other)),
        one,
      ).toEqual([]);
    }
  });
});
