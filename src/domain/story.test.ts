import { describe, expect, test } from "vitest";
import { contactKind, standsInPartyCopy, storyKinds, storyTypes } from "../spec/story.ts";
import { findCode } from "../spec/lookup.ts";
import { lineTypes } from "./chronology-line.ts";
import { readSpecForTests } from "./testing/read-spec.ts";

const { pack } = readSpecForTests();

describe("the data of the story", () => {
  test("names event types and acts that exist", () => {
    expect(storyTypes.filter((type) => !lineTypes.includes(type))).toEqual([]);
    const acts = storyKinds.flatMap((kind) => kind.acts);
    expect(acts.filter((act) => findCode(pack, "act-kind", act) === undefined)).toEqual([]);
  });

  test("leaves no line without a kind it can be found by", () => {
    const found = new Set(storyKinds.flatMap(({ types }) => types));
    expect(lineTypes.filter((type) => !found.has(type))).toEqual([]);
  });

  test("has its contacts among the kinds", () => {
    expect(storyKinds).toContain(contactKind);
    expect(contactKind.types).toContain("talk.signed");
  });

  test("gives a party what concerns everybody and itself, never notes or what was kept from somebody", () => {
    expect(standsInPartyCopy("decision.made", [], "a")).toBe(true);
    expect(standsInPartyCopy("talk.signed", ["b"], "a")).toBe(false);
    expect(standsInPartyCopy("talk.signed", ["b", "a"], "a")).toBe(true);
    for (const type of ["note.signed", "informing.postponed", "act.recorded", "document.received"])
      expect(standsInPartyCopy(type, ["a"], "a"), type).toBe(false);
  });
});
