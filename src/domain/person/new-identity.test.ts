import { describe, expect, test } from "vitest";
import { parseIdentityNumber } from "../../kernel/identity-number.ts";
import { parseUuid, type Uuid } from "../../kernel/ids.ts";
import { plainDate } from "../../kernel/plain-date.ts";
import { linkedIdentity, secondIdentity, toldOfIdentity } from "./new-identity.ts";
import type { PersonState } from "./person-state.ts";

const today = plainDate("2026-11-22");
const person = parseUuid("01900000-0000-7000-8000-000000000001") as Uuid;

function numbered(level: string, ...numbers: readonly string[]): PersonState {
  const known = numbers.flatMap((number) => {
    const parsed = parseIdentityNumber(number, today);
    return parsed.ok ? [parsed.value] : [];
  });
  const [identity, ...identityHistory] = known.toReversed();
  return {
    person,
    registeredOn: today,
    identityHistory,
    ...(identity === undefined ? {} : { identity }),
    fields: { protectionLevel: [{ validFrom: today, value: level }] },
    relations: [],
  };
}

const [OLD, NEW, OURS] = ["198611119887", "198304309878", "19861111-T001"];

describe("a new identity", () => {
  test("is given to nobody whose own number is known, nor with another number", () => {
    const fictitious = { protectionLevel: "fictitious" };
    const refused = (state: PersonState, data: Record<string, string>) =>
      secondIdentity(state, data)?.id;
    expect(refused(numbered("none", OLD), { ...fictitious, identityNumber: NEW })).toBe(
      "person.new-identity-anew",
    );
    expect(refused(numbered("none", OLD, NEW), fictitious)).toBe("person.new-identity-anew");
    expect(refused(numbered("fictitious", NEW), { identityNumber: OLD })).toBe(
      "person.new-identity-anew",
    );
    // Registered under it, and told of its level later; or by a number of ours first.
    expect(refused(numbered("none", NEW), fictitious)).toBeUndefined();
    expect(refused(numbered("fictitious", OURS), { identityNumber: NEW })).toBeUndefined();
    expect(refused(numbered("fictitious", NEW), { identityNumber: "830430-9878" })).toBeUndefined();
    expect(secondIdentity(undefined, { ...fictitious, identityNumber: NEW })).toBeUndefined();
  });

  test("ties its record to no other, also when the level has ended since", () => {
    const ended = numbered("fictitious", NEW);
    const later = { validFrom: plainDate("2026-11-23"), value: "none" };
    const state = {
      ...ended,
      fields: { protectionLevel: [...(ended.fields["protectionLevel"] ?? []), later] },
    };
    expect(linkedIdentity([numbered("none", OLD), state])?.id).toBe("person.new-identity");
    expect(linkedIdentity([numbered("secrecy-marking", OLD), undefined])).toBeUndefined();
  });

  test("is told to nobody by what it rests on, and a police decision of another kind is", () => {
    const told = (state: PersonState) => [
      toldOfIdentity(state, "protectionLevel", "fictitious"),
      toldOfIdentity(state, "protectionProvision", "new-identity"),
      toldOfIdentity(state, "protectionAuthority", "police"),
      toldOfIdentity(state, "protectionAuthority", "tax-agency"),
      toldOfIdentity(state, "givenName", "police"),
    ];
    const hidden = ["protected-registration", undefined, undefined, "tax-agency", "police"];
    expect(told(numbered("fictitious", NEW))).toEqual(hidden);
    expect(toldOfIdentity(numbered("none", NEW), "protectionAuthority", "police")).toBe("police");
  });
});
