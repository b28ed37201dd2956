import { describe, expect, test } from "vitest";
import { plainDate } from "../../kernel/plain-date.ts";
import { likenessOf, type Likely } from "./likely-double.ts";

function named(name: string, born: string | null, numberKind: Likely["numberKind"]): Likely {
  const [givenName = "", familyName = ""] = name.split(" ");
  return {
    givenName,
    familyName,
    birthDate: born === null ? null : plainDate(born),
    numberKind,
  };
}

const provisional = (name: string, born: string | null) => named(name, born, "provisional");
const registered = (name: string, born: string) => named(name, born, "personnummer");

describe("two records", () => {
  const samuel = provisional("Samuel Tekle", "2008-03-10");
  test.each([
    ["the same name and day", provisional("Samuel Tekle", "2008-03-10"), "same-birth-date"],
    ["a name spelt otherwise", registered("Samuel Teckle", "2008-03-10"), "similar-sound"],
    ["names in the other order", provisional("Tekle Samuel", "2008-03-10"), "swapped-order"],
    ["digits that changed places", provisional("Samuel Tekle", "2008-03-01"), "near-birth-date"],
    ["one digit of the year", registered("Samuel Tekle", "2009-03-10"), "near-birth-date"],
    ["another family name near it", provisional("Samuel Tesfay", "2008-03-01"), "part-of-name"],
    ["another family name that day", registered("Samuel Berg", "2008-03-10"), "part-of-name"],
  ] as const)("with %s may be one person", (_, other, reason) => {
    for (const found of [likenessOf(samuel, other, false), likenessOf(other, samuel, false)]) {
      expect(found?.kind).toBe("double");
      expect(found?.reasons).toContain(reason);
    }
  });

  test.each([
    ["two slips in the day", provisional("Samuel Tekle", "2008-03-21")],
    ["another name", provisional("Bo Berg", "2008-03-10")],
    ["a family name alone near the day", provisional("Eyob Tekle", "2008-03-01")],
    ["no day", provisional("Samuel Tekle", null)],
  ])("with %s are two", (_, other) => {
    expect(likenessOf(samuel, other, false)).toBeUndefined();
  });

  test("with the same day and a real number each are two; like names are warned of as twins", () => {
    const alma = registered("Alma Lind", "2015-04-12");
    expect(likenessOf(alma, registered("Alva Lind", "2015-04-12"), false)?.kind).toBe("twins");
    expect(likenessOf(alma, registered("Bo Lind", "2015-04-12"), false)).toBeUndefined();
    // A wrong day in a number that is right by its check digit.
    expect(likenessOf(alma, registered("Alma Lind", "2015-04-21"), false)?.kind).toBe("double");
  });

  test("of brothers and sisters are never one, whatever their numbers", () => {
    const [max, mia] = [provisional("Max Ek", "2020-01-02"), registered("Max Ek", "2020-01-02")];
    expect(likenessOf(max, mia, true)?.kind).toBe("twins");
    expect(likenessOf(max, provisional("Bo Ek", "2020-01-02"), true)).toBeUndefined();
    expect(likenessOf(max, provisional("Max Ek", "2020-01-12"), true)).toBeUndefined();
  });
});
