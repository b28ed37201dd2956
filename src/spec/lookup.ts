import type { Answers } from "./answers.ts";
import type {
  Area,
  Code,
  Codelist,
  DocumentSpec,
  Factor,
  FactorAge,
  FactorKind,
  Field,
  Lang,
  Pack,
  Variable,
} from "./types.ts";

/** The document with this id, or undefined. */
export function findDocument(pack: Pack, id: string): DocumentSpec | undefined {
  return Object.hasOwn(pack.documents, id) ? pack.documents[id] : undefined;
}

/** The document with this id. @throws RangeError where the pack has none. */
export function getDocument(pack: Pack, id: string): DocumentSpec {
  const document = findDocument(pack, id);
  if (document === undefined) throw new RangeError(`No document ${id} in the specification`);
  return document;
}

const fieldsOfDocument = new WeakMap<DocumentSpec, readonly Field[]>();

/** All fields of a document in order; the fields of list items are not among them. */
export function fieldsOf(document: DocumentSpec): readonly Field[] {
  const known = fieldsOfDocument.get(document);
  if (known !== undefined) return known;
  const fields = document.sections.flatMap((section) => section.fields);
  fieldsOfDocument.set(document, fields);
  return fields;
}

/** All fields of a document with those of list items, which are named `list.field`. */
export function everyField(
  document: DocumentSpec,
): readonly { readonly path: string; readonly field: Field }[] {
  return fieldsOf(document).flatMap((field) => withItems(field, field.id));
}

function withItems(field: Field, path: string): { readonly path: string; readonly field: Field }[] {
  const items = field.items ?? [];
  return [{ path, field }, ...items.flatMap((item) => withItems(item, `${path}.${item.id}`))];
}

/** A field by its id, or by `list.field` for a field of list items. */
export function findField(document: DocumentSpec, path: string): Field | undefined {
  const [id, ...rest] = path.split(".");
  return rest.reduce<Field | undefined>(
    (field, step) => field?.items?.find((item) => item.id === step),
    fieldsOf(document).find((field) => field.id === id),
  );
}

/** The codelist with this id, or undefined. `area` and `factor` are codelists too. */
export function findCodelist(pack: Pack, id: string): Codelist | undefined {
  return Object.hasOwn(pack.codelists, id) ? pack.codelists[id] : undefined;
}

export function findCode(pack: Pack, codelist: string, code: string): Code | undefined {
  const list = findCodelist(pack, codelist);
  return list === undefined ? undefined : codesById(list).get(code);
}

const codesOfList = new WeakMap<Codelist, ReadonlyMap<string, Code>>();

/** The codes of a list by id. A list never changes and some have hundreds of codes: indexed once. */
function codesById(list: Codelist): ReadonlyMap<string, Code> {
  const known = codesOfList.get(list);
  if (known !== undefined) return known;
  const codes = new Map<string, Code>();
  for (const code of list.codes) if (!codes.has(code.id)) codes.set(code.id, code);
  codesOfList.set(list, codes);
  return codes;
}

/** The words of a code. A code that the pack does not know is shown as it is, never as nothing. */
export function labelOf(pack: Pack, codelist: string, code: string, lang: Lang): string {
  return (findCode(pack, codelist, code) ?? findCode(pack, "missing", code))?.label[lang] ?? code;
}

/**
 * The code with these Swedish words, for import and replay; older words of a code, its short name and its id
 * count too. Where a list has the words in several groups the named group decides, else the first code.
 */
export function codeOfLabel(
  pack: Pack,
  codelist: string,
  svLabel: string,
  group?: string,
): string | undefined {
  const codes = findCodelist(pack, codelist)?.codes ?? [];
  const inGroup = group === undefined ? codes : codes.filter((code) => code.group === group);
  const found =
    inGroup.find((code) => code.label.sv === svLabel) ??
    inGroup.find((code) => code.legacy?.includes(svLabel)) ??
    inGroup.find((code) => code.short === svLabel) ??
    inGroup.find((code) => code.id === svLabel);
  return found?.id;
}

/** The codes of a group of a list, in order ("not" of participation, an area of factors). */
export function codesOfGroup(pack: Pack, codelist: string, group: string): readonly string[] {
  const codes = findCodelist(pack, codelist)?.codes ?? [];
  return codes.filter((code) => code.group === group).map((code) => code.id);
}

/** The areas in order, or those of one side. */
export function areasOf(pack: Pack, side?: string): readonly Area[] {
  return side === undefined ? pack.areas : pack.areas.filter((area) => area.side === side);
}

/** Which factors to offer: of an area, of a kind, for an age group. */
export interface FactorChoice {
  readonly area?: string;
  readonly kind?: FactorKind;
  readonly age?: FactorAge;
}

/** The factors that fit a choice; a factor without ages fits every age. */
export function factorsOf(pack: Pack, choice: FactorChoice = {}): readonly Factor[] {
  const { area, kind, age } = choice;
  return pack.factors.filter(
    (factor) =>
      (area === undefined || factor.area === area) &&
      (kind === undefined || factor.kind === kind) &&
      (age === undefined || factor.ages === undefined || factor.ages.includes(age)),
  );
}

/** The variable with this id, or undefined. */
export function findVariable(pack: Pack, id: string): Variable | undefined {
  return pack.variables.find((variable) => variable.id === id);
}

/** One value of a variable: where it is kept and of what type. */
export interface VariableColumn {
  readonly column: string;
  readonly type: Variable["type"];
  readonly codelist?: string;
}

/** The columns of a variable: its own, and those of its parts. */
export function columnsOf(variable: Variable): readonly VariableColumn[] {
  return [variable, ...(variable.parts ?? [])].map(({ column, type, codelist }) => ({
    column,
    type,
    ...(codelist === undefined ? {} : { codelist }),
  }));
}

/** Puts values in place of `{names}`; a name without a value stays, so that it shows. */
export function fillText(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    return value === undefined ? whole : String(value);
  });
}

/** True where there is something to read: not nothing, not an empty text or list. A reason why not counts. */
export function isAnswered(value: Answers[string] | undefined): boolean {
  if (value === undefined) return false;
  if (typeof value === "string") return value.trim() !== "";
  return Array.isArray(value) ? value.length > 0 : true;
}
