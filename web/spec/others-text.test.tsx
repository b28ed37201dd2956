import { expect, test } from "vitest";
import type { DocumentSpec, Pack } from "../../src/spec/types.ts";
import { answersOf, type LocalField, takenAwayOf } from "../drafts/draft-values.ts";
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
      ],
    },
  ],
};

// The form reads no more of a pack than this.
const pack = { areas: [], codelists: {} } as unknown as Pack;
const silent = () => undefined;

function form(order: LocalField) {
  const fields = new Map<string, LocalField>([
    ["goals/g1/order", order],
    ["goals/g1/goal", { rev: 2, value: "Somnar i tid" }],
  ]);
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
