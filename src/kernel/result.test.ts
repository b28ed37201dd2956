import { describe, expect, it } from "vitest";
import { problem } from "./problem.ts";
import { fail, ok } from "./result.ts";

describe("results", () => {
  it("hold a value or problems, however many are given", () => {
    const one = problem("a.one");
    const two = problem("a.two", { severity: "warn", pointer: "/x" });
    expect(ok(1)).toEqual({ ok: true, value: 1 });
    expect(fail(one)).toEqual({ ok: false, problems: [one] });
    expect(fail(one, two)).toEqual(fail([one, two]));
  });
  it("hold problems that block unless they say otherwise", () => {
    expect(problem("a.one")).toEqual({ id: "a.one", severity: "block" });
    expect(problem("a.two", { severity: "warn" }).severity).toBe("warn");
  });
});
