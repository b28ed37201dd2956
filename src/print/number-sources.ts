import type { Answers, AnswerItem, AnswerValue } from "../domain/event.ts";
import { itemsOf } from "../domain/read.ts";
import {
  CITATIONS,
  citationsOf,
  mapTexts,
  marksIn,
  renumberedMarks,
} from "../domain/sources/citations.ts";
import type { PrintSpec, SpecSection } from "./print-spec.ts";

/**
 * The content with its citations numbered in the order in which a reader meets them: by the fields of its
 * document, and area by area where lists are printed so. Citations that no text names are left out.
 */
export function numberedInOrder(content: Answers, spec: PrintSpec, document: string): Answers {
  const citations = citationsOf(content);
  if (citations.length === 0) return content;
  const known = new Set(citations.map(({ mark }) => mark));
  const sections = spec.document(document)?.sections ?? [];
  const texts = sections.flatMap((section) => textsOf(content, spec, section));
  const met = [...new Set(texts.flatMap(marksIn))].filter((mark) => known.has(mark));
  const changed = new Map(met.map((mark, index) => [mark, index + 1]));
  const used = itemsOf(content[CITATIONS]).flatMap((item) => {
    const mark = changed.get(Number(item["mark"]));
    return mark === undefined ? [] : [{ ...item, mark }];
  });
  return {
    ...mapTexts(content, (text) => renumberedMarks(text, changed)),
    [CITATIONS]: used.toSorted((a, b) => a.mark - b.mark),
  };
}

/** The texts of a section in the order of print. */
function textsOf(content: Answers, spec: PrintSpec, section: SpecSection): readonly string[] {
  const fields = section.fields.filter(({ id }) => id !== CITATIONS);
  if (!section.perArea) return fields.flatMap(({ id }) => textsIn(content[id]));
  const areas = spec.areas.map(({ id }) => id);
  const ofArea = (keep: (area: AnswerValue | undefined) => boolean) =>
    fields.flatMap(({ id }) =>
      itemsOf(content[id])
        .filter((item) => keep(item["area"]))
        .flatMap(ofItem),
    );
  return [
    ...areas.flatMap((area) => ofArea((each) => each === area)),
    ...ofArea((each) => typeof each !== "string" || !areas.includes(each)),
  ];
}

function textsIn(value: AnswerValue | undefined): readonly string[] {
  return typeof value === "string" ? [value] : itemsOf(value).flatMap(ofItem);
}

function ofItem(item: AnswerItem): readonly string[] {
  return Object.values(item).filter((each) => typeof each === "string");
}
