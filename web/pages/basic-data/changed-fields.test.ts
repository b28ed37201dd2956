import { expect, test } from "vitest";
import { changedFields } from "./changed-fields.ts";

const id = "00000000-0000-7000-8000-00000000000";

test("only what differs is a change, and nothing is emptied by mistake", () => {
  const known = { language: "sv", interpreter: false, schoolName: "Åskolan" };
  expect(changedFields(known, {})).toEqual({});
  const written = { language: "so", interpreter: false, schoolName: "", phone: "070-174 06 05" };
  expect(changedFields(known, written)).toEqual({ language: "so", phone: "070-174 06 05" });
});

test("a list with the same items is the same, whatever the ids of its items are", () => {
  const known = { healthContacts: [{ id: `${id}1`, kind: "bvc", name: "Mottagningen" }] };
  const same = { healthContacts: [{ id: `${id}2`, name: "Mottagningen", kind: "bvc" }] };
  expect(changedFields(known, same)).toEqual({});
  const more = { healthContacts: [...same.healthContacts, { id: `${id}3`, kind: "bup" }] };
  expect(changedFields(known, more)).toEqual(more);
});
