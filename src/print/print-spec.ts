import type { Field, Pack } from "../spec/types.ts";

/** What print needs to know of the specification a document was written by; all texts in Swedish. */
export interface PrintSpec {
  /** Name and version of the pack, as it stands in the print. */
  readonly pack: string;
  readonly sides: readonly SpecName[];
  readonly areas: readonly SpecArea[];
  /** A document of the pack by id. */
  document(id: string): SpecDocument | undefined;
  /** The label of a code. `area` and `factor` are code lists too. */
  code(codelist: string, code: string): string | undefined;
  /** A text of the pack by id. */
  text(id: string): string | undefined;
}

export interface SpecName {
  readonly id: string;
  readonly name: string;
}

export interface SpecArea extends SpecName {
  readonly side: string;
}

export interface SpecDocument {
  readonly name: string;
  readonly sections: readonly SpecSection[];
}

export interface SpecSection {
  readonly id: string;
  readonly title: string;
  readonly perArea: boolean;
  readonly fields: readonly SpecField[];
}

export interface SpecField {
  readonly id: string;
  readonly label: string;
  readonly type: string;
  readonly codelist?: string;
  /** False for working fields that never reach paper. */
  readonly print: boolean;
  readonly items: readonly SpecField[];
}

/** The parts of a pack that print reads. */
export type PackForPrint = Pick<
  Pack,
  "manifest" | "sides" | "areas" | "documents" | "codelists" | "texts"
>;

/** The Swedish face of a pack. Give the pack of the document's own digest: it is rendered by it for ever. */
export function printSpec(pack: PackForPrint): PrintSpec {
  return {
    pack: `${pack.manifest.id} ${pack.manifest.version}`,
    sides: pack.sides.map(({ id, name }) => ({ id, name: name.sv })),
    areas: pack.areas.map(({ id, side, name }) => ({ id, side, name: name.sv })),
    document: (id) => {
      const document = pack.documents[id];
      const sections = document?.sections.map((section) => ({
        id: section.id,
        title: section.title.sv,
        perArea: section.perArea === true,
        fields: section.fields.map(specField),
      }));
      return document === undefined || sections === undefined
        ? undefined
        : { name: document.name.sv, sections };
    },
    code: (codelist, code) =>
      pack.codelists[codelist]?.codes.find((one) => one.id === code)?.label.sv,
    text: (id) => pack.texts.sv[id],
  };
}

function specField(field: Field): SpecField {
  return {
    id: field.id,
    label: field.label.sv,
    type: field.type,
    ...(field.codelist === undefined ? {} : { codelist: field.codelist }),
    print: field.print !== false,
    items: (field.items ?? []).map(specField),
  };
}
