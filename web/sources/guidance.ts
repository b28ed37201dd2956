import { besideId, besideSectionId, findBeside } from "../../src/spec/beside.ts";
import type { DocumentSpec, Field, Pack, Text } from "../../src/spec/types.ts";

/** A piece of guidance with the heading it stands under, where it is not that of the question itself. */
export interface Guidance {
  readonly about: "question" | "list" | "section";
  readonly text: Text;
}

/** What guides somebody who answers a question: its own guidance and help, those of its list and its section. */
export function guidanceOf(
  pack: Pack,
  document: DocumentSpec,
  field: Field,
  path: string,
): readonly Guidance[] {
  const [top = "", item] = path.split("/");
  const inList = item !== undefined;
  const section = document.sections.find((each) => each.fields.some(({ id }) => id === top));
  const list = inList ? section?.fields.find(({ id }) => id === top) : undefined;
  const id = besideId(document.id, inList ? `${top}.${field.id}` : top);
  return [
    ...texts("question", findBeside(pack, id)?.guidance, field.help),
    ...(list === undefined
      ? []
      : texts("list", findBeside(pack, besideId(document.id, top))?.guidance, list.help)),
    ...(section === undefined
      ? []
      : texts(
          "section",
          findBeside(pack, besideSectionId(document.id, section.id))?.guidance,
          section.help,
        )),
  ];
}

function texts(
  about: Guidance["about"],
  ...given: readonly (Text | undefined)[]
): readonly Guidance[] {
  return given.flatMap((text) => (text === undefined ? [] : [{ about, text }]));
}
