import { describe, expect, test } from "vitest";
import { copyFor } from "../copy.ts";
import type { Chain } from "../testing/chain.ts";
import { child, father, id, mother } from "../testing/chain.ts";
import { opened, talked } from "../testing/story.ts";
import { occasionFilling, OCCASIONS, occasionItems } from "./occasions.ts";

function matterOf(chain: Chain) {
  const [matter] = Object.values(chain.state?.matters ?? {});
  if (matter === undefined) throw new Error("no matter");
  return matter;
}

/** What the basis would hold, from the entries as they were written. */
function told(chain: Chain) {
  const entries = occasionFilling.entries(matterOf(chain));
  const akt = chain.state?.akt ?? child;
  return occasionItems(
    akt,
    chain.events.filter(({ seq }) => entries.includes(seq)),
  );
}

test("a note is about the child or somebody the child is related to, and nobody else", () => {
  const chain = opened();
  const note = (about: string) =>
    chain.give("note.sign", "2026-03-20T09:00", { data: { text: "Ringde.", about: [about] } });
  expect(note(mother).ok).toBe(true);
  expect(note(child).ok).toBe(true);
  expect(note(id(777)).problems).toMatchObject([{ id: "note.about-somebody-else", ruleId: "R14" }]);
});

describe("how the child took part", () => {
  test("is told by talks, visits and notes of the investigation, in the order they happened", () => {
    const chain = talked();
    chain.must("note.sign", "2026-04-02T09:00", {
      data: {
        text: "Skolbesök.",
        occurredAt: "2026-03-16T10:00",
        childParticipation: "did-not-want",
        participationReason: "Erbjöds samtal, ville hellre vänta.",
      },
    });
    chain.must("act.record", "2026-04-03T09:00", {
      ids: { act: child },
      data: {
        kind: "home-visit.made",
        participants: [child, mother],
        childParticipation: "guardian-present",
      },
    });
    chain.must("talk.sign", "2026-04-04T09:00", {
      data: { occurredAt: "2026-04-04T09:00", withPersons: [mother], summary: "Om skolan." },
    });
    chain.must("note.sign", "2026-04-05T09:00", { data: { text: "Läraren ringde." } });
    const items = told(chain);
    expect(items.map(({ kind, on, how }) => [kind, on, how])).toEqual([
      ["note", "2026-03-16", "did-not-want"],
      ["talk", "2026-03-20", "alone"],
      ["act", "2026-04-03", "guardian-present"],
    ]);
    expect(items[0]).toMatchObject({ reason: "Erbjöds samtal, ville hellre vänta." });
    const talks = items.filter(({ kind }) => kind === "talk");
    expect(talks).toHaveLength(matterOf(chain).talks.withChild);
    expect(told(chain)).toEqual(items);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  });

  test("is kept from those the talk is kept from, and who knew of it from every party", () => {
    const chain = opened();
    chain.must("talk.sign", "2026-03-20T09:00", {
      data: {
        occurredAt: "2026-03-20T09:00",
        withPersons: [child],
        alone: true,
        consent: "Mamma vet om samtalet.",
        summary: "Barnet berättar.",
        hiddenFrom: [father],
      },
    });
    const content = { [OCCASIONS]: told(chain) };
    const copyOf = (person: typeof mother) =>
      copyFor(content, { kind: "party", person, audience: "guardian-a" }, false);
    expect(copyOf(mother).content[OCCASIONS]).toEqual([
      expect.not.objectContaining({ talkConsent: expect.anything() }),
    ]);
    expect(copyOf(father).content[OCCASIONS]).toEqual([]);
    expect(copyOf(father).omitted).toHaveLength(1);
    expect(copyFor(content, { kind: "internal" }, false).content).toBe(content);
  });
});
