import type {
  ExpressionSchema,
  Facts,
  FactValue,
  FieldSchema,
} from "../kernel/expression/types.ts";
import { fieldsOf, findCodelist, isAnswered } from "./lookup.ts";
import type { AnswerContext, AnswerItem, Answers, AnswerValue } from "./answers.ts";
import type { DocumentSpec, Field, Pack } from "./types.ts";

/** What a condition sees of a written answer: that it is there, never what it says (no text matching). */
const GIVEN = "given";

/** What the conditions of a document may ask about: its fields, its lists, and its facts. */
export function packSchemaFor(pack: Pack, document: DocumentSpec): ExpressionSchema {
  const facts = (document.facts ?? []).map((fact): [string, FieldSchema] => [
    fact.id,
    { type: fact.type },
  ]);
  const schema = schemaOfFields(pack, fieldsOf(document));
  return { ...schema, fields: { ...schema.fields, ...Object.fromEntries(facts) } };
}

/** What the conditions inside a list may ask about: the fields of its items. */
export function schemaOfFields(pack: Pack, fields: readonly Field[]): ExpressionSchema {
  const plain = fields.filter((field) => field.type !== "list");
  const lists = fields.filter((field) => field.type === "list");
  return {
    fields: Object.fromEntries(plain.map((field) => [field.id, schemaOfField(pack, field)])),
    lists: Object.fromEntries(
      lists.map((field) => [field.id, schemaOfFields(pack, field.items ?? [])]),
    ),
  };
}

function schemaOfField(pack: Pack, field: Field): FieldSchema {
  const codes =
    field.codelist === undefined ? undefined : findCodelist(pack, field.codelist)?.codes;
  const codelist = codes === undefined ? {} : { codelist: codes.map((code) => code.id) };
  switch (field.type) {
    case "yesno":
    case "integer":
    case "date":
      return { type: field.type };
    case "datetime":
      return { type: "date" };
    case "code":
      return { type: "code", ...codelist };
    case "codes":
      return { type: "set", ...codelist };
    case "persons":
      return { type: "set" };
    default:
      // Text and persons can only be asked about with isMissing: no code equals them.
      return { type: "code", codelist: [] };
  }
}

/** What is known when a condition of the document is answered. */
export function factsOfAnswers(
  document: DocumentSpec,
  answers: Answers,
  context: AnswerContext = {},
): Facts {
  const facts = factsOfFields(fieldsOf(document), answers);
  return { ...facts, fields: { ...facts.fields, ...context.facts } };
}

/** What is known inside one item of a list, or at the top of a document. */
export function factsOfFields(fields: readonly Field[], answers: Answers | AnswerItem): Facts {
  const known: Record<string, FactValue> = {};
  const lists: Record<string, readonly Facts[]> = {};
  for (const field of fields) {
    const value = answers[field.id];
    if (field.type === "list") {
      lists[field.id] = itemsOf(value).map((item) => factsOfFields(field.items ?? [], item));
    } else {
      known[field.id] = factOf(field, value);
    }
  }
  return { fields: known, lists };
}

function factOf(field: Field, value: AnswerValue | undefined): FactValue {
  if (value === undefined || !isAnswered(value)) return null;
  if (typeof value === "object") return Array.isArray(value) ? value.filter(isText) : null;
  if (field.type === "datetime" && typeof value === "string")
    return value.slice(0, "YYYY-MM-DD".length);
  if (field.type === "text" || field.type === "longtext" || field.type === "person") return GIVEN;
  return value;
}

function isText(entry: unknown): entry is string {
  return typeof entry === "string";
}

/** The items of a list answer; none for any other answer. */
export function itemsOf(value: AnswerValue | undefined): readonly AnswerItem[] {
  if (!Array.isArray(value)) return [];
  return value.every(isItem) ? value : value.filter(isItem);
}

function isItem(entry: unknown): entry is AnswerItem {
  return typeof entry === "object" && entry !== null;
}
