import { describe, expect, test } from "vitest";
import { plainDate } from "../../kernel/plain-date.ts";
import { clocksOf } from "../clocks.ts";
import type { Answers } from "../event.ts";
import { assistant, type Chain, father, id, manager, mother, worker } from "../testing/chain.ts";
import { readSpecForTests } from "../testing/read-spec.ts";
import { talked } from "../testing/story.ts";

const disclosure = id(60);
const ids = { disclosure };
const reasons = "Uppgifterna rör någon annan.";
const withheld = [{ id: id(61), entry: 3, part: "text", ground: "somebody-else" }];

function request(chain: Chain, data: Answers = { disclosureKind: "party-insight", by: [mother] }) {
  return chain.give("disclosure.request", "2026-05-06T10:00", { by: assistant, ids, data });
}

function decide(chain: Chain, data: Answers, by = manager) {
  return chain.give("disclosure.decide", "2026-05-07T10:00", { by, ids, data });
}

function handOver(chain: Chain) {
  const data = { disclosureWay: "handed-over" };
  return chain.give("disclosure.hand-over", "2026-05-08T10:00", { ids, data });
}

function idsOf(outcome: ReturnType<Chain["give"]>) {
  return outcome.problems.map((found) => found.id);
}

/** The same chain, whose child has got protected data since. */
function withProtectedChild(chain: Chain): Chain {
  const context = chain.context.bind(chain);
  chain.context = (now, by) => {
    const known = context(now, by);
    const level = { value: "marked", validFrom: plainDate("2026-01-01"), seq: 1 };
    const fields = { ...known.child.fields, protectionLevel: [level] };
    return { ...known, child: { ...known.child, fields } };
  };
  return chain;
}

function clocksFor(chain: Chain, rule: string) {
  const { law, calendar } = readSpecForTests();
  const all = chain.state === undefined ? [] : clocksOf(chain.state, law, calendar);
  return all.filter(({ ruleId }) => ruleId === rule);
}

describe("a request for documents", () => {
  test("are refused by those the order names, and handed out by whoever may examine", () => {
    const chain = talked();
    request(chain);
    const refused = decide(chain, { disclosureOutcome: "none", reasons }, worker);
    expect(idsOf(refused)).toEqual(["law.N-03.not-delegated"]);
    expect(refused.problems[0]?.text?.sv).toContain("inte lämna ut en handling");
    expect(decide(chain, { disclosureOutcome: "part", withheld, reasons }, worker).ok).toBe(false);
    expect(decide(chain, { disclosureOutcome: "whole" }, worker).ok).toBe(true);
    decide(chain, { disclosureOutcome: "none", reasons });
    expect(chain.events.at(-1)?.body.data).toMatchObject({ level: "delegate", appealable: "not" });
  });

  test("is noted, examined and handed over, in that order and once", () => {
    const chain = talked();
    expect(idsOf(decide(chain, { disclosureOutcome: "whole" }))).toEqual(["disclosure.not-found"]);
    expect(request(chain).ok).toBe(true);
    expect(idsOf(handOver(chain))).toEqual(["disclosure.not-examined"]);
    expect(decide(chain, { disclosureOutcome: "part", withheld, reasons }).ok).toBe(true);
    expect(handOver(chain).ok).toBe(true);
    expect(idsOf(handOver(chain))).toEqual(["disclosure.handed-over"]);
    expect(chain.state?.matters[id(1)]?.disclosures).toMatchObject([
      { kind: "party-insight", by: [mother], decided: { outcome: "part" }, handedOn: "2026-05-08" },
    ]);
  });

  test("names who asks: a party, or somebody by what they are called", () => {
    const kind = { disclosureKind: "public-request" };
    expect(idsOf(request(talked(), kind))).toContain("disclosure.nobody-asks");
    expect(request(talked(), { ...kind, askedBy: "Okänd person" }).ok).toBe(true);
  });

  test("by an authority says what lifts the secrecy", () => {
    const asked = { disclosureKind: "authority", askedBy: "Polisen" };
    expect(idsOf(request(talked(), asked))).toContain("answer.required");
    const ground = { ...asked, disclosureGround: "crime-against-child" };
    expect(request(talked(), ground).ok).toBe(true);
  });

  test("that is refused has reasons, and nothing leaves", () => {
    const chain = talked();
    request(chain);
    expect(idsOf(decide(chain, { disclosureOutcome: "none" }))).toContain("answer.required");
    expect(decide(chain, { disclosureOutcome: "none", reasons }).ok).toBe(true);
    expect(idsOf(handOver(chain))).toEqual(["disclosure.refused"]);
  });

  test("says the same in its answer as what is marked", () => {
    const chain = talked();
    request(chain);
    const wrong = "disclosure.outcome-differs";
    expect(idsOf(decide(chain, { disclosureOutcome: "whole", withheld }))).toContain(wrong);
    expect(idsOf(decide(chain, { disclosureOutcome: "part", reasons }))).toContain(wrong);
  });

  test("about a child with protected data is never answered in full to others (OSL 21:3 a)", () => {
    const chain = withProtectedChild(talked());
    request(chain, { disclosureKind: "public-request", askedBy: "Okänd" });
    const outcome = decide(chain, { disclosureOutcome: "whole" });
    expect(outcome.rules).toContain("O-11");
    expect(decide(chain, { disclosureOutcome: "part", withheld, reasons }).ok).toBe(true);
  });

  test("for one's own data has a month, and other requests a few workdays", () => {
    const access = talked();
    request(access, { disclosureKind: "gdpr-access", by: [father] });
    expect(clocksFor(access, "P-04")).toMatchObject([
      { legalLatest: "2026-06-08", status: "open" },
    ]);
    expect(clocksFor(access, "O-10")).toEqual([]);
    decide(access, { disclosureOutcome: "part", withheld, reasons });
    expect(clocksFor(access, "P-04")).toMatchObject([{ status: "open" }]);
    handOver(access);
    expect(clocksFor(access, "P-04")).toMatchObject([{ status: "met" }]);
    const insight = talked();
    request(insight);
    expect(clocksFor(insight, "O-10")).toMatchObject([{ legalLatest: "2026-05-11" }]);
    decide(insight, { disclosureOutcome: "none", reasons });
    expect(clocksFor(insight, "O-10")).toMatchObject([{ status: "met" }]);
  });
});
