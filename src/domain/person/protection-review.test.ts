import { expect, test } from "vitest";
import { parseUuid, type Uuid } from "../../kernel/ids.ts";
import { plainDate } from "../../kernel/plain-date.ts";
import type { PersonState } from "./person-state.ts";
import { protectionReview } from "./protection-review.ts";

const day = plainDate("2026-03-01");

/** Somebody with a protection decided on the day. */
function protectedBy(provision: string, more: Readonly<Record<string, string>> = {}): PersonState {
  const values = { protectionLevel: "protected-registration", protectionDecidedOn: day, ...more };
  const fields = Object.entries({ ...values, protectionProvision: provision });
  return {
    person: parseUuid("01900000-0000-7000-8000-000000000001") as Uuid,
    registeredOn: day,
    identityHistory: [],
    relations: [],
    fields: Object.fromEntries(
      fields.map(([field, value]) => [field, [{ validFrom: day, value }]]),
    ),
  };
}

test("a registration that rests on care under section 2 is examined with the care, and at 18 at the latest", () => {
  const dueOn = (state: PersonState) => protectionReview(state, day)?.dueOn;
  expect(dueOn(protectedBy("registration-care"))).toBe("2026-09-01");
  const almost = { birthDate: "2008-05-20" };
  expect(dueOn(protectedBy("registration-care", almost))).toBe("2026-05-20");
  expect(dueOn(protectedBy("registration", almost))).toBe("2027-03-01");
  const sooner = { ...almost, protectionUntil: "2026-04-01" };
  expect(dueOn(protectedBy("registration-care", sooner))).toBe("2026-04-01");
});
