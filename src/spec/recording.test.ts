import { expect, test } from "vitest";
import { checkRecording, decisionOfAct, findRecordingRule, mayRecord } from "./recording.ts";
import { linesOf, readShippedPack } from "./testing/pack-files.ts";

const pack = readShippedPack();

test("a kind of act that nobody may record, and one in two rules, is told", () => {
  const [first, second, ...others] = pack.recording;
  if (first === undefined || second === undefined) throw new Error("two rules at least");
  const without = { ...first, acts: first.acts.filter((act) => act !== "list.sent") };
  const twice = { ...second, acts: [...second.acts, "home-visit.made"] };
  expect(linesOf(checkRecording({ ...pack, recording: [without, second, ...others] }))).toEqual([
    "spec.recording-missing /recording",
  ]);
  expect(linesOf(checkRecording({ ...pack, recording: [first, twice, ...others] }))).toEqual([
    "spec.duplicate-id /recording/1",
  ]);
});

test("roles and qualification say who records, and some acts are decisions", () => {
  const urgent = findRecordingRule(pack, "urgent-care.decided");
  if (urgent === undefined) throw new Error("no rule");
  expect(mayRecord(urgent, { role: "assistant", qualified: false })).toBe(false);
  expect(mayRecord(urgent, { role: "caseworker", qualified: false })).toBe(false);
  expect(mayRecord(urgent, { role: "caseworker", qualified: true })).toBe(true);
  expect(decisionOfAct(pack, "urgent-care.decided")).toBe("lvu-urgent-care");
  expect(decisionOfAct(pack, "home-visit.made")).toBeUndefined();
  expect(decisionOfAct(pack, "toString")).toBeUndefined();
});

test("what is correctable is an act of its rule, and never a decision", () => {
  const [first, ...others] = pack.recording;
  const deciding = pack.recording.find(({ decisions }) => decisions !== undefined);
  if (first === undefined || deciding === undefined) throw new Error("rules");
  const decision = Object.keys(deciding.decisions ?? {})[0] ?? "";
  const wrong = { ...first, correctable: [...(first.correctable ?? []), decision] };
  expect(linesOf(checkRecording({ ...pack, recording: [wrong, ...others] }))).toEqual([
    "spec.recording-missing /recording/0/correctable",
  ]);
  const undone = { ...first, undoable: ["note.sign", "made.up"] };
  expect(linesOf(checkRecording({ ...pack, recording: [undone, ...others] }))).toEqual([
    "spec.recording-missing /recording/0/undoable",
  ]);
  expect(checkRecording(pack)).toEqual([]);
});
