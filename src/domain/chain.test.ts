import { describe, expect, test } from "vitest";
import { phaseOf } from "./phase.ts";
import { basisContent, father, id, manager, mother } from "./testing/chain.ts";
import { document, decision, received, communicated, decisionData } from "./testing/story.ts";

describe("the chain from report to closing", () => {
  test("runs whole, and the phase follows from the record", () => {
    const chain = received();
    const phases = [() => phaseOf(chain.state!.matters[id(1)]!)];
    expect(phases[0]!()).toBe("received");
    const whole = communicated();
    expect(phaseOf(whole.state!.matters[id(1)]!)).toBe("communicated");
    whole.must("party.answer", "2026-05-12T10:00", {
      data: { party: [mother], position: "agrees", text: "Ja." },
    });
    whole.must("party.answer", "2026-05-13T10:00", {
      data: { party: [father], position: "agrees", text: "Ja." },
    });
    whole.must("basis.sign", "2026-05-20T09:00", { ids: { document }, content: basisContent });
    expect(phaseOf(whole.state!.matters[id(1)]!)).toBe("signed");
    whole.must("decision.make", "2026-05-20T10:00", {
      by: manager,
      ids: { decision },
      data: { ...decisionData, decidedAt: "2026-05-20T10:00" },
    });
    whole.must("investigation.close", "2026-05-20T11:00", {
      data: { result: "granted", reason: "Se beslut." },
    });
    whole.must("decision.notify", "2026-05-21T11:00", {
      ids: { decision },
      data: { to: [mother, father], receivedOn: "2026-05-21", appealInfo: true },
    });
    whole.must("measure.end", "2026-12-01T10:00", {
      ids: { measure: decision },
      data: { reason: "goals-reached" },
    });
    whole.must("matter.close", "2026-12-01T11:00", { data: { reason: "Insatsen är avslutad." } });
    const matter = whole.state!.matters[id(1)]!;
    expect(phaseOf(matter)).toBe("closed");
    expect(matter.decisions[0]).toMatchObject({
      level: "delegate",
      appealable: "appeal",
      favourable: true,
    });
    expect(JSON.stringify(whole.state)).not.toContain("Barnet berättar");
  });

  test("keeps no narrative in the state", () => {
    const text = JSON.stringify(communicated().state);
    for (const words of [
      "hög frånvaro",
      "tryggt hemma",
      "Frånvaron",
      "vill ha hjälp",
      "bäst för barnet",
    ]) {
      expect(text).not.toContain(words);
    }
  });
});
