import { describe, expect, test } from "vitest";
import { instantOfLocal, parseLocalDateTime } from "../kernel/instant.ts";
import { plainDate } from "../kernel/plain-date.ts";
import { stillAsks } from "./clock.ts";
import type { GuardFacts } from "./facts.ts";
import { evaluateGuards } from "./guards.ts";
import { clockOf, fact, statusOf } from "./testing/clock-case.ts";
import { readCalendar, readLaw } from "./testing/law-files.ts";

const law = readLaw();
const calendar = readCalendar();
const day = plainDate("2026-05-04");

function found(command: string, facts: GuardFacts): readonly string[] {
  const problems = evaluateGuards(law, command, facts, { on: day, today: day, calendar });
  return problems.map(({ id, severity }) => `${severity} ${id.replace("law.", "")}`);
}

describe("the investigation plan (B-07)", () => {
  const opened = fact("investigation.opened", "2026-03-02", { investigation: "inv" });

  test("is reminded of two weeks after the opening, and no breach afterwards", () => {
    expect(clockOf("B-07", opened)).toMatchObject({ nominal: "2026-03-16", reminder: true });
    const made = fact("plan.made", "2026-03-20", { investigation: "inv" });
    expect(statusOf("B-07", "2026-03-21", opened, made)).toBe("late");
  });

  test("asks for nothing once it is made, however late, or the investigation is closed", () => {
    const on = plainDate("2026-06-01");
    const asks = (...facts: Parameters<typeof clockOf>[1][]) =>
      stillAsks(clockOf("B-07", ...facts), on);
    const made = fact("plan.made", "2026-03-20", { investigation: "inv" });
    const closed = fact("investigation.closed", "2026-05-04", { investigation: "inv" });
    expect([asks(opened), asks(opened, made), asks(opened, closed)]).toEqual([true, false, false]);
  });

  test("that comes later is told of, and one in time is not", () => {
    const at = (on: string) => found("plan.make", { "investigation.openedOn": plainDate(on) });
    expect(at("2026-04-20")).toEqual([]);
    expect(at("2026-04-19")).toEqual(["tell B-07.plan-late"]);
    expect(found("plan.make", {})).toEqual([]);
  });
});

describe("an answer that was asked for (B-05)", () => {
  const asked = fact("consultation.requested", "2026-03-02", {
    data: { body: "dental-care", answerBy: "2026-03-14" },
  });
  const answer = (body: string) => fact("consultation.answered", "2026-03-10", { data: { body } });

  test("is waited for until the day the request names, by the body that was asked", () => {
    expect(clockOf("B-05", asked)).toMatchObject({
      nominal: "2026-03-14",
      legalLatest: "2026-03-16",
      reminder: true,
    });
    expect(statusOf("B-05", "2026-03-20", asked, answer("dental-care"))).toBe("met");
    expect(statusOf("B-05", "2026-03-20", asked, answer("school"))).toBe("missed");
  });

  test("has no clock where the request names no day", () => {
    const open = fact("consultation.requested", "2026-03-02", { data: { body: "school" } });
    expect(() => clockOf("B-05", open)).toThrow("0 clocks B-05");
  });
});

describe("a personal data breach (P-05)", () => {
  const known = fact("incident.reported", "2025-09-17", {
    data: { incident: "data-breach", knownAt: "2025-09-17T13:00" },
  });
  const notified = (local: string) =>
    fact("incident.reported", local.slice(0, 10), {
      at: instantOfLocal(parseLocalDateTime(local)!),
      data: { incident: "authority-notified" },
    });

  test("is notified within 72 hours, never moved by a rest day", () => {
    expect(clockOf("P-05", known)).toMatchObject({
      nominal: "2025-09-20",
      legalLatest: "2025-09-20",
      certainty: "certain",
      hours: { from: "2025-09-17T13:00", due: "2025-09-20T13:00" },
    });
    expect(statusOf("P-05", "2025-09-22", known)).toBe("missed");
    expect(statusOf("P-05", "2025-09-22", known, notified("2025-09-20T13:00"))).toBe("met");
    expect(statusOf("P-05", "2025-09-22", known, notified("2025-09-20T13:01"))).toBe("late");
  });
});

describe("what is told when it is done", () => {
  test("is that four months end on a rest day, whom to tell of more time, and when a decision may be made", () => {
    const ends = (end: string, target: string): GuardFacts => ({
      "investigation.wouldEndOn": plainDate(end),
      "investigation.wouldTargetOn": plainDate(target),
    });
    const opens = (facts: GuardFacts) =>
      found("investigation.open", facts).filter((each) => each.startsWith("tell"));
    expect(opens(ends("2026-02-28", "2026-02-27"))).toEqual(["tell B-02.ends-on-rest-day"]);
    expect(opens(ends("2026-02-27", "2026-02-27"))).toEqual([]);
    const extended = found("investigation.extend", { "command.until": plainDate("2026-06-30") });
    expect(extended).toContain("tell B-03.tell-the-parties");
    const sent = (latest: string) =>
      found("basis.communicate", {
        "command.answerBy": plainDate("2026-05-18"),
        "investigation.latestOn": plainDate(latest),
      }).filter((each) => each.startsWith("tell"));
    expect(sent("2026-05-18")).toEqual(["tell C-01.answer-time"]);
    expect(sent("2026-05-17")).toEqual([]);
  });
});

describe("handing out in full (O-11)", () => {
  const all: GuardFacts = {
    "command.inFull": true,
    "command.toOthers": true,
    "child.protected": true,
  };

  test("stops about a protected child to anybody else, and only then", () => {
    expect(found("documents.disclose", all)).toEqual(["block O-11.protected-child-in-full"]);
    for (const name of Object.keys(all)) {
      expect(found("documents.disclose", { ...all, [name]: false })).toEqual([]);
    }
  });
});
