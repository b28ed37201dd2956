import { describe, expect, test } from "vitest";
import { daysOfChange, holdsOn, networkOn, type NetworkFact } from "./network.ts";

function is(person: string, kind: string, other: string, from?: string, to?: string): NetworkFact {
  const relation = [person, kind, other].join(" ");
  return { relation, person, kind, other, validFrom: from ?? null, validTo: to ?? null };
}

const facts = [
  is("mum", "guardian", "kid", "2015-01-01"),
  is("dad", "guardian", "kid", "2015-01-01", "2024-05-31"),
  is("new", "partner", "kid", "2024-06-01"),
  is("bro", "sibling", "kid"),
  is("kid", "sibling", "half"),
  is("mum", "guardian", "bro"),
  is("dad", "guardian", "bro"),
  is("mum", "guardian", "half"),
  is("rolf", "parent", "half"),
  is("kid", "parent", "baby", "2026-01-01"),
];

describe("networkOn", () => {
  test("stands everybody in one place, siblings with the same parents together", () => {
    expect(networkOn(facts, "kid", "2020-01-01")).toEqual({
      parents: ["dad", "mum", "rolf"],
      broods: [
        { parents: ["dad", "mum"], members: ["kid", "bro"] },
        { parents: ["mum", "rolf"], members: ["half"] },
      ],
      own: [],
      others: [],
    });
  });

  test("is of its day: who has left is not there, who came is", () => {
    const later = networkOn(facts, "kid", "2026-02-01");
    expect(later.broods[0]).toEqual({ parents: ["mum"], members: ["kid"] });
    expect(later.others).toEqual(["new"]);
    expect(later.own).toEqual(["baby"]);
  });

  test("does not depend on the order of the facts", () => {
    expect(networkOn(facts.toReversed(), "kid", "2020-01-01")).toEqual(
      networkOn(facts, "kid", "2020-01-01"),
    );
  });
});

test("both days of a relation are included, and an unknown day is always", () => {
  const fact = is("a", "guardian", "b", "2020-01-01", "2020-12-31");
  expect(
    ["2019-12-31", "2020-01-01", "2020-12-31", "2021-01-01"].map((day) => holdsOn(fact, day)),
  ).toEqual([false, true, true, false]);
  expect(holdsOn(is("a", "guardian", "b"), "1900-01-01")).toBe(true);
});

test("the days of change are told once each, oldest first", () => {
  expect(daysOfChange(facts)).toEqual(["2015-01-01", "2024-05-31", "2024-06-01", "2026-01-01"]);
});
