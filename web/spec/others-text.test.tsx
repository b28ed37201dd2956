import { expect, test } from "vitest";
import type { DocumentSpec, Pack } from "../../src/spec/types.ts";
import { answersOf, type LocalField, takenAwayOf } from "../drafts/draft-values.ts";
import { DraftView } from "../drafts/draft-view.ts";
import { renderPage, wordsOf } from "../testing/render-page.tsx";
import { SpecForm } from "./spec-form.tsx";

const named = (sv: string) => ({ sv, en: sv });

const document: DocumentSpec = {
  id: "sample",
  code: "X",
  name: named("Exempel"),
  phase: "investigate",
  kind: "document",
  sections: [
    {
      id: "goals",
      title: named("Mål"),
      fields: [
        {
          id: "goals",
          label: named("Målen"),
          type: "list",
          class: "narrative",
          items: [{ id: "goal", label: named("Målet"), type: "text", class: "narrative" }],
        },
        {
          id: "places",
          label: named("Platser"),
          type: "codes",
          codelist: "place",
          class: "coded",
        },
      ],
    },
  ],
};

// The form reads no more of a pack than this.
const codes = [
  { id: "school", label: named("I skolan") },
  { id: "home", label: named("Hemma") },
];
const pack = {
  areas: [],
  codelists: { place: { id: "place", name: named("Plats"), codes } },
} as unknown as Pack;
const silent = () => undefined;

function form(order: LocalField, places: LocalField = { rev: 0, value: [] }) {
  const fields = new Map<string, LocalField>([
    ["goals/g1/order", order],
    ["goals/g1/goal", { rev: 2, value: "Somnar i tid" }],
    ["places", places],
  ]);
  const live = new DraftView(fields, silent);
  live.show(fields.keys());
  return renderPage(
    <SpecForm
      pack={pack}
      document={document}
      today="2026-03-02"
      persons={[]}
      problems={[]}
      handle={{
        answers: answersOf(fields),
        takenAway: takenAwayOf(fields),
        live,
        set: silent,
        choose: silent,
        addItem: () => "",
        removeItem: silent,
      }}
    />,
  );
}

test("an item that was taken away while somebody wrote in it is shown, and asked about", async () => {
  const words = wordsOf(await form({ rev: 3, value: null, other: "i" }));
  expect(words).toContain("Somnar i tid");
  expect(words).toContain("Lägg tillbaka");
  expect(words).toContain("Låt den vara borta");
});

test("one that is gone is not", async () => {
  expect(wordsOf(await form({ rev: 3, value: null }))).not.toContain("Somnar i tid");
});

test("answers that were chosen at once are told by their labels", async () => {
  const gone = { rev: 3, value: null };
  const both = await form(gone, { rev: 2, value: ["home"], other: ["school", "home"] });
  const conflict = both.slice(both.indexOf("<blockquote>"));
  expect(wordsOf(conflict)).toMatch(/^\s*I skolan, Hemma/u);
  const emptied = await form(gone, { rev: 2, value: ["home"], other: [] });
  expect(wordsOf(emptied)).toContain("Tömt: inget svar");
});
