import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isReservedTestNumber, parseIdentityNumber } from "../../kernel/identity-number.ts";
import { plainDate } from "../../kernel/plain-date.ts";
import { inOrder } from "../demo-time.ts";
import { dice } from "./dice.ts";
import { readMunicipalityFiles } from "./files.ts";
import { inventMunicipality, outlineMunicipality, type Municipality } from "./municipality.ts";

const files = readMunicipalityFiles();
const names = readFileSync("spec/reference/names.csv", "utf8");
const today = plainDate("2026-11-22");
const invent = (seed: string, size = "small"): Municipality =>
  inventMunicipality(files, names, { size, seed, today });

const small = invent("Lindvik");
const steps = small.families.flatMap((family) => family.steps);
const persons = small.families.flatMap((family) => Object.values(family.persons));
const textsOf = (value: unknown): string[] => {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsOf);
};

describe("an invented municipality", () => {
  test("is the same for the same seed and day, and another for another seed", () => {
    expect(invent("Lindvik")).toEqual(small);
    expect(invent("Norrvik").families[0]).not.toEqual(small.families[0]);
  });

  test("tells a family again as it told it, whichever was told meanwhile", () => {
    const lives = [
      ...outlineMunicipality(files, names, { size: "tiny", seed: "Lindvik", today }).lives(),
    ];
    for (const { family, again } of lives.filter((_, at) => at % 2 === 0)) {
      expect(again()).toEqual(family);
    }
  });

  test("has as many reports as its inhabitants and years give", () => {
    // 5,000 inhabitants, 21 % children, 192 reports per 1,000 of them and year, two years.
    expect(small.reports).toBeGreaterThanOrEqual(403);
    expect(small.reports).toBeLessThan(420);
  });

  test("keeps near the rates that are found", () => {
    const children = persons.filter((person) => "custody" in person);
    const boys = children.filter(({ legalSex }) => legalSex === "male").length / children.length;
    expect(boys).toBeGreaterThan(0.47);
    expect(boys).toBeLessThan(0.63);
    const of = (kind: string) => steps.filter((step) => step.do === kind).length;
    const opened = of("investigation.open") / small.reports;
    expect(opened).toBeGreaterThan(0.3);
    expect(opened).toBeLessThan(0.55);
    expect(of("basis.fix")).toBeGreaterThan(0.8 * of("decision.make"));
    expect(of("measure.follow-up")).toBeGreaterThan(20);
  });

  test("tells of nothing that has not happened yet", () => {
    expect(Math.max(...steps.map((step) => ("day" in step ? step.day : 0)))).toBeLessThan(0);
  });

  test("names nobody who could exist", () => {
    const numbers = persons.map(({ identityNumber }) =>
      typeof identityNumber === "string" ? identityNumber : "",
    );
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const number of numbers) {
      expect(isReservedTestNumber(number), number).toBe(true);
      expect(parseIdentityNumber(number, today).ok, number).toBe(true);
    }
  });

  test("fills in every name, and says nothing that asks for somebody who is not there", () => {
    const texts = textsOf(small.families.map((family) => family.steps));
    expect(texts.filter((text) => /[{}[\]]|undefined/u.test(text))).toEqual([]);
    expect(texts.filter((text) => text === "").length).toBe(0);
  });

  test("lets no two children read alike", () => {
    const notes = Map.groupBy(
      steps.filter((step) => step.do === "note.sign"),
      (step) => ("matter" in step ? step.matter : ""),
    );
    const told = [...notes.values()]
      .filter((each) => each.length > 10)
      .map((each) => JSON.stringify(each.map((step) => ("data" in step ? step.data : ""))));
    expect(told.length).toBeGreaterThan(50);
    expect(new Set(told).size).toBe(told.length);
  });

  test("hands matters over when somebody leaves", () => {
    const keys = small.board.staff.map(({ key }) => key);
    expect(keys.some((key) => /^u\d+b$/u.test(key))).toBe(true);
    const workers = new Set(
      small.families.flatMap((family) =>
        family.steps.flatMap((step) => ("matter" in step ? [step.by] : [])),
      ),
    );
    expect([...workers].filter((key) => !keys.includes(key))).toEqual([]);
  });
});

test("nobody takes over a matter that is closed, however soon its measure ended", () => {
  const { rates } = files;
  const chances = { ...rates.invented.chances, withdrawsMeasure: 1 };
  const invented = { ...rates.invented, chances, staffYears: [0, 1] as [number, number] };
  const often = { ...files, rates: { ...rates, invented } };
  const wanted = { size: "tiny", seed: "Lindvik", today };
  let ended = 0;
  for (const seed of ["a", "b", "c", "d"]) {
    const { families } = inventMunicipality(often, names, { ...wanted, seed });
    for (const family of families) {
      const closed = new Set<string>();
      for (const step of inOrder(family.steps)) {
        if (!("matter" in step)) continue;
        if (step.do === "matter.close") closed.add(step.matter);
        expect(step.do === "matter.assign" && closed.has(step.matter)).toBe(false);
      }
      ended += closed.size;
    }
  }
  expect(ended).toBeGreaterThan(5);
});

describe("dice", () => {
  test("roll by weight, and never what has none", () => {
    const rolled = dice("a");
    const counts = { a: 0, b: 0, c: 0 };
    for (let turn = 0; turn < 3000; turn += 1) {
      counts[rolled.weighted({ a: 2, b: 1, c: 0 }) as "a"] += 1;
    }
    expect(counts.c).toBe(0);
    expect(counts.a / counts.b).toBeGreaterThan(1.7);
    expect(counts.a / counts.b).toBeLessThan(2.3);
    expect(() => rolled.weighted({ a: 0 })).toThrow(RangeError);
  });

  test("take different things, and no more than there are", () => {
    expect(
      dice("a")
        .some([1, 2, 3], 5)
        .toSorted((a, b) => a - b),
    ).toEqual([1, 2, 3]);
  });

  test("half of the skewed numbers are up to the median", () => {
    const rolled = dice("b");
    const numbers = Array.from({ length: 2000 }, () => rolled.skewed(1, 9, 14));
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(1);
    expect(Math.max(...numbers)).toBeLessThanOrEqual(14);
    const low = numbers.filter((number) => number <= 9).length / numbers.length;
    expect(low).toBeGreaterThan(0.45);
    expect(low).toBeLessThan(0.75);
  });
});
