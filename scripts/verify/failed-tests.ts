interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** The most of a message that is repeated below the counts; all of it stands where the test ran. */
const LINES = 12;

/** Characters of a line that are said again. */
const MOST_OF_A_LINE = 1_500;

/**
 * What failed in one run, from Vitest's report in JSON: for each test (or file that could not be loaded) its
 * file, its name and the beginning of its message, which for a property has the seed that repeats it. A long
 * run is read from its end, so this is said there.
 */
export function failedTests(text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  return parseReport(text).testResults.flatMap(({ name, status, message, assertionResults }) => {
    if (status === "failed" && assertionResults.length === 0) return [told(name, "", message)];
    return assertionResults
      .filter((test) => test.status !== "passed")
      .map((test) => told(name, test.fullName, test.failureMessages[0] ?? test.status));
  });
}

/** The end of what a failed check said: a run of bad requests tells its faults and its seed there. */
export function lastLines(output: string): readonly string[] {
  const lines = output.trimEnd().split("\n").slice(-LINES);
  return [lines.map((line) => line.slice(0, MOST_OF_A_LINE)).join("\n    ")];
}

function told(file: string, name: string, message = ""): string {
  const lines = message.split("\n").slice(0, LINES);
  return [`${file} ${name}`.trim(), ...lines.map((line) => `    ${line}`)].join("\n");
}

function parseReport(text: string): Report {
  return JSON.parse(text) as Report;
}
