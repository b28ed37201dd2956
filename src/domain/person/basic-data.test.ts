import { describe, expect, test } from "vitest";
import { plainDate } from "../../kernel/plain-date.ts";
import { at, child, id, worker } from "../testing/chain.ts";
import { readSpecForTests } from "../testing/read-spec.ts";
import type { RecordedEvent } from "../event.ts";
import { applyPerson } from "./apply-person.ts";
import { decidePerson, type PersonCommand } from "./decide-person.ts";
import { datedFieldOn, type PersonState } from "./person-state.ts";

const spec = readSpecForTests();

function give(state: PersonState | undefined, command: Partial<PersonCommand>, time: string) {
  const now = at(time);
  const type = state === undefined ? ("person.register" as const) : ("person.change" as const);
  const ctx = {
    now,
    today: plainDate(time.slice(0, 10)),
    actor: worker.staff,
    ...spec,
    numberAllowed: () => true,
    provisional: () => "20140217-T001",
  };
  return decidePerson(state, { type, data: {}, relations: [], ...command }, ctx);
}

function registered(command: Partial<PersonCommand>): PersonState {
  const decided = give(undefined, command, "2026-03-02T10:00");
  if (!decided.ok) throw new Error(JSON.stringify(decided.problems));
  return fold(undefined, decided.events);
}

function fold(
  state: PersonState | undefined,
  events: readonly Omit<RecordedEvent, "seq">[],
): PersonState {
  const folded = events.reduce<PersonState | undefined>(
    (before, event, index) => applyPerson(before, { ...event, seq: index + 1 }, child),
    state,
  );
  if (folded === undefined) throw new Error("nothing happened");
  return folded;
}

describe("basic data", () => {
  test("know of each value from when it holds, where it comes from and when it was recorded", () => {
    const state = registered({ data: { givenName: "Elmer", schoolForm: "compulsory" } });
    const changed = give(
      state,
      {
        data: { schoolForm: "none" },
        source: "guardian",
        validFrom: plainDate("2026-03-09"),
      },
      "2026-03-12T10:00",
    );
    if (!changed.ok) throw new Error("refused");
    const later = fold(state, changed.events);
    expect(datedFieldOn(later, "schoolForm", plainDate("2026-03-08"))?.value).toBe("compulsory");
    expect(datedFieldOn(later, "schoolForm", plainDate("2026-03-09"))).toEqual({
      validFrom: "2026-03-09",
      value: "none",
      source: "guardian",
      recordedOn: "2026-03-12",
      by: expect.any(String),
    });
    expect(later.fields["source"]).toBeUndefined();
  });

  test("hold the contacts of the child, each with an id of its own", () => {
    const healthContacts = [{ id: id(980), kind: "dental", name: "Lindviks tandklinik" }];
    const state = registered({ data: { givenName: "Elmer", healthContacts } });
    expect(datedFieldOn(state, "healthContacts", plainDate("2026-03-02"))?.value).toEqual(
      healthContacts,
    );
  });

  test("know of a relation who said so, and refuse one that cannot be", () => {
    const state = registered({ data: { givenName: "Elmer" } });
    const relation = {
      relation: id(981),
      kind: "sibling",
      to: id(982),
      validFrom: plainDate("2026-03-02"),
    };
    const related = (change: object) =>
      give(
        state,
        { relations: [{ ...relation, ...change }], source: "guardian" },
        "2026-03-12T10:00",
      );
    const told = related({});
    if (!told.ok) throw new Error("refused");
    expect(fold(state, told.events).relations).toEqual([{ ...relation, source: "guardian" }]);
    expect(related({ to: child })).toMatchObject({
      problems: [{ id: "person.relation-to-itself", pointer: "/relations/0/to" }],
    });
    expect(related({ validTo: plainDate("2026-03-01") })).toMatchObject({
      problems: [{ id: "person.relation-ends-before-it-begins", pointer: "/relations/0/validTo" }],
    });
  });

  test("come from a known source", () => {
    const state = registered({ data: { givenName: "Elmer" } });
    const refused = give(
      state,
      { data: { schoolName: "Tallmoskolan" }, source: "gossip" },
      "2026-03-12T10:00",
    );
    expect(refused).toMatchObject({
      ok: false,
      problems: [{ id: "answer.unknown-code", pointer: "/source" }],
    });
  });
});

describe("a relation", () => {
  const relation = id(700);
  const other = id(101);
  const guardian = { relation, kind: "guardian", to: other };
  const since = { ...guardian, validFrom: plainDate("2020-01-01") };

  function related(command: Partial<PersonCommand>, state = registered({})) {
    const decided = give(state, command, "2026-03-12T10:00");
    return decided.ok ? fold(state, decided.events) : decided.problems.map((found) => found.id);
  }

  test("has its days and its source, and ends under the same id", () => {
    const made = related({ relations: [since], source: "population-register" });
    if (Array.isArray(made)) throw new Error(made.join());
    expect(made.relations).toEqual([{ ...since, source: "population-register" }]);
    const to = plainDate("2026-03-01");
    expect(related({ relations: [{ ...since, validTo: to }] }, made)).toMatchObject({
      relations: [{ relation, validTo: "2026-03-01" }],
    });
  });

  test.each([
    [
      "ends before it begins",
      { ...since, validTo: plainDate("2019-12-31") },
      "ends-before-it-begins",
    ],
    ["is to oneself", { ...since, relation: id(701), to: child }, "to-itself"],
    ["becomes another kind", { ...since, kind: "home" }, "other"],
    ["becomes one to somebody else", { ...since, to: id(102) }, "other"],
  ])("never %s", (_what, change, problem) => {
    const made = related({ relations: [since] });
    if (Array.isArray(made)) throw new Error(made.join());
    expect(related({ relations: [change] }, made)).toEqual([`person.relation-${problem}`]);
  });
});
