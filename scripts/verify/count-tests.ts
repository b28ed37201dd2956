interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly unknown[];
  }[];
}

/**
 * Passed and failed tests of one run, from Vitest's report in JSON. Nothing may look better than it is: a file
 * that could not even be loaded counts as one failed, so does a skipped test, a run without a report or without
 * any test, and a run that ended in error although no test failed.
 */
export function countTests(
  text: string | undefined,
  succeeded: boolean,
): { readonly passed: number; readonly failed: number } {
  if (text === undefined) return { passed: 0, failed: 1 };
  const report = parseReport(text);
  const unloaded = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  ).length;
  const skipped = report.numPendingTests + report.numTodoTests;
  const passed = report.numPassedTests;
  const failed = report.numFailedTests + unloaded + skipped;
  const unexplained = failed === 0 && (!succeeded || passed === 0) ? 1 : 0;
  return { passed, failed: failed + unexplained };
}

function parseReport(text: string): Report {
  return JSON.parse(text) as Report;
}
