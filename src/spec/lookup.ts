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
  Section,
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

/** As {@link findField}. @throws RangeError where the document or the field is not there. */
export function getField(pack: Pack, documentId: string, path: string): Field {
  const field = findField(getDocument(pack, documentId), path);
  if (field === undefined) throw new RangeError(`No field ${path} in ${documentId}`);
  return field;
}

/** The codelist with this id, or undefined. `area` and `factor` are codelists too. */
export function findCodelist(pack: Pack, id: string): Codelist | undefined {
  return Object.hasOwn(pack.codelists, id) ? pack.codelists[id] : undefined;
}

/** As {@link findCodelist}. @throws RangeError where the pack has none. */
export function getCodelist(pack: Pack, id: string): Codelist {
  const list = findCodelist(pack, id);
  if (list === undefined) throw new RangeError(`No codelist ${id} in the specification`);
  return list;
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

/** @throws RangeError where the list or the code is not there. */
export function getCode(pack: Pack, codelist: string, code: string): Code {
  const found = getCodelist(pack, codelist).codes.find((each) => each.id === code);
  if (found === undefined) throw new RangeError(`No code ${code} in codelist ${codelist}`);
  return found;
}

/** The words of a code. A code that the pack does not know is shown as it is, never as nothing. */
export function labelOf(pack: Pack, codelist: string, code: string, lang: Lang): string {
  return (findCode(pack, codelist, code) ?? findCode(pack, "missing", code))?.label[lang] ?? code;
}

/** As {@link labelOf}, with the group in front where two codes of the list have the same words. */
export function fullLabelOf(pack: Pack, codelist: string, code: string, lang: Lang): string {
  const label = labelOf(pack, codelist, code, lang);
  const list = findCodelist(pack, codelist);
  const same = list?.codes.filter((each) => each.label[lang] === label) ?? [];
  const group = same.find((each) => each.id === code)?.group;
  const words = list?.groups?.find((each) => each.id === group)?.label[lang];
  return same.length > 1 && words !== undefined ? `${words}: ${label}` : label;
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

/** First age of each group of {@link FactorAge}, oldest first. */
const AGE_STARTS: readonly (readonly [number, FactorAge])[] = [
  [13, "d"],
  [6, "c"],
  [3, "b"],
  [0, "a"],
];

/** The age group of an age in whole years. */
export function factorAgeOf(years: number): FactorAge {
  return AGE_STARTS.find(([start]) => years >= start)?.[1] ?? "a";
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

/** A text of the field (headings, print, process) with `{names}` filled in. @throws RangeError on an unknown id. */
export function textOf(
  pack: Pack,
  id: string,
  lang: Lang,
  params: Readonly<Record<string, string | number>> = {},
): string {
  const text = Object.hasOwn(pack.texts[lang], id) ? pack.texts[lang][id] : undefined;
  if (text === undefined) throw new RangeError(`No text ${id} in the specification`);
  return fillText(text, params);
}

/** Puts values in place of `{names}`; a name without a value stays, so that it shows. */
export function fillText(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    return value === undefined ? whole : String(value);
  });
}

/** A section with the fields that have something to show. */
export interface HeadingInUse {
  readonly section: Section;
  readonly fields: readonly Field[];
}

/** The headings of a document that have an answer, for print: an unused heading is not printed. */
export function headingsInUse(document: DocumentSpec, answers: Answers): readonly HeadingInUse[] {
  return document.sections
    .map((section) => ({
      section,
      fields: section.fields.filter((field) => printed(field, answers)),
    }))
    .filter(({ fields }) => fields.length > 0);
}

function printed(field: Field, answers: Answers): boolean {
  return (
    field.print !== false &&
    isAnswered(Object.hasOwn(answers, field.id) ? answers[field.id] : undefined)
  );
}

/** True where there is something to read: not nothing, not an empty text or list. A reason why not counts. */
export function isAnswered(value: Answers[string] | undefined): boolean {
  if (value === undefined) return false;
  if (typeof value === "string") return value.trim() !== "";
  return Array.isArray(value) ? value.length > 0 : true;
}
