import { describe, expect, test } from "vitest";
import { parseInstant } from "../kernel/instant.ts";
import { plainDate } from "../kernel/plain-date.ts";
import { stillAsks } from "./clock.ts";
import { clockOf, clocksOf, fact, statusOf } from "./testing/clock-case.ts";

const at = (text: string) => parseInstant(`${text}:00Z`)!;
const of = { investigation: "investigation-1" };
const opened = (on: string) => fact("investigation.opened", on, of);
const closed = (on: string, result = "granted") =>
  fact("investigation.closed", on, { ...of, data: { result } });
const signed = (on: string) => fact("basis.signed", on, of);
const decided = (on: string, type = "open-measure") =>
  fact("decision.made", on, {
    ...of,
    decision: `decision ${on}`,
    data: { type, favourable: false },
  });

describe("information that an investigation is open (A-08)", () => {
  test.each(["party.informed", "informing.postponed"])("is met by %s", (name) => {
    const facts = [opened("2026-01-16"), fact(name, "2026-01-19")];
    expect(statusOf("A-08", "2026-02-01", ...facts)).toBe("met");
    expect(clockOf("A-08", ...facts).certainty).toBe("interpretation");
  });

  test("is due the next workday", () => {
    expect(clockOf("A-08", opened("2026-01-16")).nominal).toBe("2026-01-19");
    expect(statusOf("A-08", "2026-01-20", opened("2026-01-16"))).toBe("missed");
  });
});

describe("the four months (B-02)", () => {
  test("are met on the later of the last decision and the signing", () => {
    const facts = [
      opened("2025-09-04"),
      signed("2025-12-18"),
      decided("2025-12-19"),
      closed("2025-12-19"),
    ];
    expect(clockOf("B-02", ...facts)).toMatchObject({
      nominal: "2026-01-04",
      legalLatest: "2026-01-05",
      target: "2026-01-02",
      metOn: "2025-12-19",
      metFact: "decision.made 2025-12-19",
    });
  });

  test("V38: a basis made final after the end is late, whenever the decision was made", () => {
    const facts = [opened("2026-03-16"), decided("2026-07-16"), signed("2026-09-01")];
    expect(statusOf("B-02", "2026-10-01", ...facts)).toBe("late");
    expect(statusOf("B-02", "2026-07-16", ...facts)).toBe("open");
    expect(statusOf("B-02", "2026-08-01", ...facts)).toBe("missed");
  });

  test("need both, and the last decision before closing decides", () => {
    const start = opened("2026-01-07");
    expect(clockOf("B-02", start, decided("2026-02-02")).status).toBe("open");
    expect(clockOf("B-02", start, signed("2026-02-02")).status).toBe("open");
    const two = [decided("2026-02-02"), signed("2026-02-02"), decided("2026-02-20")];
    expect(
      clockOf("B-02", start, ...two, closed("2026-02-23"), decided("2026-05-28")),
    ).toMatchObject({
      metOn: "2026-02-20",
    });
  });

  test.each(["other", "follow-up-23"])("are not completed by a decision of type %s", (type) => {
    const facts = [opened("2026-01-07"), decided("2026-01-20", type), signed("2026-02-02")];
    expect(clockOf("B-02", ...facts).status).toBe("open");
  });

  test("do not count a decision from before the opening", () => {
    const before = fact("decision.made", "2025-02-11", {
      decision: "decision-0",
      data: { type: "care-outside-home", favourable: true },
    });
    expect(clockOf("B-02", before, opened("2025-02-12"), signed("2025-02-20")).status).toBe("open");
  });

  test.each(["transfer", "struck-off"])("end with an investigation that closed as %s", (result) => {
    expect(statusOf("B-02", "2026-12-01", opened("2026-01-07"), closed("2026-03-02", result))).toBe(
      "superseded",
    );
    expect(statusOf("B-02", "2026-12-01", opened("2026-01-07"), closed("2026-06-02", result))).toBe(
      "missed",
    );
  });

  test("run on under the new act with the day they had, and show the section of the start", () => {
    expect(clockOf("B-02", opened("2025-05-06"))).toMatchObject({
      nominal: "2025-09-06",
      lawShort: "SoL01 11:2",
    });
  });

  test("of siblings are met each by its own decision", () => {
    const sibling = { matter: "matter-2", investigation: "investigation-2" };
    const clocks = clocksOf(
      opened("2026-01-16"),
      fact("investigation.opened", "2026-01-16", sibling),
      signed("2026-03-02"),
      decided("2026-03-02"),
    ).filter((clock) => clock.ruleId === "B-02");
    expect(clocks.map(({ matter, status }) => [matter, status])).toEqual([
      ["matter-1", "met"],
      ["matter-2", "open"],
    ]);
  });
});

describe("the extension (B-03)", () => {
  const extended = (on: string, until: string) =>
    fact("investigation.extended", on, { ...of, data: { until } });

  test("in time replaces the four months and is met like them", () => {
    const facts = [
      opened("2026-01-16"),
      extended("2026-05-11", "2026-07-15"),
      signed("2026-06-25"),
      decided("2026-06-25"),
    ];
    expect(statusOf("B-02", "2026-11-22", ...facts)).toBe("extended");
    expect(statusOf("B-03", "2026-11-22", ...facts)).toBe("met");
    expect(clockOf("B-03", ...facts)).toMatchObject({ from: "2026-05-11", nominal: "2026-07-15" });
  });

  test("on the last lawful day is in time, the day after it is not", () => {
    const start = opened("2026-01-16");
    expect(statusOf("B-02", "2026-07-01", start, extended("2026-05-18", "2026-07-15"))).toBe(
      "extended",
    );
    expect(statusOf("B-02", "2026-07-01", start, extended("2026-05-19", "2026-07-15"))).toBe(
      "missed",
    );
    expect(statusOf("B-03", "2026-07-01", start, extended("2026-05-19", "2026-07-15"))).toBe(
      "notApplicable",
    );
  });

  test("before its own day the clock it replaces still runs", () => {
    const facts = [opened("2026-01-16"), extended("2026-05-11", "2026-07-15")];
    expect(statusOf("B-02", "2026-05-10", ...facts)).toBe("open");
  });
});

describe("an appeal (C-06)", () => {
  const notified = (party: string, appealable: boolean) =>
    fact("decision.notified", "2026-06-29", {
      subject: party,
      decision: "decision-1",
      data: { receivedOn: "2026-06-26", appealable },
    });
  const appealed = (party: string, on: string) =>
    fact("decision.appealed", on, { subject: party, decision: "decision-1" });

  test("has a clock for each party, from the day that party got the decision", () => {
    const facts = [
      notified("karin", true),
      notified("robert", true),
      appealed("robert", "2026-07-17"),
    ];
    const clocks = clocksOf(...facts);
    expect(clocks.map(({ subject, nominal, status }) => [subject, nominal, status])).toEqual([
      ["karin", "2026-07-17", "open"],
      ["robert", "2026-07-17", "met"],
    ]);
    expect(new Set(clocks.map(({ id }) => id)).size).toBe(2);
  });

  test("that was not made has expired, which is no breach", () => {
    expect(statusOf("C-06", "2026-07-17", notified("karin", true))).toBe("open");
    expect(statusOf("C-06", "2026-07-18", notified("karin", true))).toBe("expired");
    expect(clockOf("C-06", notified("karin", true)).owner).toBe("party");
  });

  test("asks nobody for anything when its last day has passed", () => {
    const clock = clockOf("C-06", notified("karin", true));
    expect(stillAsks(clock, plainDate("2026-07-17"))).toBe(true);
    expect(stillAsks(clock, plainDate("2026-07-18"))).toBe(false);
  });

  test("has no clock where the decision cannot be appealed", () => {
    expect(clocksOf(notified("karin", false))).toEqual([]);
  });
});

describe("decisions not carried out (K-01)", () => {
  const granted = (type = "open-measure", more = {}) =>
    fact("decision.made", "2025-11-30", {
      decision: "decision-1",
      data: { type, favourable: true, ...more },
    });

  test.each(["measure.started", "placement.started"])("are met by %s of that decision", (name) => {
    const started = fact(name, "2026-02-20", { decision: "decision-1" });
    const other = fact(name, "2025-12-10", { decision: "decision-2" });
    expect(clockOf("K-01", granted(), other, started)).toMatchObject({
      nominal: "2026-02-28",
      legalLatest: "2026-02-28",
      target: "2026-02-27",
      metOn: "2026-02-20",
      certainty: "no-roll-over-interpretation",
    });
  });

  test("are missed after three months, holiday or not", () => {
    expect(statusOf("K-01", "2026-02-28", granted())).toBe("open");
    expect(statusOf("K-01", "2026-03-01", granted())).toBe("missed");
  });

  test.each([
    ["refusal", {}],
    ["measure-without-assessment", {}],
    ["open-measure", { favourable: false }],
    ["open-measure", { continues: true }],
  ])("concern no decision of type %s with %j", (type, more) => {
    expect(clocksOf(granted(type, more))).toEqual([]);
  });

  test("count anew from an interruption", () => {
    const interrupted = fact("measure.interrupted", "2026-01-15", { measure: "measure-1" });
    const resumed = fact("measure.resumed", "2026-03-02", { measure: "measure-1" });
    expect(clockOf("K-01b", interrupted, resumed)).toMatchObject({
      nominal: "2026-04-15",
      metOn: "2026-03-02",
    });
  });
});

describe("the follow-up of the child's situation (J-03)", () => {
  const followUp = fact("follow-up-23.decided", "2025-12-19", { at: at("2025-12-19T09:45") });
  const end = fact("investigation.closed", "2025-12-19", { ...of, at: at("2025-12-19T10:00") });

  test("counts from the closing, though it was decided before, and does not move off Midsummer Eve", () => {
    const facts = [opened("2025-09-04"), followUp, end, fact("follow-up-23.ended", "2026-06-12")];
    expect(clockOf("J-03", ...facts)).toMatchObject({
      from: "2025-12-19",
      nominal: "2026-06-19",
      legalLatest: "2026-06-19",
      target: "2026-06-18",
      metOn: "2026-06-12",
      startFact: "investigation.closed 2025-12-19",
    });
  });

  test("has no clock without a decision to follow up", () => {
    expect(clocksOf(opened("2025-09-04"), end).map(({ ruleId }) => ruleId)).not.toContain("J-03");
  });

  test("counts from the end of the placement where it comes after one", () => {
    const ended = fact("placement.ended", "2025-04-10", { placement: "placement-1" });
    const after = fact("follow-up-23.decided", "2025-05-02", {
      placement: "placement-1",
      data: { after: "placement" },
    });
    expect(clockOf("J-03", ended, after)).toMatchObject({
      nominal: "2025-10-10",
      lawShort: "SoL01 11:4 c",
    });
  });

  test("is over when an investigation opens", () => {
    const again = fact("investigation.opened", "2026-03-02", {
      investigation: "investigation-2",
      matter: "matter-2",
    });
    expect(statusOf("J-03", "2026-07-01", opened("2025-09-04"), followUp, end, again)).toBe(
      "superseded",
    );
  });
});
