import { expect, test } from "vitest";
import { namedAudiences } from "./named-audiences.ts";

const choices = [
  { id: "child", label: "barnet" },
  { id: "guardian-a", label: "vårdnadshavare A" },
  { id: "guardian-b", label: "vårdnadshavare B" },
  { id: "other", label: "annan" },
];
const karin = { id: "k", label: "Karin (vårdnadshavare)", audience: "guardian-b" };

test("whom the child's words may be shown to is chosen by name, never by a letter", () => {
  expect(namedAudiences(choices, "visible-to", [karin]).map(({ label }) => label)).toEqual([
    "barnet",
    "Karin (vårdnadshavare)",
    "annan",
  ]);
});

test("other choices are as they were", () => {
  expect(namedAudiences(choices, "other-list", [karin])).toBe(choices);
  expect(namedAudiences(choices, undefined, [])).toBe(choices);
});
