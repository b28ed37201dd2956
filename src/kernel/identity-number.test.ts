import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkDigitOf,
  formatIdentityNumber,
  individualNumberOf,
  isReservedTestNumber,
  maskIdentityNumber,
  parseIdentityNumber,
} from "./identity-number.ts";
import type { IdentityNumber } from "./identity-number.ts";
import { addYears, datePartsOf, plainDate } from "./plain-date.ts";

const today = plainDate("2026-11-22");

function read(text: string, on = today): IdentityNumber {
  const result = parseIdentityNumber(text, on);
  if (!result.ok) throw new Error(`${text}: ${result.problems.map((each) => each.id).join()}`);
  return result.value;
}
function refusal(text: string, on = today): string | undefined {
  const result = parseIdentityNumber(text, on);
  return result.ok ? undefined : result.problems[0]?.id;
}
/** Twelve digits with the right last one, for a date part and an individual number. */
function numberOf(date: string, individual: number): string {
  const nine = `${date.slice(2)}${String(individual).padStart(3, "0")}`;
  return `${date}${nine.slice(6)}${checkDigitOf(nine)}`;
}

describe("personnummer", () => {
  it("tells the century by hyphen and plus, same check digit", () => {
    expect(read("121212-1212").value).toBe("201212121212");
    expect(read("121212+1212").value).toBe("191212121212");
    expect(read("121212+1212").birthDate).toBe("1912-12-12");
  });
  it("takes twelve digits with and without a hyphen, and stray blanks and dashes", () => {
    for (const text of ["201212121212", "20121212-1212", " 20121212-1212 ", "121212–1212"]) {
      expect(read(text)).toEqual({
        kind: "personnummer",
        value: "201212121212",
        birthDate: "2012-12-12",
        legalSex: "man",
      });
    }
  });
  it("never guesses the century of ten digits alone", () => {
    expect(refusal("1212121212")).toBe("identity.century-unknown");
  });
  it.each(["", "abc", "121212 1212", "20121212+1212", "12121-21212", "2012121212123", "1212-1212"])(
    "refuses the shape of %j",
    (text) => {
      expect(refusal(text)).toBe("identity.shape");
    },
  );
  it("refuses days that do not exist or have not come", () => {
    for (const date of ["20260229", "20261301", "20260431", "20260015", "20260500", "20261123"]) {
      expect(refusal(numberOf(date, 980))).toBe("identity.date");
    }
    expect(read(numberOf("20261122", 980)).birthDate).toBe("2026-11-22");
  });
  it("refuses every other check digit", () => {
    for (let digit = 0; digit <= 9; digit += 1) {
      const expected = digit === 2 ? undefined : "identity.check-digit";
      expect(refusal(`20121212121${digit}`)).toBe(expected);
    }
  });
  it("finds two neighbours swapped, except 0 and 9", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }), (a, b) => {
        fc.pre(a !== b && a + b !== 9);
        const right = numberOf("20140510", 100 * 2 + 10 * a + b);
        const swapped = `${right.slice(0, 9)}${b}${a}${right.slice(11)}`;
        expect(refusal(swapped)).toBe("identity.check-digit");
      }),
    );
  });
  it("reads back its own short form on any day of the life", () => {
    const anyBirth = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2026, 0, 1) });
    const anyAge = fc.integer({ min: 0, max: 120 });
    fc.assert(
      fc.property(anyBirth, anyAge, fc.integer({ min: 1, max: 999 }), (ms, age, individual) => {
        const born = plainDate(new Date(ms).toISOString().slice(0, 10));
        const on = addYears(born, age);
        const number = numberOf(born.replaceAll("-", ""), individual);
        const isHundred = datePartsOf(on).year - datePartsOf(born).year >= 100;
        const short = `${number.slice(2, 8)}${isHundred ? "+" : "-"}${number.slice(8)}`;
        expect(read(short, on).value).toBe(number);
        expect(read(number, on).legalSex).toBe(individual % 2 === 1 ? "man" : "woman");
      }),
      { numRuns: 2000 },
    );
  });
  it("gets a plus from the year, not the day, of the 100th birthday", () => {
    const number = numberOf("19261231", 982);
    expect(read(`261231+${number.slice(8)}`).value).toBe(number);
    expect(refusal(`261231-${number.slice(8)}`)).toBe("identity.date");
  });
});

describe("coordination numbers", () => {
  it("have a day raised by 60", () => {
    const number = numberOf("20140570", 981);
    expect(read(number)).toEqual({
      kind: "coordination",
      value: number,
      birthDate: "2014-05-10",
      legalSex: "man",
    });
  });
  it.each(["20140060", "20140560", "20140070"])("may lack month or day: %s", (date) => {
    expect(read(numberOf(date, 980)).birthDate).toBeUndefined();
    expect(read(numberOf(date, 980)).kind).toBe("coordination");
  });
  it.each(["20141360", "20140592", "20140290", "20140092"])("refuse %s", (date) => {
    expect(refusal(numberOf(date, 980))).toBe("identity.date");
  });
  // Official test numbers for coordination, partly without month or day.
  it.each(["191401682396", "191500722390", "191500882392"])(
    "accept the test number %s",
    (number) => {
      expect(checkDigitOf(number.slice(2, 11))).toBe(Number(number.slice(11)));
      expect(read(number).kind).toBe("coordination");
    },
  );
});

describe("provisional identities", () => {
  it("are read in either case and hold no sex", () => {
    expect(read("20140510-t007")).toEqual({
      kind: "provisional",
      value: "20140510-T007",
      birthDate: "2014-05-10",
      legalSex: undefined,
    });
    expect(read("20140510T007").value).toBe("20140510-T007");
  });
  it("may lie ahead for a child not yet born, and may lack month and day", () => {
    expect(read("20270115-T001").birthDate).toBe("2027-01-15");
    expect(read("20140000-T001").birthDate).toBeUndefined();
    expect(refusal("20140230-T001")).toBe("identity.date");
    expect(refusal("00000000-T001")).toBe("identity.date");
  });
});

describe("parts of an identity", () => {
  const number = numberOf("20140510", 987);
  it("tell test persons", () => {
    expect(individualNumberOf(number)).toBe(987);
    expect(individualNumberOf("20140510-T007")).toBe(7);
    expect(isReservedTestNumber(number)).toBe(true);
    expect(isReservedTestNumber(numberOf("20140510", 980))).toBe(true);
    expect(isReservedTestNumber(numberOf("20140510", 999))).toBe(true);
    expect(isReservedTestNumber(numberOf("20140510", 979))).toBe(false);
    expect(isReservedTestNumber("20140510-T990")).toBe(false);
    expect(isReservedTestNumber("20140510-9870")).toBe(false);
  });
  it("are shown in groups, and hidden", () => {
    expect(formatIdentityNumber("201212121212")).toBe("20121212-1212");
    expect(formatIdentityNumber("20140510-T007")).toBe("20140510-T007");
    expect(maskIdentityNumber("201212121212")).toBe("20121212-****");
    expect(maskIdentityNumber("20140510-T007")).toBe("20140510-****");
  });
});
