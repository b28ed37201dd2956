import type { DocumentSpec, Section } from "./types.ts";

/** The document whose section every document that cites has too, and the id of that section. */
export const SOURCES = "sources";

/** A section that the record fills: how the child took part, each time. Nobody writes in it. */
export const OCCASIONS_SECTION = "occasions";

/** The sections of a document that are written in: its sources are shown at the texts that name them. */
export function writtenSections(document: DocumentSpec): readonly Section[] {
  return readSections(document).filter(({ id }) => id !== OCCASIONS_SECTION);
}

/** The sections of a document that are read, those that the record fills too. */
export function readSections(document: DocumentSpec): readonly Section[] {
  return document.sections.filter(({ id }) => id !== SOURCES);
}

/** Whether the texts of a document may cite. */
export function mayCite(document: DocumentSpec): boolean {
  return document.sections.some(({ id }) => id === SOURCES);
}

/** The document that tells how the child took part, and has the section of the document `occasions`. */
const TELLS_OCCASIONS = "decision-basis";

/**
 * The documents, those that the record fills with the sections of the document for that, and those that cite with
 * the sections of the document `sources` last, once.
 */
export function withSourceSections(
  documents: Readonly<Record<string, DocumentSpec>>,
): Readonly<Record<string, DocumentSpec>> {
  const sources = documents[SOURCES]?.sections ?? [];
  const told = documents[OCCASIONS_SECTION]?.sections ?? [];
  return Object.fromEntries(
    Object.entries(documents).map(([id, document]) => {
      const shared = [
        ...(id === TELLS_OCCASIONS ? told : []),
        ...(document.cites === true ? sources : []),
      ];
      if (shared.length === 0) return [id, document];
      const own = document.sections.filter(
        (section) => !shared.some((each) => each.id === section.id),
      );
      return [id, { ...document, sections: [...own, ...shared] }];
    }),
  );
}
