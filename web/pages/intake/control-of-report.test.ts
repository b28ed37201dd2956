import { expect, test } from "vitest";
import { controlOfReport } from "./control-of-report.ts";

test.each([
  ["/data/arrivedAt", "f-arrivedAt"],
  ["/data/parts/0/text", "f-parts"],
  ["/children", "f-children"],
  ["/children/1/person", "f-children"],
  ["/children/1/protection/outcome", "f-b-outcome"],
  ["/children/7/protection/outcome", "f-children"],
  ["/commandId", undefined],
])("a problem of %s is about %s", (pointer, control) => {
  expect(controlOfReport(pointer, ["a", "b"])).toBe(control);
});
