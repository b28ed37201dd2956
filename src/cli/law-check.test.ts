import { describe, expect, test } from "vitest";
import { readCalendar, readExamples, readLaw } from "../rules/testing/law-files.ts";
import { lawCheck } from "./law-check.ts";

const law = readLaw();
const calendar = readCalendar();
const example = {
  id: "V01",
  rule: "A-04",
  on: "2026-03-02",
  nominal: "2026-03-16",
  legalLatest: "2026-03-16",
  target: "2026-03-16",
  note: "x",
  certainty: "certain",
};

function check(json: unknown) {
  const answer = lawCheck("examples.json", JSON.stringify(json), law, calendar);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.value;
}

describe("mittpunkt law check", () => {
  test("agrees with every shipped example", () => {
    const answer = lawCheck("deadlines.json", readExamples(), law, calendar);
    expect(answer).toEqual({
      ok: true,
      value: { file: "deadlines.json", checked: 27, agreed: 27, differs: [], notCovered: [] },
    });
  });

  test("names every day that differs", () => {
    const wrong = { ...example, nominal: "2026-03-17", target: "2026-03-13" };
    expect(check([example, wrong])).toMatchObject({
      checked: 2,
      agreed: 1,
      differs: [
        { path: "V01/nominal", expected: "2026-03-17", actual: "2026-03-16" },
        { path: "V01/target", expected: "2026-03-13", actual: "2026-03-16" },
      ],
    });
  });

  test.each([
    [{ rule: "Z-99" }, "no rule Z-99"],
    [{ rule: "A-04", on: "2001-03-02" }, "A-04 was not in force on 2001-03-02"],
    [{ rule: "B-03" }, 'the day of B-03 is set by a decision; give it as "until"'],
    [{ rule: "P-05" }, "counted in hours; give the time of day"],
  ])("an example of %j is not covered, never agreed", (change, reason) => {
    expect(check([{ ...example, ...change }])).toMatchObject({
      checked: 0,
      agreed: 0,
      notCovered: [{ path: "V01", reason }],
    });
  });

  test("takes the day of a decision, and the time of day where hours count", () => {
    const until = {
      id: "e",
      rule: "B-03",
      on: "2026-05-11",
      until: "2026-07-15",
      nominal: "2026-07-15",
    };
    const hours = { id: "h", rule: "P-05", on: "2025-09-17T13:00", nominal: "2025-09-20T13:00" };
    expect(check([until, hours])).toMatchObject({ checked: 2, agreed: 2, notCovered: [] });
  });

  test("tells of a key it does not compare, and of an example without a day", () => {
    expect(check([{ ...example, status: "met" }]).notCovered).toEqual([
      { path: "V01/status", reason: "this key is not compared" },
    ]);
    expect(check([{ rule: "A-04", on: "2026-03-02" }])).toMatchObject({
      checked: 0,
      notCovered: [{ path: "0", reason: "the example names no day to compare" }],
    });
  });

  test.each([
    ["{", "law-check.json", undefined],
    ['{"rule":"A-04"}', "law-check.shape", ""],
    ['[{"on":"2026-03-02"}]', "law-check.shape", "/0/rule"],
    ['[{"rule":"A-04","on":"2026-02-30"}]', "law-check.shape", "/0/on"],
  ])("refuses %s", (text, id, pointer) => {
    const answer = lawCheck("bad.json", text, law, calendar);
    expect(answer).toMatchObject({ ok: false, problems: [{ id, params: { file: "bad.json" } }] });
    if (!answer.ok && pointer !== undefined) expect(answer.problems[0]?.pointer).toBe(pointer);
  });
});
