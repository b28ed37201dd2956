import { describe, expect, test } from "vitest";
import { type Chain, child, father, id, mother } from "../testing/chain.ts";
import { assessed, opened } from "../testing/story.ts";

const consent = id(70);

function given(chain: Chain, data = {}): Chain {
  chain.must("consent.give", "2026-03-04T10:00", {
    ids: { consent },
    data: { by: [mother, father], consentKind: "contacts", consentForm: "oral", ...data },
  });
  return chain;
}

function withdraw(chain: Chain, by: readonly string[]) {
  return chain.give("consent.withdraw", "2026-03-10T10:00", { ids: { consent }, data: { by } });
}

function request(chain: Chain, body: string, time = "2026-03-05T10:00") {
  return chain.give("act.record", time, {
    ids: { act: id(80 + chain.events.length) },
    data: { kind: "consultation.requested", body, legalGround: "samtycke" },
  });
}

describe("the register of consents", () => {
  test("lets a body be asked before an investigation is open, as far as the consent goes (B-05)", () => {
    expect(request(assessed(), "school").rules).toContain("B-05");
    expect(request(given(assessed()), "school").rules).not.toContain("B-05");
    const narrow = given(assessed(), { bodies: ["dental-care"] });
    expect(request(narrow, "school").rules).toContain("B-05");
    expect(request(narrow, "dental-care").rules).not.toContain("B-05");
  });

  test("holds until it is withdrawn by everybody, or its day has passed", () => {
    const chain = given(assessed());
    expect(withdraw(chain, [mother]).ok).toBe(true);
    expect(request(chain, "school", "2026-03-11T10:00").rules).not.toContain("B-05");
    expect(withdraw(chain, [mother]).problems).toMatchObject([
      { id: "consent.not-theirs", pointer: "/data/by" },
    ]);
    expect(withdraw(chain, [father]).ok).toBe(true);
    expect(request(chain, "school", "2026-03-11T10:00").rules).toContain("B-05");
    expect(withdraw(chain, [father]).problems).toMatchObject([{ id: "consent.withdrawn-already" }]);
    const ended = given(assessed(), { until: "2026-03-10" });
    expect(request(ended, "school", "2026-03-11T10:00").rules).toContain("B-05");
  });

  test("of a guardian to talks is asked for no more in the preliminary assessment (B-06)", () => {
    const talk = (chain: Chain) =>
      chain.give("talk.sign", "2026-03-05T10:00", {
        data: { withPersons: [child], alone: true, summary: "Samtal." },
      });
    expect(talk(assessed()).rules).toContain("B-06");
    expect(talk(given(assessed(), { consentKind: "talk" })).rules).not.toContain("B-06");
    expect(talk(opened()).rules).not.toContain("B-06");
  });
});
