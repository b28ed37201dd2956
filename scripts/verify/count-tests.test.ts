import { describe, expect, test } from "vitest";

import { countTests } from "./count-tests.ts";

const clean = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ name: "a.test.ts", status: "passed", assertionResults: [{}, {}, {}] }],
};

function count(changes: object, succeeded: boolean): unknown {
  return countTests(JSON.stringify({ ...clean, ...changes }), succeeded);
}

describe("countTests", () => {
  test("counts the tests of a good run", () => {
    expect(count({}, true)).toEqual({ passed: 3, failed: 0 });
  });

  test("counts failed tests", () => {
    expect(count({ numPassedTests: 1, numFailedTests: 2 }, false)).toEqual({
      passed: 1,
      failed: 2,
    });
  });

  test("counts a file that could not be loaded", () => {
    const testResults = [{ name: "b.test.ts", status: "failed", assertionResults: [] }];
    expect(count({ testResults }, false)).toEqual({ passed: 3, failed: 1 });
  });

  test("counts skipped and planned tests as failed", () => {
    expect(count({ numPendingTests: 1, numTodoTests: 1 }, true)).toEqual({ passed: 3, failed: 2 });
  });

  test("counts an error outside of any test", () => {
    expect(count({}, false)).toEqual({ passed: 3, failed: 1 });
  });

  test("counts a run without tests, and one without a report", () => {
    expect(count({ numPassedTests: 0, testResults: [] }, true)).toEqual({ passed: 0, failed: 1 });
    expect(countTests(undefined, true)).toEqual({ passed: 0, failed: 1 });
  });
});
