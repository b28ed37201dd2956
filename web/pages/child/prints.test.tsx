import { expect, test } from "vitest";
import type { ChildPageAnswer } from "../../api/queries.ts";
import { renderPage, wordsOf } from "../../testing/render-page.tsx";
import { samplePerson } from "../examples/sample.ts";
import { Prints } from "./prints.tsx";

const decision = { decision: "d", on: "2026-11-20", type: "other" };
const plan = { entry: 41, document: "implementation-plan", on: "2026-11-21", toProvider: true };
const measure = { types: ["family-treatment"], documents: [plan] };
const pack = {
  codelists: {},
  documents: { "implementation-plan": { name: { sv: "Genomförandeplan", en: "Plan" } } },
};

function drawn(gets: boolean): Promise<string> {
  const label = samplePerson(1);
  const child = {
    akt: "00000000-0000-7000-8000-000000000101",
    child: label,
    person: label.person,
    ownCopy: { fromAge: 15, gets },
    parties: [],
    matters: [{ basis: null, decisions: [decision], measures: [measure] }],
  } as unknown as ChildPageAnswer;
  return renderPage(<Prints child={child} />, { known: [[["pack", "current"], pack]] });
}

test("a copy for the child is offered from the age that the specification says, else explained", async () => {
  const young = await drawn(false);
  expect(young).not.toContain(`value="${samplePerson(1).person}"`);
  expect(wordsOf(young)).toContain("eget exemplar från 15 år");
  const older = await drawn(true);
  expect(older).toContain(`value="${samplePerson(1).person}"`);
  expect(wordsOf(older)).not.toContain("eget exemplar från");
});

test("a document of a measure is told by its measure and its day, with a copy for who carries it out", async () => {
  const page = await drawn(false);
  expect(wordsOf(page)).toContain("Genomförandeplan family-treatment, 21 november 2026");
  expect(page.match(/value="provider"/gu)).toHaveLength(1);
});
