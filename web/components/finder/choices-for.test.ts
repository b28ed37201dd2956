import { expect, test } from "vitest";
import { choicesFor } from "./choices-for.ts";

const choices = [
  { id: "1", label: "Min dag", group: "Sidor" },
  { id: "2", label: "Skriv en anteckning", group: "Barnet", detail: "Elmer" },
  { id: "3", label: "Anteckning", group: "Sidor", also: "ant" },
];
const ids = (typed: string) => choicesFor(choices, typed).map(({ id }) => id);

test("choices are found by any of their words, those that begin with what is typed first", () => {
  expect(ids("")).toEqual(["1", "2", "3"]);
  expect(ids(" ANTECK ")).toEqual(["3", "2"]);
  expect(ids("elmer skriv")).toEqual(["2"]);
  expect(ids("ant")).toEqual(["3", "2"]);
  expect(ids("finns inte")).toEqual([]);
});
