import { expect, test } from "vitest";
import type { DocumentSpec, Pack } from "../../src/spec/types.ts";
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
          items: [
            { id: "need", label: named("Behov"), type: "text", choiceOf: "need", class: "coded" },
            { id: "goal", label: named("Målet"), type: "text", choiceOf: "goal", class: "coded" },
          ],
        },
      ],
    },
  ],
};

// The form reads no more of a pack than this.
const pack = {
  areas: [{ id: "BU3", name: named("Sociala relationer") }],
  codelists: {},
} as unknown as Pack;

const silent = () => undefined;

function form(needs: readonly object[], goals: readonly { id: string; label: string }[]) {
  return renderPage(
    <SpecForm
      pack={pack}
      document={document}
      today="2026-03-02"
      persons={[]}
      problems={[]}
      known={{ need: [], goal: goals }}
      handle={{
        answers: { centralNeeds: needs as never, goals: [{ id: "g1" }] },
        set: silent,
        choose: silent,
        addItem: () => "",
        removeItem: silent,
      }}
    />,
  );
}

test("a goal is tied to a need that stands, by its id: in its own words, else by the name of its area", async () => {
  const page = await form(
    [
      { id: "n1", words: "Lugn hemma" },
      { id: "n2", area: "BU3" },
    ],
    [{ id: "goal-1", label: "Somnar i tid" }],
  );
  expect(page).toMatch(/value="n1"/u);
  expect(page).toMatch(/value="n2"/u);
  expect(page).toMatch(/value="goal-1"/u);
  expect(wordsOf(page)).toContain("Lugn hemma");
  expect(wordsOf(page)).toContain("Sociala relationer");
  expect(page).not.toMatch(/<input[^>]*type="text"/u);
});

test("where nothing stands yet it says what comes first", async () => {
  const words = wordsOf(await form([], []));
  expect(words).toContain("Skriv först barnets viktigaste behov");
  expect(words).toContain("Ärendet har inget mål än");
});
