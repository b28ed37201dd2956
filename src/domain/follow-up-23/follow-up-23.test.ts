import { describe, expect, test } from "vitest";
import { clockStatusOn } from "../../rules/clock.ts";
import { plainDate } from "../../kernel/plain-date.ts";
import { clocksOf } from "../clocks.ts";
import { at, type Chain, child, id, manager, worker } from "../testing/chain.ts";
import { communicated, decision, decisionData, document } from "../testing/story.ts";
import { basisContent } from "../testing/chain.ts";

/** An investigation that was closed on 20 May without a measure. */
function closed(): Chain {
  const chain = communicated();
  chain.must("basis.sign", "2026-05-20T09:00", {
    ids: { document },
    content: basisContent,
    reasons: { "C-01": "Svarstiden har gått." },
  });
  chain.must("decision.make", "2026-05-20T10:00", {
    by: manager,
    ids: { decision },
    data: { ...decisionData, type: "close-without-measure", favourable: false },
  });
  chain.must("investigation.close", "2026-05-20T11:00", {
    data: { result: "no-need", reason: "Inget behov av insats." },
  });
  return chain;
}

const decided = (chain: Chain, data: object = {}) =>
  chain.give("follow-up-23.decide", "2026-05-21T10:00", {
    by: manager,
    data: {
      afterWhat: "investigation",
      consent: "with-consent",
      reason: "Frånvaron kan öka igen.",
      until: "2026-11-20",
      next: "2026-08-20",
      ...data,
    },
  });

function clock(chain: Chain, rule: string, nth = -1) {
  const { law, calendar } = chain.context(at("2026-11-01T08:00"), worker);
  const all = chain.state === undefined ? [] : clocksOf(chain.state, law, calendar);
  return all.filter(({ ruleId }) => ruleId === rule).at(nth);
}

describe("the follow-up of the child's situation", () => {
  test("has a last day within six months of the closing (SoL 23:5)", () => {
    expect(decided(closed(), { until: "2026-11-21" }).problems).toMatchObject([
      {
        id: "law.J-03.until-too-late",
        pointer: "/data/until",
        section: expect.stringContaining("23"),
      },
    ]);
    const chain = closed();
    expect(decided(chain).problems).toEqual([]);
    expect(clock(chain, "J-08")).toMatchObject({ legalLatest: "2026-11-20", status: "open" });
    expect(clock(chain, "J-03")).toMatchObject({ legalLatest: "2026-11-20", status: "open" });
  });

  test("watches the day of the next follow-up until there has been one, which may set another", () => {
    const chain = closed();
    decided(chain);
    const first = clock(chain, "J-07");
    expect(first).toMatchObject({ legalLatest: "2026-08-20", status: "open" });
    expect(first && clockStatusOn(first, plainDate("2026-08-21"))).toBe("missed");
    chain.must("follow-up-23.contact", "2026-08-19T15:00", {
      data: {
        occurredAt: "2026-08-19T13:00",
        withPersons: [child],
        childAlone: true,
        withoutConsent: true,
        withoutConsentReason: "Mamma ville inte att vi träffade barnet.",
        text: "Barnet berättar om hösten.",
        findings: "Skolan fungerar bättre.",
        next: "2026-10-15",
      },
    });
    expect(clock(chain, "J-07", 0)).toMatchObject({ status: "met", metOn: "2026-08-19" });
    expect(clock(chain, "J-07")).toMatchObject({ legalLatest: "2026-10-15", status: "open" });
    expect(chain.state?.matters[id(1)]?.followUp23).toMatchObject({
      until: "2026-11-20",
      nextOn: "2026-10-15",
      contacts: 1,
      childAlone: 1,
    });
    chain.must("follow-up-23.end", "2026-10-01T10:00", {
      data: { outcome: "ended", text: "Det går bra.", findings: "Inget behov nu." },
    });
    expect(clock(chain, "J-07")).toMatchObject({ status: "superseded" });
    expect(clock(chain, "J-08")).toMatchObject({ status: "met", metOn: "2026-10-01" });
  });

  test("is counted from when it happened, not from when it was written", () => {
    const chain = closed();
    decided(chain);
    chain.must("follow-up-23.contact", "2026-08-20T09:00", {
      occurredAt: at("2026-08-20T09:00"),
      data: { occurredAt: "2026-08-18T09:00", text: "Skolan ringer." },
    });
    expect(chain.events.at(-1)?.occurredAt).toBe(at("2026-08-18T09:00"));
  });
});
