import { expect, test } from "vitest";
import type { DocumentSpec, Field, Pack } from "../../src/spec/types.ts";
import { renderPage, wordsOf } from "../testing/render-page.tsx";
import { AnswersView } from "./answers-view.tsx";

function field(id: string, type: Field["type"], more: Partial<Field> = {}): Field {
  return {
    id,
    type,
    label: { sv: `Fråga ${id}`, en: `Question ${id}` },
    class: "narrative",
    ...more,
  };
}

const document: DocumentSpec = {
  id: "sample",
  code: "X",
  name: { sv: "Exempel", en: "Example" },
  phase: "investigate",
  kind: "document",
  sections: [
    {
      id: "used",
      title: { sv: "Använd", en: "Used" },
      fields: [
        field("text", "longtext"),
        field("outcome", "code", { codelist: "outcome" }),
        field("who", "persons"),
        field("on", "date"),
        field("alone", "yesno"),
        field("empty", "text"),
      ],
    },
    { id: "unused", title: { sv: "Oanvänd", en: "Unused" }, fields: [field("nothing", "text")] },
    {
      id: "areas",
      title: { sv: "Områden", en: "Areas" },
      perArea: true,
      fields: [
        field("statements", "list", {
          items: [field("area", "code"), field("said", "longtext"), field("source", "text")],
        }),
      ],
    },
  ],
};

const pack = {
  areas: [
    { id: "BU1", side: "BU", name: { sv: "Hälsa", en: "Health" }, help: { sv: "", en: "" } },
    {
      id: "BU2",
      side: "BU",
      name: { sv: "Utbildning", en: "Education" },
      help: { sv: "", en: "" },
    },
  ],
  codelists: {
    outcome: {
      id: "outcome",
      name: { sv: "", en: "" },
      codes: [{ id: "met", label: { sv: "tillgodosett", en: "met" } }],
    },
  },
} as unknown as Pack;

const answers = {
  text: "Det är inte skolan som är värst.",
  outcome: "met",
  who: ["p1", "p2"],
  on: "2026-11-20",
  alone: false,
  empty: "",
  statements: [{ id: "s1", area: "BU2", said: "Frånvaro på måndagar.", source: "rektor" }],
};

test("answers are read in words, and only headings and fields in use are there", async () => {
  const names = new Map([["p1", "Petra"]]);
  const html = await renderPage(
    <AnswersView pack={pack} document={document} answers={answers} names={names} />,
  );
  expect(wordsOf(html)).toBe(
    "Använd Fråga text Det är inte skolan som är värst. Fråga outcome tillgodosett " +
      "Fråga who Petra, – Fråga on 20 november 2026 Fråga alone Nej " +
      "Områden Utbildning Frånvaro på måndagar. Fråga source: rektor",
  );
});
