import type { Problem } from "../kernel/problem.ts";
import type { Beside } from "./beside-types.ts";
import { duplicates, unknown } from "./check-ids.ts";
import { everyField, findDocument } from "./lookup.ts";
import type { DocumentSpec, Pack } from "./types.ts";

/** The id of what stands beside a question: `list.field` for a field of an item. */
export function besideId(document: string, field: string): string {
  return `${document}/${field}`;
}

/** The id of what stands beside a section. */
export function besideSectionId(document: string, section: string): string {
  return `${document}/section.${section}`;
}

/** What stands beside a question or a section; undefined where nothing does. */
export function findBeside(pack: Pack, id: string): Beside | undefined {
  return pack.beside.find((each) => each.id === id);
}

/** The documents whose earlier versions are worth reading while one writes a document: itself first. */
export function earlierDocuments(pack: Pack, document: string): readonly string[] {
  const others = pack.beside
    .filter(({ id }) => id.startsWith(`${document}/`))
    .flatMap(({ earlier }) => earlier ?? [])
    .map(documentOf);
  return [...new Set([document, ...others])];
}

/** Every question and section that something stands beside is there (`spec.unknown-question`), and is named once. */
export function checkBeside(pack: Pack): Problem[] {
  return [
    ...duplicates(pack.beside, "/beside"),
    ...pack.beside.flatMap(({ id, earlier = [] }, index) =>
      [id, ...earlier]
        .filter((each) => !exists(pack, each))
        .map((item) => unknown("question", item, `/beside/${index}`)),
    ),
  ];
}

function exists(pack: Pack, id: string): boolean {
  const document = findDocument(pack, documentOf(id));
  return document !== undefined && idsIn(document).has(id);
}

/** Everything of a document that something may stand beside. */
export function idsIn(document: DocumentSpec): ReadonlySet<string> {
  const fields = everyField(document).map(({ path }) => besideId(document.id, path));
  return new Set([
    ...fields,
    ...document.sections.map(({ id }) => besideSectionId(document.id, id)),
  ]);
}

function documentOf(id: string): string {
  return id.slice(0, id.indexOf("/"));
}
