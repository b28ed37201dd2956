import { describe, expect, test } from "vitest";
import { addDays, addMonths, plainDate } from "../kernel/plain-date.ts";
import type { GuardFacts } from "./facts.ts";
import { evaluateGuards } from "./guards.ts";
import { readCalendar, readLaw } from "./testing/law-files.ts";

const law = readLaw();
const calendar = readCalendar();
const day = plainDate("2026-05-04");

/** What is told of a command on the day, by rule and key. */
function told(command: string, facts: GuardFacts): readonly string[] {
  return evaluateGuards(law, command, facts, { on: day, today: day, calendar })
    .filter(({ severity }) => severity === "tell")
    .map(({ id }) => id.replace("law.", ""));
}

describe("what good practice tells of a report", () => {
  test("is that it is marked with violence", () => {
    expect(told("report.receive", { "command.violence": true })).toEqual(["A-06.violence-marked"]);
    expect(told("report.receive", { "command.violence": false })).toEqual([]);
    expect(told("report.receive", {})).toEqual([]);
  });

  test("is that the child was reported before, up to the same day a year later", () => {
    const after = (months: number, days = 0) =>
      told("report.receive", { "report.previousOn": addDays(addMonths(day, -months), -days) });
    expect(after(0)).toEqual(["AKT-10.again-within-a-year"]);
    expect(after(12)).toEqual(["AKT-10.again-within-a-year"]);
    expect(after(12, 1)).toEqual([]);
  });

  test("is that the child was not heard, where the reason is on record", () => {
    const reason = { "preliminary.hasParticipationReason": true };
    expect(told("investigation.not-open", reason)).toEqual(["A-07.child-not-heard-reasoned"]);
    expect(told("investigation.not-open", {})).toEqual([]);
    const heard = { ...reason, "preliminary.childTookPart": true };
    expect(told("investigation.not-open", heard)).toEqual([]);
  });

  test("is that the police are not told of violence", () => {
    const not = { "command.policeReport": "considered-not-made" };
    const asked = (facts: GuardFacts) => told("police-report.consider", facts);
    expect(asked({ ...not, "matter.violence": true })).toEqual(["A-12.police-not-told"]);
    expect(asked({ ...not, "matter.violence": false })).toEqual([]);
    expect(asked({ "command.policeReport": "made", "matter.violence": true })).toEqual([]);
  });
});

describe("what good practice tells of an investigation", () => {
  test.each([
    [60, []],
    [61, ["B-02.again-within-a-year"]],
    [365, ["B-02.again-within-a-year"]],
    [366, []],
  ])("opened %i days after the one before", (days, expected) => {
    const facts = { "investigation.previousClosedOn": addDays(day, -days) };
    expect(told("investigation.open", facts)).toEqual(expected);
  });
});

describe("what good practice tells of other acts", () => {
  test("is that a delegate decided the home", () => {
    const placed = { "command.placementForm": "residential-care" };
    const asked = (facts: GuardFacts) => told("placement.start", { ...placed, ...facts });
    expect(asked({ "placement.decidedAt": "delegate" })).toEqual(["F-02.delegate-placed"]);
    expect(asked({ "placement.decidedAt": "committee" })).toEqual([]);
    expect(asked({})).toEqual([]);
  });

  test("is that the child gets another caseworker", () => {
    expect(told("matter.assign", { "command.changesWorker": true })).toEqual([
      "GEN-19.worker-changed",
    ]);
    expect(told("matter.assign", { "command.changesWorker": false })).toEqual([]);
  });

  test.each(["act.record", "note.sign", "talk.sign"])("is that %s is written down late", (type) => {
    const written = (days: number) => told(type, { "command.recordedOn": addDays(day, days) });
    expect(written(14)).toEqual([]);
    expect(written(15)).toEqual(["M-02.late-noted"]);
  });

  test("is that one protection of a person does not end with the next", () => {
    const change = (before: string, after: string) =>
      told("person.change", {
        "person.protectionLevel": before,
        "person.protectionFounded": true,
        "command.protectionLevel": after,
      });
    expect(change("secrecy-marking", "protected-registration")).toEqual([
      "O-11.protection-replaced",
    ]);
    expect(change("secrecy-marking", "secrecy-marking")).toEqual([]);
    expect(change("none", "secrecy-marking")).toEqual([]);
    expect(change("secrecy-marking", "none")).toEqual([]);
  });

  test("is that protected registration ends with the care it was asked for in", () => {
    const ended = { "command.endsCare": true, "child.protected": true };
    expect(told("act.record", ended)).toEqual(["O-11.registration-ends-with-care"]);
    expect(told("act.record", { ...ended, "command.endsCare": false })).toEqual([]);
    expect(told("act.record", { ...ended, "child.protected": false })).toEqual([]);
  });

  test.each(["person.register", "person.change"])("is what a marking lacks at %s", (type) => {
    const marked = (founded: boolean, level = "secrecy-marking") =>
      told(type, { "command.protectionLevel": level, "person.protectionFounded": founded });
    expect(marked(false)).toEqual(["O-11.marking-incomplete"]);
    expect(marked(true)).toEqual([]);
    expect(marked(false, "none")).toEqual([]);
  });

  test("is that a child who came alone and may stay needs a guardian", () => {
    const change = (more: object) =>
      told("person.change", {
        "person.unaccompanied": true,
        "person.age": 17,
        "person.residenceStatus": "asylum-seeker",
        "command.residenceStatus": "permanent",
        ...more,
      });
    expect(change({})).toEqual(["R-03.permit-granted"]);
    expect(change({ "person.residenceStatus": undefined })).toEqual(["R-03.permit-granted"]);
    expect(change({ "person.age": 18 })).toEqual([]);
    expect(change({ "person.unaccompanied": false })).toEqual([]);
    expect(change({ "person.residenceStatus": "temporary" })).toEqual([]);
    expect(change({ "command.residenceStatus": "none" })).toEqual([]);
  });
});
