import { afterAll, describe, expect, test } from "vitest";
import { readSpecForTests } from "../../domain/testing/read-spec.ts";
import { parseInstant } from "../../kernel/instant.ts";
import { png } from "../../store/received/testing/files.ts";
import { textsOf } from "../model-texts.ts";
import { startRenderer } from "../render.ts";
import { bare, readPdf } from "../testing/pdf-text.ts";
import { sampleId } from "../testing/sample.ts";
import { buildLetter, drawingName } from "./build-letter.ts";
import type { LetterPrintFacts } from "./letter-record.ts";

const { pack, law } = readSpecForTests();
const renderer = startRenderer();
afterAll(() => renderer.close());

/** The version of a child of an age: two goals, the first with a drawing beside it. */
function factsAt(age: number): LetterPrintFacts {
  const at = parseInstant("2026-05-06T08:00:00.000Z");
  const letter = pack.letters.letters["child-version"];
  const audience = pack.letters.audiences.find(({ id }) => id === "child-own");
  if (at === undefined || letter === undefined || audience === undefined) throw new Error("spec");
  return {
    id: sampleId("e1"),
    letter,
    recipient: { audience, person: sampleId("c1"), problems: [] },
    name: "Elmer Granvik",
    address: [],
    fields: {
      values: {
        versionOf: "genomförandeplanen",
        plainWhat: "Du ska få vila på kvällarna.",
        goals: "Du somnar lugnt.\n\nDu går till skolan varje dag.",
        measures: "Lisa kommer hem till er.",
        who: "Jonatan Lind, socialsekreterare",
        when: "Den 3 juni 2026 pratar vi om hur det går.",
        drawing: "En bild från dig.",
        sender: "Jonatan Lind, socialsekreterare",
      },
      withheld: [],
      age,
      pictures: { goals: ["sleep", undefined], measures: ["home"], when: ["calendar"] },
    },
    pictureWords: new Map([
      ["sleep", "en måne och en säng"],
      ["home", "ett hus"],
      ["calendar", "en almanacka"],
    ]),
    drawing: sampleId("d1"),
    enclosures: [],
    law: law.texts,
    board: { name: "Socialnämnden i Lindvik", synthetic: true },
    sender: ["Jonatan Lind, socialsekreterare", "Utredningsgruppen"],
    at,
    reporterNames: [],
    details: [],
  };
}

function headings(age: number): readonly string[] {
  return buildLetter(factsAt(age), false, "abcd").front.map(({ heading }) => heading);
}

describe("the child's own version", () => {
  test("asks in words for the age, and sets a small child's text larger", () => {
    expect(headings(6)).toContain("Vem hjälper dig?");
    expect(headings(10)).toContain("Vem gör det?");
    expect(headings(15)).toContain("Målen för dig");
    expect(headings(15)).not.toContain("Det här ska bli bättre");
    expect(buildLetter(factsAt(6), false, "").look).toBe("small-child");
    expect(buildLetter(factsAt(9), false, "").look).toBe("child");
  });

  test("asks a child of unknown age as one of the oldest", () => {
    const { age: _age, ...fields } = factsAt(6).fields;
    const { front } = buildLetter({ ...factsAt(6), fields }, false, "");
    expect(front.map(({ heading }) => heading)).toContain("Vem gör vad?");
  });

  test("has a drawing beside what it is about, and room to answer", () => {
    const { front } = buildLetter(factsAt(6), false, "abcd");
    const goals = front.find(({ heading }) => heading === "Det här ska bli bättre");
    expect(goals?.pictures).toEqual([{ name: "sleep", alt: "en måne och en säng" }, null]);
    expect(front.find(({ heading }) => heading === "Vad tycker du?")?.space).toBe("frame");
    expect(textsOf(buildLetter(factsAt(6), false, "abcd")).map(({ text }) => text)).toContain(
      "ett hus",
    );
  });

  test("is a tagged PDF/A with its pictures in words for who cannot see them", async () => {
    for (const age of [6, 12]) {
      const pictures = new Map([[drawingName, png()]]);
      const pdf = await renderer.render(buildLetter(factsAt(age), false, "abcd"), { pictures });
      if (!pdf.ok) throw new Error(pdf.problems.map(({ id }) => id).join());
      const { pages, strings } = readPdf(pdf.value);
      expect(bare(pages.join())).toContain(bare("Du går till skolan varje dag."));
      expect(strings).toContain("en måne och en säng");
      expect(strings).toContain("<pdfaid:part>2</pdfaid:part>");
      expect(strings).not.toContain("Elmer Granvik.pdf");
    }
  });
});

describe("the drawings", () => {
  test("are one for each code of the specification, lines only, without anything to load", async () => {
    const { readPictures } = await import("../pictures.ts");
    const drawings = readPictures();
    const codes = pack.codelists["child-picture"]?.codes.map(({ id }) => `${id}.svg`) ?? [];
    expect(drawings.map(({ name }) => name).toSorted()).toEqual(codes.toSorted());
    for (const { bytes } of drawings) {
      const text = bytes.toString("utf8");
      expect(text).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 64 64"/);
      expect(text).not.toMatch(/href|script|style|<text|url\(/);
    }
  });
});
