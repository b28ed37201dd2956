import type { PurposeEntry } from "./purposes.ts";

/** The part of the register of purposes about persons. */
export const personPurposes: Readonly<Record<string, PurposeEntry>> = {
  "persons.change-person": { purpose: "case-handling", selects: { person: "person" } },
  // By name; the birth date is the beginning of the number.
  "persons.find-doubles": {
    purpose: "case-handling",
    selects: {
      givenName: "name-or-number",
      familyName: "name-or-number",
      birthDate: "name-or-number",
      identityNumber: "name-or-number",
    },
  },
  "persons.list-doubles": { purpose: "case-handling", selects: { person: "person" } },
  "persons.join-persons": {
    purpose: "case-handling",
    selects: { person: "person", other: "person" },
  },
  "persons.part-persons": {
    purpose: "case-handling",
    selects: { person: "person", joining: "entry" },
  },
  "persons.mend-number": {
    purpose: "case-handling",
    selects: { person: "person", swapWith: "person" },
  },
  "persons.read-person": { purpose: "case-handling", selects: { person: "person" } },
  "persons.read-protection": { purpose: "case-handling", selects: { person: "person" } },
  "persons.register-person": { purpose: "case-handling", selects: {} },
  "persons.search-persons": { purpose: "case-handling", selects: { q: "name-or-number" } },
};
