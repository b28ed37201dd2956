import { describe, expect, test } from "vitest";
import type { ChildPageAnswer, MatterAnswer } from "../../api/queries.ts";
import { renderPage, wordsOf } from "../../testing/render-page.tsx";
import { Measures } from "./measures.tsx";

const akt = "00000000-0000-7000-8000-000000000101";
const matterId = "00000000-0000-7000-8000-000000000102";
const family = "00000000-0000-7000-8000-000000000201";
const contact = "00000000-0000-7000-8000-000000000202";

const named = (sv: string) => ({ sv, en: sv });
const codes = (labels: Record<string, string>) => ({
  codes: Object.entries(labels).map(([id, sv]) => ({ id, label: named(sv) })),
});
const pack = {
  areas: [
    { id: "BU3", name: named("Känslor och beteende") },
    { id: "FF1", name: named("Grundläggande omsorg") },
  ],
  codelists: {
    "measure-type": codes({ "family-treatment": "familjebehandling", "yac-80": "Kontaktperson" }),
    "goal-attainment": codes({ "1": "oförändrat", "3": "till stor del uppfyllt" }),
    "end-reason": codes({ "goals-reached": "målen är uppfyllda" }),
    "provider-kind": codes({ own: "egen regi" }),
  },
};

type Measure = MatterAnswer["measures"][number];

const noRating = { on: null, attainment: null, childAttainment: null, guardianAttainment: null };

function measure(more: Partial<Measure> = {}): Measure {
  return {
    measure: family,
    types: ["family-treatment"],
    decision: family,
    grantedOn: "2026-05-20",
    from: null,
    to: null,
    providerKind: "own",
    orderedOn: "2026-05-21",
    startedOn: "2026-06-01",
    planMadeOn: "2026-06-08",
    planRevisedOn: null,
    followedUpOn: null,
    nextFollowUp: "2026-08-20",
    consentWithdrawn: false,
    reports: [],
    goals: [{ goal: "g1", ...noRating }],
    documents: [],
    ended: null,
    ...more,
  };
}

const needs = [{ id: "n1", area: "BU3", words: "Trygghet" }];
const goals = [{ id: "g1", need: "n1", area: "BU3", words: "Sover hela natten" }];

function drawn(more: Partial<MatterAnswer>, lang: "sv" | "en" = "sv"): Promise<string> {
  const matter = {
    matter: matterId,
    startedOn: "2026-03-02",
    closedOn: null,
    needs: [],
    goals: [],
    measures: [],
    steps: [],
    ...more,
  };
  const child = { akt, matters: [matter] } as unknown as ChildPageAnswer;
  return renderPage(<Measures child={child} />, { lang, known: [[["pack", "current"], pack]] });
}
const words = async (more: Partial<MatterAnswer>) => wordsOf(await drawn(more));

describe("goals and measures", () => {
  test("say what will come where there are none", async () => {
    expect(await words({})).toContain("Det finns inga mål eller insatser ännu");
    expect(wordsOf(await drawn({}, "en"))).toContain("There are no goals or measures yet");
  });

  test("stand by need, with the latest attainment in words and no score", async () => {
    const rated = { goal: "g1", on: "2026-08-20", attainment: "3" };
    const rating = { ...rated, childAttainment: "1", guardianAttainment: null };
    const text = await words({ needs, goals, measures: [measure({ goals: [rating] })] });
    expect(text).toContain("Behov: Trygghet Känslor och beteende Mål: Sover hela natten");
    expect(text).toContain(
      "familjebehandling: till stor del uppfyllt, uppföljt 20 augusti 2026; barnet: oförändrat.",
    );
    expect(text).not.toMatch(/: 3\b|\b3 av/u);
  });

  test("say what has not been done with a goal", async () => {
    expect(await words({ needs, goals, measures: [measure()] })).toContain("inte uppföljt ännu");
    expect(await words({ needs, goals, measures: [measure({ goals: [] })] })).toContain(
      "Ingen insats arbetar mot målet.",
    );
    expect(await words({ needs })).toContain("Inget mål är satt för behovet.");
    expect(await words({ needs, goals })).not.toContain("Ingen insats");
  });

  test("have the goals for other needs under their area", async () => {
    const other = { id: "g2", need: null, area: "FF1", words: "Äter frukost" };
    expect(await words({ needs, goals: [...goals, other] })).toContain(
      "Annat behov Mål: Äter frukost Grundläggande omsorg",
    );
  });

  test("tell whoever may not read the words that they are there", async () => {
    const text = await words({ needs: [{ id: "n1", area: "BU3", words: "" }] });
    expect(text).toContain("Behov: Texten visas inte för dig. Känslor och beteende");
  });
});

describe("a measure", () => {
  const steps = [
    ["measure.follow-up", "Följ upp insatsen", family],
    ["implementation-plan.revise", "Ändra genomförandeplanen", family],
    ["measure.start", "Anteckna att insatsen har börjat", contact],
  ].map(([command = "", sv = "", id = ""]) => ({
    command,
    sv,
    en: sv,
    route: command,
    ids: { measure: id },
    decision: null,
    possible: true,
    missing: [],
  }));

  test("says its days, the next follow-up and what remains of it alone", async () => {
    const measures = [
      measure(),
      measure({ measure: contact, types: ["yac-80"], startedOn: null, nextFollowUp: null }),
    ];
    const html = await drawn({ measures, steps });
    const text = wordsOf(html);
    expect(text).toContain(
      "familjebehandling Beviljad 20 maj 2026, egen regi, uppdrag lämnat 21 maj 2026, började 1 juni 2026, genomförandeplan 8 juni 2026. Nästa uppföljning 20 augusti 2026. Återstår: Följ upp insatsen Kontaktperson",
    );
    expect(text).toContain("har inte börjat");
    expect(text).toContain("Ingen dag är satt för nästa uppföljning.");
    expect(html).toContain(`/act/measure.follow-up?about=${family}"`);
    expect(html).toContain(`/act/measure.start?about=${contact}"`);
    expect(html).not.toContain("implementation-plan.revise");
  });

  test("that has ended says why, and nothing remains", async () => {
    const ended = { on: "2026-10-20", reason: "goals-reached" };
    const text = await words({ measures: [measure({ ended })] });
    expect(text).toContain("Avslutad 20 oktober 2026: målen är uppfyllda.");
    expect(text).not.toMatch(/Återstår|Nästa uppföljning/u);
  });
});
