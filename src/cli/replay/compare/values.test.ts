import { describe, expect, test } from "vitest";
import { readSpecForTests } from "../../../domain/testing/read-spec.ts";
import { expectedValue, labelled, sameValue } from "./values.ts";

const { pack } = readSpecForTests();

describe("a value of a case", () => {
  test.each([
    ["a label", "channel", "telefon", "phone"],
    ["a code of a country", "country", "SE", "SE"],
    ["the short name of a measure", "measure-type", ["YAC.75"], ["yac-75"]],
    ["a factor by its area", "factor", ["BU3 empati"], ["bu3-empathy"]],
    ["provisions of one act", "legal-basis", "SoL25 11:1, 21:1", ["sol25-11-1", "sol25-21-1"]],
    ["provisions of two", "legal-basis", "FB 6:13 a, SoL25 11:1", ["fb-6-13a", "sol25-11-1"]],
    ["words that are no label", "channel", "fax", "fax"],
    ["a number", undefined, 14, 14],
    ["yes", undefined, true, true],
  ])("%s is read in codes", (_what, codelist, said, codes) => {
    expect(expectedValue(pack, codelist, said)).toEqual(codes);
  });

  test.each([
    [true, ["a", "b"], ["b", "a"], "UTR-33"],
    [false, ["a", "b"], ["a"], "UTR-33"],
    [false, ["a"], ["a", "b"], "UTR-33"],
    [false, ["a", "b"], ["a", "c"], "UTR-33"],
    [true, ["FF3", "BU3"], ["FF3", "BU3"], "UTR-36"],
    [false, ["FF3", "BU3"], ["BU3", "FF3"], "UTR-36"],
    [false, "a", ["a"], "UTR-33"],
    [true, 14, 14, "AKT-17"],
    [false, 14, 15, "AKT-17"],
  ])("is %s the same: %j and %j of %s", (same, expected, actual, variable) => {
    expect(sameValue(expected, actual, variable)).toBe(same);
  });

  test("that is missing is never the same", () => {
    expect(sameValue("no", { missing: "not_asked" }, "AKT-19")).toBe(false);
    expect(sameValue("no", undefined, "AKT-19")).toBe(false);
  });

  test("of a row is told in words", () => {
    expect(labelled(pack, "channel", "phone")).toBe("telefon");
    expect(labelled(pack, "channel", ["phone", "visit"])).toEqual(["telefon", "besök"]);
    expect(labelled(pack, "channel", { missing: "unknown" })).toEqual({ missing: "unknown" });
    expect(labelled(pack, undefined, 7)).toBe(7);
  });
});
