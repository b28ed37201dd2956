import { describe, expect, it } from "vitest";
import { problem } from "./problem.ts";
import { carriedOut, fail, ok } from "./result.ts";

describe("results", () => {
  it("hold a value or problems, however many are given", () => {
    const one = problem("a.one");
    const two = problem("a.two", { severity: "warn", pointer: "/x" });
    expect(ok(1)).toEqual({ ok: true, value: 1 });
    expect(fail(one)).toEqual({ ok: false, problems: [one] });
    expect(fail(one, two)).toEqual(fail([one, two]));
  });
  it("give the value of a step of the program's own, or stop it with the ids of what was wrong", () => {
    expect(carriedOut("unit.make", ok(1))).toBe(1);
    const refused = fail(problem("a.one"), problem("a.two", { pointer: "/x" }));
    expect(() => carriedOut("unit.make", refused)).toThrow(
      /^unit\.make was refused: a\.one, a\.two \/x$/u,
    );
  });
  it("hold problems that block unless they say otherwise", () => {
    expect(problem("a.one")).toEqual({ id: "a.one", severity: "block" });
    expect(problem("a.two", { severity: "warn" }).severity).toBe("warn");
  });
});
