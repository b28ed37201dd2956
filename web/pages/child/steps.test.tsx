import { describe, expect, test } from "vitest";
import type { MatterAnswer } from "../../api/queries.ts";
import { renderPage, wordsOf } from "../../testing/render-page.tsx";
import {
  akt,
  child,
  matter,
  matterId,
  measure,
  type Step,
  step,
} from "../../testing/sample-child.ts";
import { Steps } from "./steps.tsx";

const pack = {
  codelists: {
    "measure-type": {
      codes: [
        { id: "family-treatment", label: { sv: "familjebehandling", en: "family treatment" } },
        { id: "yac-80", label: { sv: "Kontaktperson", en: "contact person" } },
      ],
    },
  },
};

function drawn(steps: readonly Step[], more: Partial<MatterAnswer> = {}, page = child()) {
  return renderPage(<Steps child={page} matter={matter({ steps: [...steps], ...more })} />, {
    known: [[["pack", "current"], pack]],
  });
}

describe("the steps of a matter", () => {
  test("what can be done is a link to its form", async () => {
    const html = await drawn([step("investigation.open", "Inled utredning")]);
    expect(html).toContain(`href="/child/${akt}/${matterId}/act/investigation.open"`);
  });

  test("with two measures each step says which it is of, and leads to the form of that one", async () => {
    const [one, two] = [akt, matterId];
    const html = await drawn(
      [one, two].map((id) => step("measure.start", "Starta insatsen", { ids: { measure: id } })),
      { measures: [measure(one, "family-treatment"), measure(two, "yac-80")] },
    );
    expect(html).toContain(`/act/measure.start?about=${one}"`);
    expect(html).toContain(`/act/measure.start?about=${two}"`);
    expect(wordsOf(html)).toContain("Starta insatsen: familjebehandling");
    expect(wordsOf(html)).toContain("Starta insatsen: Kontaktperson");
  });

  test("measures of the same kind are told apart by their day", async () => {
    const [one, two] = [akt, matterId];
    const html = await drawn([step("measure.end", "Avsluta", { ids: { measure: two } })], {
      measures: [
        measure(one, "yac-80", { from: "2026-10-01" }),
        measure(two, "yac-80", { from: "2026-12-01" }),
      ],
    });
    expect(wordsOf(html)).toContain("Avsluta: Kontaktperson (1 december 2026)");
  });

  test("what cannot be done yet says what is missing, for whom, by which section", async () => {
    const missing = [
      {
        level: "law",
        ruleId: "C-01",
        section: "25 § FL",
        pointer: null,
        sv: "Alla har inte svarat.",
        en: "",
      },
      {
        level: "practice",
        ruleId: null,
        section: null,
        pointer: null,
        sv: "Chefen har inte läst.",
        en: "",
      },
    ] as const;
    const html = await drawn([
      step("decision.make", "Fatta beslut", { possible: false, missing: [...missing] }),
    ]);
    expect(wordsOf(html)).toContain(
      "Går inte ännu Fatta beslut Saknas: Alla har inte svarat. 25 § FL God praxis: Chefen har inte läst.",
    );
  });

  test("the basis is written while the investigation runs, on its own page", async () => {
    const html = await drawn([step("basis.fix", "Lås underlaget")]);
    expect(html).toContain(`href="/child/${akt}/${matterId}/document/decision-basis"`);
    expect(wordsOf(html)).toContain("Skriv beslutsunderlaget");
    expect(wordsOf(html)).not.toContain("Lås underlaget");
  });

  test("a basis that is begun is gone on with; a final one is no longer written", async () => {
    const draft = {
      draft: "d",
      document: "decision-basis",
      matter: matterId,
      item: null,
      changedAt: "",
      by: "",
    };
    expect(wordsOf(await drawn([], {}, child({ drafts: [draft] })))).toContain(
      "Fortsätt skriva beslutsunderlaget",
    );
    const basis = {
      document: "00000000-0000-7000-8000-000000000104",
      version: 2,
      status: "signed",
      reviewedOn: null,
      returned: false,
      communicated: [],
      signedOn: "2026-11-20",
    } as const;
    const final = { basis: { ...basis, communicated: [] } };
    expect(wordsOf(await drawn([], final))).not.toContain("beslutsunderlaget");
  });

  test("notes and talks can be written at any time", async () => {
    const html = await drawn([]);
    expect(html).toContain(`/act/note.sign"`);
    expect(html).toContain(`/act/talk.sign"`);
  });
});
