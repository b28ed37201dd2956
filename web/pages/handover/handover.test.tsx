import { expect, test } from "vitest";
import { renderPage, wordsOf } from "../../testing/render-page.tsx";
import { sampleClocks, samplePerson } from "../examples/sample.ts";
import { Handover, type HandoverAnswer } from "./page.tsx";

const id = "00000000-0000-7000-8000-000000000001";
const pack = {
  areas: [],
  documents: { note: { name: { sv: "Anteckning", en: "Note" } } },
};
const word = (sv: string, en: string) => ({ id: en, sv, en });

const empty: HandoverAnswer = {
  akt: id,
  matter: id,
  today: "2026-11-25",
  child: samplePerson(3),
  phase: "investigating",
  handedOver: null,
  number: "2026-000412",
  startedOn: "2026-09-01",
  closedOn: null,
  worker: null,
  coWorker: null,
  unit: null,
  why: [],
  clocks: [],
  promised: [],
  contacts: [],
  questions: [],
  drafts: [],
  letters: [],
};

const full: HandoverAnswer = {
  ...empty,
  worker: { id, name: "Jonatan Hedlid" },
  coWorker: { id, name: "Mira Falkö" },
  why: [{ what: word("Anmälan", "Report"), on: "2026-09-01", texts: ["Skolan är orolig."] }],
  clocks: [...sampleClocks],
  promised: [
    {
      what: word("Möte, socialkontoret", "Meeting"),
      to: word("Mamma Prov", "Mamma Prov"),
      on: "2026-12-01",
    },
    { what: word("Besked", "Word"), to: word("skola", "school"), on: null },
  ],
  contacts: [
    {
      on: "2026-11-01",
      what: word("Samtal", "Talk"),
      by: "Jonatan Hedlid",
      alone: true,
      summary: "Barnet ritade sin vecka.",
      childsWords: "Jag vill att det ska vara tyst.",
    },
  ],
  questions: [{ id: "q", text: "Hur är kvällarna?", areas: [] }],
  drafts: [
    { draft: id, document: "note", changedAt: "2026-11-24T10:00:00.000Z", by: "Mira Falkö" },
  ],
  letters: [
    {
      letter: id,
      name: word("Begäran om uppgifter", "Request"),
      to: word("skola", "school"),
      on: "2026-11-10",
      answerBy: "2026-11-30",
    },
  ],
};

async function drawn(of: HandoverAnswer, lang: "sv" | "en" = "sv"): Promise<string> {
  const known = [[["pack", "current"], pack]] as const;
  return wordsOf(await renderPage(<Handover of={of} />, { known, lang }));
}

test("tells on one page what the next worker needs, each duty with its section", async () => {
  const text = await drawn(full);
  for (const said of [
    "Skolan är orolig.",
    "Möte, socialkontoret, Mamma Prov, 1 december 2026",
    "Besked, skola, utan dag",
    "1 november 2026, Samtal, utan vårdnadshavare, Jonatan Hedlid",
    "Jag vill att det ska vara tyst.",
    "Hur är kvällarna?",
    "Anteckning, Mira Falkö, senast 24 november 2026",
    "Begäran om uppgifter till skola, skickat 10 november 2026, svar senast 30 november 2026",
  ]) {
    expect(text).toContain(said);
  }
  for (const { section } of sampleClocks) expect(text).toContain(section);
});

test("says in words that there is nothing, in both languages", async () => {
  expect(await drawn(empty)).toContain("Inget brev väntar på svar.");
  expect(await drawn(empty, "en")).toContain("No letter waits for an answer.");
});

test("asks for nothing: there is no field and no form", async () => {
  const known = [[["pack", "current"], pack]] as const;
  const html = await renderPage(<Handover of={full} />, { known });
  expect(html).not.toMatch(/<(form|input|textarea|select)/u);
});
