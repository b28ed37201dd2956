import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clocksOf } from "../clocks.ts";
import type { Answers } from "../event.ts";
import {
  assistant,
  at,
  type Chain,
  father,
  id,
  mother,
  reportData,
  worker,
} from "../testing/chain.ts";
import { assessed, opened } from "../testing/story.ts";
import { clockChanges } from "./clock-changes.ts";
import { correctedContent } from "./corrected-content.ts";

const ids = (outcome: ReturnType<Chain["give"]>) => outcome.problems.map((found) => found.id);
const matterOf = (chain: Chain) => chain.state?.matters[id(1)];
const seqOf = (chain: Chain, type: string) =>
  chain.events.findLast((event) => event.type === type)?.seq ?? 0;
const TIME = "2026-05-06T10:00";

function correct(chain: Chain, type: string, data: Answers) {
  const entry = seqOf(chain, type);
  return chain.give("record.correct", TIME, { data: { entry, correctionReason: "Fel.", ...data } });
}

function clocks(chain: Chain) {
  const { law, calendar } = chain.context(at(TIME), worker);
  return chain.state === undefined ? [] : clocksOf(chain.state, law, calendar);
}

const latest = (chain: Chain, rule: string) =>
  clocks(chain).find(({ ruleId }) => ruleId === rule)?.legalLatest;

describe("details of a report", () => {
  test("move the days that count from its arrival, and what moved is known", () => {
    const chain = assessed();
    const before = clocks(chain);
    expect(latest(chain, "A-04")).toBe("2026-03-16");
    const outcome = correct(chain, "report.received", { arrivedAt: "2026-02-26T09:00" });
    expect(ids(outcome)).toEqual([]);
    expect(latest(chain, "A-04")).toBe("2026-03-12");
    expect(matterOf(chain)?.reports[0]).toMatchObject({ arrivedOn: "2026-02-26" });
    const changes = clockChanges(before, clocks(chain));
    expect(changes).toContainEqual(
      expect.objectContaining({
        ruleId: "A-04",
        before: { latest: "2026-03-16" },
        after: { latest: "2026-03-12" },
      }),
    );
    expect(clockChanges(before, before)).toEqual([]);
  });

  test("stay in order with what followed, and with what kind of act it is", () => {
    const chain = opened();
    const late = correct(chain, "report.received", { arrivedAt: "2026-03-04T09:00" });
    expect(late.problems).toMatchObject([
      { id: "record.after-what-followed", pointer: "/data/arrivedAt" },
    ]);
    expect(ids(correct(chain, "report.received", { kind: "other-information" }))).toContain(
      "record.kind-stays",
    );
    expect(ids(correct(chain, "report.received", { channel: "letter" }))).toEqual([]);
    expect(matterOf(chain)?.reports[0]?.coded["channel"]).toBe("letter");
  });

  test("can be corrected and never undone: others build on it", () => {
    const chain = assessed();
    const entry = seqOf(chain, "report.received");
    const undone = chain.give("record.undo", "2026-03-02T15:00", { data: { entry } });
    expect(ids(undone)).toEqual(["record.correct-instead"]);
  });

  test("keep what the writer could not see, in the items of a list too", () => {
    const item = { id: id(900), audience: "common", text: "Skolan ringer." };
    expect(
      correctedContent(
        { ...reportData, parts: [item] },
        { parts: [{ id: id(900), text: "Nytt." }] },
      ),
    ).toEqual({
      ...reportData,
      parts: [{ ...item, text: "Nytt." }],
    });
    expect(
      correctedContent({ reporterName: "Sune", channel: "phone" }, { reporterName: "" }),
    ).toEqual({
      channel: "phone",
    });
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string({ minLength: 1 })), (answers) => {
        expect(correctedContent(answers, {})).toEqual(answers);
        expect(correctedContent({}, answers)).toEqual(answers);
      }),
    );
  });
});

describe("a consent", () => {
  const consent = id(70);
  function given(): Chain {
    const chain = assessed();
    chain.must("consent.give", "2026-03-04T10:00", {
      ids: { consent },
      data: { by: [mother], consentKind: "contacts", consentForm: "oral" },
    });
    return chain;
  }

  test("holds from the corrected day, by whom it was corrected to, and not after it was withdrawn", () => {
    const chain = given();
    chain.must("consent.withdraw", "2026-03-10T10:00", {
      ids: { consent },
      data: { by: [mother] },
    });
    expect(ids(correct(chain, "consent.given", { occurredAt: "2026-03-11T10:00" }))).toEqual([
      "record.after-what-followed",
    ]);
    expect(correct(chain, "consent.given", { occurredAt: "2026-03-03T10:00" }).ok).toBe(true);
    expect(matterOf(chain)?.consents).toMatchObject([
      { on: "2026-03-03", withdrawnOn: "2026-03-10" },
    ]);
    expect(correct(chain, "consent.given", { by: [mother, father] }).ok).toBe(true);
    expect(matterOf(chain)?.consents).toMatchObject([{ on: "2026-03-03", by: [father] }]);
  });
});

describe("a plan and a result", () => {
  test("count as corrected: the day to reach, and a sum that the instrument can give", () => {
    const chain = opened();
    chain.must("plan.make", "2026-03-12T10:00", {
      data: {
        madeAt: "2026-03-12T10:00",
        questions: [{ id: id(800), text: "Hur har barnet det i skolan?", areas: ["BU2"] }],
        targetOn: "2026-06-01",
      },
    });
    expect(ids(correct(chain, "plan.made", { targetOn: "2026-05-29" }))).toEqual([]);
    expect(matterOf(chain)?.plan).toMatchObject({ targetOn: "2026-05-29", version: 1 });
    chain.must("instrument.score", "2026-03-13T10:00", {
      ids: { result: id(810) },
      data: { instrument: "sdq", scoredAt: "2026-03-13T10:00", total: "12" },
    });
    expect(correct(chain, "instrument.scored", { total: "x" }).problems).toMatchObject([
      { id: "instrument.no-number", pointer: "/data/total" },
    ]);
    expect(ids(correct(chain, "instrument.scored", { total: "17" }))).toEqual([]);
    expect(matterOf(chain)?.instruments).toMatchObject([{ total: 17 }]);
  });
});

describe("what is registered more than a week afterwards", () => {
  const inform = (chain: Chain, time: string, reasons = {}) =>
    chain.give("party.inform", time, {
      by: assistant,
      occurredAt: at("2026-03-09T15:00"),
      data: { who: [mother], childInformed: "oral" },
      reasons,
    });

  test("is taken with a reason, which stays with it", () => {
    const chain = opened();
    expect(inform(chain, "2026-03-17T10:00").rules).toEqual(["M-02"]);
    const outcome = inform(chain, "2026-03-17T10:00", {
      "M-02": "Anteckningen låg i pappersakten.",
    });
    expect(outcome.ok).toBe(true);
    expect(chain.events.at(-1)).toMatchObject({
      occurredAt: at("2026-03-09T15:00"),
      body: { reasons: { "M-02": "Anteckningen låg i pappersakten." } },
    });
    expect(inform(opened(), "2026-03-16T10:00").ok).toBe(true);
  });
});
