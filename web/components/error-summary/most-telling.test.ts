import { expect, test } from "vitest";
import type { ProblemShape } from "../../../src/contract/shapes.ts";
import { mostTelling } from "./most-telling.ts";

function found(sv: string, more: Partial<ProblemShape> = {}): ProblemShape {
  return { id: sv, severity: "block", sv, en: sv, ...more };
}

test("the law's words stand for a field where the form asks for it too", () => {
  const form = found("Fyll i: Skäl", { pointer: "/data/reasons" });
  const law = found("Skriv skälen.", { pointer: "/data/reasons", section: "20 kap. 1 §" });
  expect(mostTelling([form, law])).toEqual([law]);
});

test("problems of different fields, and those of no field, all stay", () => {
  const problems = [
    found("Fyll i: Skäl", { pointer: "/data/reasons" }),
    found("Välj.", { pointer: "/data/outcome", section: "20 kap. 1 §" }),
    found("Någon annan har ändrat."),
    found("Ärendet är avslutat.", { section: "20 kap. 3 §" }),
  ];
  expect(mostTelling(problems)).toEqual(problems);
});

test("nothing is said twice", () => {
  const once = found("Fyll i: Skäl", { pointer: "/data/reasons" });
  expect(mostTelling([once, { ...once, id: "another" }])).toEqual([once]);
});
