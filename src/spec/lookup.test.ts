import { describe, expect, test } from "vitest";
import {
  areasOf,
  codeOfLabel,
  codesOfGroup,
  columnsOf,
  factorsOf,
  findDocument,
  findField,
  findVariable,
  getDocument,
  labelOf,
} from "./lookup.ts";
import { countedAs } from "./maps.ts";
import { readNextPack, readShippedPack } from "./testing/pack-files.ts";

const pack = readShippedPack();

describe("documents and fields", () => {
  test("are found by id, items of lists by path", () => {
    expect(getDocument(pack, "decision").code).toBe("D07");
    const basis = getDocument(pack, "decision-basis");
    expect(findField(basis, "statements.area")?.codelist).toBe("area");
    expect(findDocument(pack, "constructor")).toBeUndefined();
    expect(findField(getDocument(pack, "report"), "parts.text.more")).toBeUndefined();
    expect(() => getDocument(pack, "nothing")).toThrow(RangeError);
  });
});

describe("codes", () => {
  test("have words in both languages, and reasons for a missing answer too", () => {
    expect(labelOf(pack, "violence", "neglect", "sv")).toBe("försummelse");
    expect(labelOf(pack, "violence", "not_asked", "en")).toBe("not asked");
    expect(labelOf(pack, "violence", "of-old", "sv")).toBe("of-old");
  });

  test("are told apart by their group where the words are the same", () => {
    expect(codeOfLabel(pack, "reason", "psykisk ohälsa")).toBe("mental-ill-health");
    expect(codeOfLabel(pack, "reason", "psykisk ohälsa", "parent")).toBe(
      "parent-mental-ill-health",
    );
  });

  test("are found by their words, older words, short name and id", () => {
    expect(codeOfLabel(pack, "informant", "BUP/psykiatri")).toBe("child-psychiatry");
    expect(codeOfLabel(pack, "legal-basis", "LVU 2")).toBe("lvu-2");
    expect(codeOfLabel(pack, "country", "SE")).toBe("SE");
    expect(codeOfLabel(pack, "country", "Atlantis")).toBeUndefined();
  });

  test.each(Object.values(pack.codelists))("of $id lead from words to id and back", (list) => {
    for (const code of list.codes) {
      expect(codeOfLabel(pack, list.id, code.label.sv, code.group)).toBe(code.id);
    }
  });

  test("of participation are ranked and grouped", () => {
    expect(codesOfGroup(pack, "participation", "took-part")[0]).toBe("alone");
    expect(codesOfGroup(pack, "participation", "not")).toContain("guardian-refused");
  });
});

describe("areas and factors", () => {
  test("are chosen by side, kind and age", () => {
    expect(areasOf(pack, "FF").map(({ id, perCarer }) => [id, perCarer])).toEqual([
      ["FF1", true],
      ["FF2", true],
      ["FF3", true],
      ["FF4", true],
    ]);
    const offered = factorsOf(pack, { area: "BU3", kind: "protective", age: "a" }).map(
      ({ label }) => label.sv,
    );
    expect(offered).toContain("lätt temperament");
    expect(offered).not.toContain("framtidstro");
    expect(factorsOf(pack).length).toBe(pack.factors.length);
  });
});

test("a variable says all its columns", () => {
  const variable = findVariable(pack, "UTR-02");
  expect(variable && columnsOf(variable).map(({ column }) => column)).toEqual([
    "utr_02",
    "utr_02_opened",
    "utr_02_closed",
  ]);
});

describe("an answer of the version before", () => {
  const next = readNextPack(pack);

  test.each([
    ["channel", "phone", "phone"],
    ["informant", "habilitation", "disability-support"],
    ["channel", "digital-mail", undefined],
    ["reason", "private-placement", undefined],
    ["referred-to", "preventive-open", undefined],
    ["reporter-kind", "association", "association"],
  ])("%s %s is counted as %s", (codelist, code, counted) => {
    expect(countedAs(next, codelist, code)).toBe(counted);
  });
});
