import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseUuid, type Uuid } from "../../kernel/ids.ts";
import { plainDate } from "../../kernel/plain-date.ts";
import { isProtectedAmong, livesWith, protectedThrough, aroundOf } from "./lives-with.ts";
import type { PersonState, Relation } from "./person-state.ts";

const id = (n: number): Uuid => parseUuid(`01900000-0000-7000-8000-00000000000${n}`) as Uuid;
const [CHILD, MOTHER, FATHER] = [id(1), id(2), id(3)];
const day = plainDate("2026-03-01");

function person(
  of: Uuid,
  fields: Readonly<Record<string, string>>,
  relations: readonly Partial<Relation>[] = [],
): PersonState {
  const validFrom = plainDate("2020-01-01");
  return {
    person: of,
    registeredOn: validFrom,
    identityHistory: [],
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, [{ validFrom, value }]]),
    ),
    relations: relations.map((each, at) => ({
      relation: id(9 - at),
      kind: "guardian",
      to: CHILD,
      ...each,
    })),
  };
}

const address = "Provgatan 5, 999 31 Lindvik";
const level = "secrecy-marking";
const child = person(CHILD, { address });
const guardian = [{}];

describe("a child's protection by whom it lives with", () => {
  test("follows a protected parent with the same address, however it is written", () => {
    const mother = person(
      MOTHER,
      { address: "PROVGATAN 5 999 31 lindvik", protectionLevel: level },
      guardian,
    );
    expect(protectedThrough(child, aroundOf(CHILD, [mother]), day)).toBe(MOTHER);
    expect(livesWith(child, MOTHER, [mother], day)).toBe(true);
  });

  test("does not follow one who lives elsewhere, or whose address nobody knows", () => {
    for (const where of [{ address: "Annan gata 1" }, { phone: "x" }]) {
      const father = person(FATHER, { ...where, protectionLevel: level }, guardian);
      expect(isProtectedAmong(child, [father], day)).toBe(false);
    }
    const unknown = person(CHILD, {});
    const father = person(FATHER, { protectionLevel: level }, guardian);
    expect(isProtectedAmong(unknown, [father], day)).toBe(false);
  });

  test("is what is said of the home, where it is said: until the child lives there no longer", () => {
    const to = plainDate("2026-03-31");
    const mother = person(MOTHER, { address, protectionLevel: level }, guardian);
    const home = person(FATHER, { address: "Annan gata 1" }, [{ kind: "home", validTo: to }]);
    expect(isProtectedAmong(child, [mother, home], day)).toBe(false);
    expect(isProtectedAmong(child, [mother, home], plainDate("2026-04-01"))).toBe(true);
    const refuge = person(FATHER, { protectionLevel: level }, [
      { kind: "shared-home", validTo: to },
    ]);
    expect(protectedThrough(child, aroundOf(CHILD, [refuge]), day)).toBe(FATHER);
    expect(isProtectedAmong(child, [refuge], plainDate("2026-04-01"))).toBe(false);
  });

  test("is never somebody's own: it is gone when the adult is protected no more", () => {
    fc.assert(
      fc.property(fc.constantFrom("none", level, "protected-registration"), (own) => {
        const mother = person(MOTHER, { address, protectionLevel: own }, guardian);
        expect(isProtectedAmong(child, [mother], day)).toBe(own !== "none");
        const itself = person(CHILD, { address, protectionLevel: level });
        expect(protectedThrough(itself, aroundOf(CHILD, [mother]), day)).toBeUndefined();
      }),
    );
  });
});
