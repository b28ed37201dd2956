import { expect, test } from "vitest";
import { instantOfLocal, parseLocalDateTime } from "../../kernel/instant.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { clockStatusOn } from "../../rules/clock.ts";
import { plainDate } from "../../kernel/plain-date.ts";
import type { Answers, RecordedEvent } from "../event.ts";
import { id } from "../testing/chain.ts";
import { readSpecForTests } from "../testing/read-spec.ts";
import { applyUnit } from "../unit/apply-unit.ts";
import { decideUnit, type UnitCommand } from "../unit/decide-unit.ts";
import type { UnitState } from "../unit/unit-state.ts";
import { clocksOfIncident } from "./incident-clocks.ts";

const incident = id(60);
const { law, calendar } = readSpecForTests();

function moment(local: string) {
  const parsed = parseLocalDateTime(local);
  if (parsed === undefined) throw new Error(local);
  return instantOfLocal(parsed);
}

/** The organisation of a board, with commands given one after the other. */
class Board {
  state: UnitState | undefined;
  #seq = 0;

  give(
    type: UnitCommand["type"],
    at: string,
    data: Answers,
    ids: Readonly<Record<string, Uuid>> = { incident },
  ) {
    const decision = decideUnit(this.state, { type, ids, data }, { now: moment(at), actor: id(1) });
    if (!decision.ok) return decision.problems.map((found) => found.id);
    for (const event of decision.events) {
      this.#seq += 1;
      const recorded: RecordedEvent = { ...event, seq: this.#seq };
      this.state = applyUnit(this.state, recorded, id(2));
    }
    return [];
  }

  clocks() {
    const [first] = this.state?.incidents ?? [];
    return first === undefined ? [] : clocksOfIncident(first, law, calendar);
  }

  statusOf(rule: string, on: string) {
    const clock = this.clocks().find(({ ruleId }) => ruleId === rule);
    return clock === undefined ? undefined : clockStatusOn(clock, plainDate(on));
  }
}

function noted(concerns: readonly string[]) {
  const board = new Board();
  board.give("board.make", "2026-03-01T08:00", { name: "Nämnden" }, {});
  const data = { knownAt: "2026-03-28T13:00", concerns, text: "En lista låg öppen." };
  expect(board.give("incident.note", "2026-03-28T14:00", data)).toEqual([]);
  return board;
}

test("a breach of personal data is notified within 72 hours of the clock on the wall, or with reasons not", () => {
  // The night to the 29th has one hour less.
  const board = noted(["data-breach"]);
  expect(board.clocks()).toMatchObject([
    { ruleId: "P-05", hours: { from: "2026-03-28T13:00", due: "2026-03-31T14:00" } },
  ]);
  expect(board.statusOf("P-05", "2026-04-01")).toBe("missed");
  const step = { doneAt: "2026-03-30T10:00", step: "not-notified", text: "Listan var krypterad." };
  expect(board.give("incident.step", "2026-03-30T10:05", step)).toEqual([]);
  expect(board.statusOf("P-05", "2026-04-01")).toBe("met");
});

test("an attack has an early notice in 24 hours, a report in 72 and a final report a month after it", () => {
  const board = noted(["cyber", "data-breach"]);
  const rules = board.clocks().map(({ ruleId }) => ruleId);
  expect(rules.toSorted()).toEqual(["P-05", "U-01a", "U-01b"]);
  const steps = [
    ["early-notice", "2026-03-29T12:00"],
    ["incident-report", "2026-03-31T12:00"],
  ] as const;
  for (const [step, doneAt] of steps) board.give("incident.step", doneAt, { step, doneAt });
  expect(board.statusOf("U-01a", "2026-04-01")).toBe("met");
  expect(board.statusOf("U-01b", "2026-04-01")).toBe("met");
  expect(board.clocks().find(({ ruleId }) => ruleId === "U-01c")?.legalLatest).toBe("2026-04-30");
  expect(board.statusOf("U-01c", "2026-04-15")).toBe("open");
});

test("is noted once, not before it is known, and takes no step after its end", () => {
  const board = noted(["data-breach"]);
  const data = { knownAt: "2026-03-28T13:00", concerns: ["cyber"], text: "Igen." };
  expect(board.give("incident.note", "2026-03-28T14:00", data)).toEqual(["incident.known"]);
  const later = { doneAt: "2026-03-28T16:00", step: "measure" };
  expect(board.give("incident.step", "2026-03-28T15:00", later)).toEqual([
    "command.time-later-than-now",
  ]);
  expect(board.give("incident.step", "2026-03-28T15:00", later, { incident: id(61) })).toEqual([
    "incident.not-found",
  ]);
  const end = { doneAt: "2026-03-28T15:00", step: "closed" };
  expect(board.give("incident.step", "2026-03-28T15:00", end)).toEqual([]);
  expect(board.give("incident.step", "2026-03-28T15:10", end)).toEqual(["incident.closed"]);
});
