import { describe, expect, test } from "vitest";
import { besideId, besideSectionId, checkBeside, earlierDocuments, findBeside } from "./beside.ts";
import { everyField } from "./lookup.ts";
import { writtenSections } from "./source-sections.ts";
import { readShippedPack } from "./testing/pack-files.ts";
import type { DocumentSpec } from "./types.ts";

const pack = readShippedPack();
const documents = Object.values(pack.documents);

function unguided(document: DocumentSpec): readonly string[] {
  const guided = (id: string) => findBeside(pack, id)?.guidance !== undefined;
  const sections = document.sections
    .filter(({ id, help }) => help === undefined && !guided(besideSectionId(document.id, id)))
    .map(({ id }) => `section ${id}`);
  const texts = everyField({ ...document, sections: writtenSections(document) })
    .filter(({ field }) => field.type === "longtext" && field.help === undefined)
    .map(({ path }) => path)
    .filter((path) => !guided(besideId(document.id, path)));
  return [...sections, ...texts];
}

describe("guidance of the shipped pack", () => {
  test("stands at nearly every heading and text, so that a new one is missed by few", () => {
    const lacking = documents.flatMap((document) => {
      const cites = document.cites === true;
      // The shared section of sources is guided once, in the document it comes from.
      const own = cites ? { ...document, sections: writtenSections(document) } : document;
      return unguided(own).map((place) => `${document.id} ${place}`);
    });
    expect(lacking.length, lacking.join(", ")).toBeLessThan(12);
  });

  test("is short enough to be read while one writes", () => {
    const long = pack.beside.filter(({ guidance }) => (guidance?.sv.length ?? 0) > 240);
    expect(long).toEqual([]);
  });
});

describe("what stands beside", () => {
  test("names questions that are there, each once", () => {
    expect(checkBeside(pack)).toEqual([]);
    const wrong = [
      { id: "decision-basis/weighing", earlier: ["decision-basis/nothing"] },
      { id: "decision-basis/section.nowhere" },
      { id: "decision-basis/weighing" },
    ];
    expect(checkBeside({ ...pack, beside: wrong }).map(({ id, params }) => [id, params])).toEqual([
      ["spec.duplicate-id", { item: "decision-basis/weighing" }],
      ["spec.unknown-question", { item: "decision-basis/nothing" }],
      ["spec.unknown-question", { item: "decision-basis/section.nowhere" }],
    ]);
  });

  test("tells which earlier documents are worth reading", () => {
    expect(earlierDocuments(pack, "decision-basis")).toEqual([
      "decision-basis",
      "investigation-plan",
    ]);
    expect(earlierDocuments(pack, "note")).toEqual(["note"]);
  });
});

describe("the sources of a document that cites", () => {
  test("stand last, and are no part of what is written", () => {
    const basis = pack.documents["decision-basis"];
    expect(basis?.sections.at(-1)?.id).toBe("sources");
    expect(basis === undefined ? [] : writtenSections(basis).map(({ id }) => id)).not.toContain(
      "sources",
    );
    expect(pack.documents["note"]?.sections.map(({ id }) => id)).not.toContain("sources");
  });
});
