import { expect, test } from "vitest";

import { failedTests, lastLines } from "./failed-tests.ts";

const passed = { status: "passed", fullName: "a holds", failureMessages: [] };
const failed = { status: "failed", fullName: "a > b", failureMessages: ["Error: no\nseed: 5"] };
const report = (...testResults: object[]) => JSON.stringify({ testResults });

test("a failed test is told with its file, name and message, and a good one is not", () => {
  const file = { name: "a.test.ts", status: "failed", assertionResults: [passed, failed] };
  expect(failedTests(report(file))).toEqual(["a.test.ts a > b\n    Error: no\n    seed: 5"]);
});

test("a file that could not be loaded and a skipped test are told", () => {
  const unloaded = {
    name: "b.test.ts",
    status: "failed",
    message: "SyntaxError",
    assertionResults: [],
  };
  const skipped = { status: "pending", fullName: "c", failureMessages: [] };
  const file = { name: "c.test.ts", status: "passed", assertionResults: [skipped] };
  expect(failedTests(report(unloaded, file))).toEqual([
    "b.test.ts\n    SyntaxError",
    "c.test.ts c\n    pending",
  ]);
});

test("a run without a report has nothing to tell", () => {
  expect(failedTests(undefined)).toEqual([]);
});

test("a failed check is told by the end of what it said", () => {
  const said = Array.from({ length: 40 }, (_, at) => `line ${at}`).join("\n");
  const [told = ""] = lastLines(`${said}\n`);
  expect(told.split("\n    ")).toHaveLength(12);
  expect(told.endsWith("line 39")).toBe(true);
});
