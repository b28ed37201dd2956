import { describe, expect, test } from "vitest";
import { plainDate } from "../kernel/plain-date.ts";
import { checkLaw } from "./check.ts";
import { loadLaw } from "./load.ts";
import { ruleOn } from "./look-up.ts";
import { readLaw, readLawFiles } from "./testing/law-files.ts";

type Json = Readonly<Record<string, unknown>>;

const act: Json = {
  id: "act",
  short: "Act",
  cited: "A",
  name: { sv: "Lag", en: "Act" },
  sfs: "2000:1",
  validFrom: "2020-01-01",
  validTo: null,
  source: "test",
};
const deadline: Json = {
  id: "X-01",
  name: { sv: "Frist", en: "Deadline" },
  period: { n: 14, unit: "day" },
  start: ["report.received"],
  per: "report",
  roll: "yes",
  metBy: ["report.linked"],
  warnDaysBefore: [],
  severity: "B",
  owner: "authority",
  runs: true,
  section: "1 §",
  short: "Act 1",
  validFrom: "2020-01-01",
  validTo: null,
  certainty: "certain",
  source: "test",
};
const guard: Json = {
  id: "X-02",
  key: "late",
  on: ["report.link"],
  effect: "block",
  violatedWhen: { isMissing: { field: "command.until" } },
  section: "1 §",
  short: "Act 1",
  message: { sv: "Ange dagen.", en: "State the day." },
  validFrom: "2020-01-01",
  validTo: null,
  certainty: "certain",
  source: "test",
};

function loaded(files: Json) {
  return loadLaw(new Map([["act/act.json", act], ...Object.entries(files)]));
}

function refused(files: Json): string[] {
  const answer = loaded(files);
  return answer.ok ? [] : answer.problems.map((each) => `${each.id} ${each.pointer ?? ""}`.trim());
}

function checked(files: Json): string[] {
  const answer = loaded(files);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return checkLaw(answer.value).map(({ id }) => id);
}

describe("loading the law", () => {
  test("reads what is shipped, and it fits together", () => {
    expect(checkLaw(readLaw())).toEqual([]);
  });

  test("does not depend on the order of the files", () => {
    const reversed = loadLaw(new Map([...readLawFiles()].toReversed()));
    expect(reversed.ok && ruleOn(reversed.value, "A-04", plainDate("2025-06-30"))?.short).toBe(
      "SoL01 11:1 a",
    );
  });

  test("indexes versions by the day they came", () => {
    const old = { ...deadline, validTo: "2025-06-30", short: "Act 1 old" };
    const next = { ...deadline, validFrom: "2025-07-01", short: "Act 1 new" };
    const answer = loaded({ "act/deadlines-b.json": [next], "act/deadlines-a.json": [old] });
    if (!answer.ok) throw new Error("refused");
    const short = (on: string) => ruleOn(answer.value, "X-01", plainDate(on))?.short;
    expect([short("2019-12-31"), short("2025-06-30"), short("2025-07-01")]).toEqual([
      undefined,
      "Act 1 old",
      "Act 1 new",
    ]);
  });

  test("a rule that also covers what runs already applies to what began before it", () => {
    const answer = loaded({ "act/deadlines.json": [{ ...deadline, appliesToRunning: true }] });
    expect(answer.ok && ruleOn(answer.value, "X-01", plainDate("2015-05-01"))?.id).toBe("X-01");
  });

  test.each([
    ["an unknown file", { "act/rules.json": [] }, "law.unknown-file"],
    ["a file too deep", { "act/deadlines/x.json": [] }, "law.unknown-file"],
    [
      "an unknown key",
      { "act/deadlines.json": [{ ...deadline, wehn: true }] },
      "law.unknown-key /0",
    ],
    [
      "an unknown key in a guard",
      { "act/guards.json": [{ ...guard, if: true }] },
      "law.unknown-key /0",
    ],
    [
      "a day that does not exist",
      { "act/deadlines.json": [{ ...deadline, validFrom: "2025-02-29" }] },
      "law.shape /0/validFrom",
    ],
    [
      "an unknown unit",
      { "act/deadlines.json": [{ ...deadline, period: { n: 1, unit: "moon" } }] },
      "law.shape /0/period",
    ],
    [
      "a condition that is none",
      { "act/deadlines.json": [{ ...deadline, when: { eq: [1] } }] },
      "law.shape /0/when/eq",
    ],
    ["a missing language", { "act/texts.json": { hello: { sv: "Hej" } } }, "law.shape /hello/en"],
    ["rows of an act without its page", { "other/deadlines.json": [deadline] }, "law.unknown-act"],
  ])("refuses %s", (_, files, problem) => {
    expect(refused(files).some((each) => each.startsWith(problem))).toBe(true);
  });

  test("refuses a text that is given twice", () => {
    const text = { hello: { sv: "Hej", en: "Hello" } };
    expect(refused({ "act/texts-a.json": text, "act/texts-b.json": text })).toEqual([
      "law.duplicate",
    ]);
  });
});

describe("checking the law", () => {
  test.each([
    [
      "a field that is not in the dictionary",
      { ...guard, violatedWhen: { field: "command.colour" } },
      "expression.unknown-field",
    ],
    [
      "a code outside its list",
      {
        ...guard,
        violatedWhen: { eq: [{ field: "command.level" }, { value: "king", type: "code" }] },
      },
      "expression.unknown-code",
    ],
    [
      "a condition that is no yes or no",
      { ...guard, violatedWhen: { field: "command.until" } },
      "law.not-a-condition",
    ],
    ["a command nobody gives", { ...guard, on: ["report.sing"] }, "law.unknown-command"],
    ["a warning that takes no reason", { ...guard, effect: "warn" }, "law.reason"],
    ["a block that takes one", { ...guard, reasonAllowed: true }, "law.reason"],
    ["days before the act", { ...guard, validFrom: "2019-01-01" }, "law.outside-act"],
    ["an end before the beginning", { ...guard, validTo: "2019-12-31" }, "law.outside-act"],
  ])("finds in a guard %s", (_, row, problem) => {
    expect(checked({ "act/guards.json": [row] })).toContain(problem);
  });

  test.each([
    ["a fact nobody supplies", { ...deadline, metBy: ["report.sung"] }, "law.unknown-fact"],
    ["nothing that could meet it", { ...deadline, metBy: [] }, "law.never-met"],
    ["an extension that is no rule", { ...deadline, extendedBy: "X-09" }, "law.unknown-rule"],
    [
      "a condition on today",
      { ...deadline, when: { lt: [{ field: "start.on" }, { today: true }] } },
      "law.asks-today",
    ],
    [
      "an unknown name",
      { ...deadline, when: { field: "start.colour" } },
      "expression.unknown-field",
    ],
  ])("finds in a deadline %s", (_, row, problem) => {
    expect(checked({ "act/deadlines.json": [row] })).toContain(problem);
  });

  test("finds two versions in force on one day, and accepts two that follow", () => {
    const next = { ...deadline, validFrom: "2025-07-01" };
    expect(checked({ "act/deadlines.json": [deadline, next] })).toEqual(["law.overlap"]);
    expect(
      checked({ "act/deadlines.json": [{ ...deadline, validTo: "2025-06-30" }, next] }),
    ).toEqual([]);
  });

  test("finds an appeal without its text", () => {
    const appeal = {
      decision: "refusal",
      appealable: "appeal",
      section: "1 §",
      short: "Act 1",
      text: "appeal.how",
      validFrom: "2020-01-01",
      validTo: null,
    };
    expect(checked({ "act/appeals.json": [appeal] })).toEqual(["law.unknown-text"]);
  });
});
