import { expect, test } from "vitest";
import { samplePerson } from "../pages/examples/sample.ts";
import { childrenAtHand } from "./children-at-hand.ts";

const file = (akt: string) => ({ akt, child: samplePerson(3) });
const order = (here: string, files: readonly string[], due: readonly string[]) =>
  childrenAtHand(here, files.map(file), due.map(file)).map(({ akt }) => akt);

test("the child of the page comes first, then the latest file, then the day, each once", () => {
  expect(order("b", ["a", "b", "c"], ["c", "d", "d"])).toEqual(["b", "c", "a", "d"]);
  expect(order("", [], ["d", "e", "d"])).toEqual(["d", "e"]);
});

test("there are never more than there are digits", () => {
  const many = Array.from({ length: 30 }, (_, at) => `child-${at}`);
  expect(order("", [], many)).toHaveLength(9);
});
