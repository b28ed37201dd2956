import { expect, test } from "vitest";
import type { ChildPageAnswer } from "../api/queries.ts";
import { samplePerson } from "../pages/examples/sample.ts";
import { namesIn, personsIn } from "./names-in.ts";

function member(person: string, name: string, audience: string, guardian = true) {
  return {
    relation: `r${person}`,
    person,
    label: samplePerson(2, { name }),
    kind: guardian ? "guardian" : "sibling",
    words: { id: "", sv: "", en: "" },
    guardian,
    household: false,
    from: null,
    to: null,
    holds: true,
    audience,
  };
}

test("whom something was shown to is told by name, also of a guardian who is none any more", () => {
  const family = [
    member("k", "Karin", "guardian-a"),
    { ...member("r", "Robert", "guardian-b"), holds: false, to: "2026-01-01" },
    member("s", "Signe", "other", false),
  ];
  const child = { person: "v", child: samplePerson(1, { name: "Vidar" }), parties: [], family };
  const names = namesIn(child as unknown as ChildPageAnswer, "sv");
  expect(names.get("guardian-a")).toBe("Karin");
  expect(names.get("guardian-b")).toBe("Robert");
  expect(names.get("s")).toBe("Signe");
  expect(names.get("other")).toBeUndefined();
  expect(names.get("v")).toBe("Vidar");
  expect(personsIn(names).map(([, name]) => name)).toEqual(["Karin", "Robert", "Signe", "Vidar"]);
});

test("whose name is hidden has words in its place, in the language of the page", () => {
  const hidden = { ...samplePerson(2, { name: "Skyddade personuppgifter" }), nameEn: "Protected" };
  const family = [{ ...member("k", "", "guardian-a"), label: hidden }];
  const child = { person: "v", child: samplePerson(1, { name: "Vidar" }), parties: [], family };
  const names = (lang: "sv" | "en") => namesIn(child as unknown as ChildPageAnswer, lang).get("k");
  expect([names("sv"), names("en")]).toEqual(["Skyddade personuppgifter", "Protected"]);
});
