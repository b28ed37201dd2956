import { checkExpression } from "../kernel/expression/check.ts";
import type { Expression, ExpressionSchema } from "../kernel/expression/types.ts";
import { problem } from "../kernel/problem.ts";
import type { Problem } from "../kernel/problem.ts";
import { duplicates, unknown } from "./check-ids.ts";
import { packSchemaFor, schemaOfFields } from "./facts-of.ts";
import { fieldsOf, findCodelist, findVariable } from "./lookup.ts";
import type { DocumentSpec, Field, Pack } from "./types.ts";

const CODED_TYPES = ["code", "codes"];
const FIELD_ID = /^[a-z][A-Za-z0-9]*$/;

/** Every document: unique ids, known codelists and variables, conditions that fit. */
export function checkDocuments(pack: Pack): Problem[] {
  return Object.values(pack.documents).flatMap((document) => checkDocument(pack, document));
}

function checkDocument(pack: Pack, document: DocumentSpec): Problem[] {
  const pointer = `/documents/${document.id}`;
  const schema = packSchemaFor(pack, document);
  const facts = document.facts ?? [];
  return [
    ...(pack.process.steps.some((step) => step.id === document.phase)
      ? []
      : [unknown("step", document.phase, `${pointer}/phase`)]),
    ...duplicates(document.sections, `${pointer}/sections`),
    ...duplicates([...fieldsOf(document), ...facts], pointer),
    ...document.sections.flatMap((section, index) => {
      const at = `${pointer}/sections/${index}`;
      return [
        ...checkCondition(section.visibleWhen, schema, `${at}/visibleWhen`),
        ...section.fields.flatMap((field, place) =>
          checkField(pack, field, schema, `${at}/fields/${place}`),
        ),
      ];
    }),
  ];
}

function checkField(
  pack: Pack,
  field: Field,
  schema: ExpressionSchema,
  pointer: string,
): Problem[] {
  return [
    ...(FIELD_ID.test(field.id)
      ? []
      : [problem("spec.id-form", { pointer, params: { item: field.id } })]),
    ...checkFieldParts(field, pointer),
    ...(field.codelist === undefined || findCodelist(pack, field.codelist) !== undefined
      ? []
      : [unknown("codelist", field.codelist, `${pointer}/codelist`)]),
    ...(field.variable === undefined || findVariable(pack, field.variable) !== undefined
      ? []
      : [unknown("variable", field.variable, `${pointer}/variable`)]),
    ...checkCondition(field.visibleWhen, schema, `${pointer}/visibleWhen`),
    ...checkCondition(field.required?.when, schema, `${pointer}/required/when`),
    ...checkItems(pack, field, pointer),
  ];
}

/** Codes need a list, lists need fields, and nothing else has either. */
function checkFieldParts(field: Field, pointer: string): Problem[] {
  const coded = CODED_TYPES.includes(field.type) === (field.codelist !== undefined);
  const listed = (field.type === "list") === (field.items !== undefined);
  return [
    ...(coded ? [] : [problem("spec.field-codelist", { pointer, params: { item: field.id } })]),
    ...(listed ? [] : [problem("spec.field-items", { pointer, params: { item: field.id } })]),
  ];
}

function checkItems(pack: Pack, field: Field, pointer: string): Problem[] {
  const items = field.items ?? [];
  const schema = schemaOfFields(pack, items);
  return [
    ...duplicates(items, `${pointer}/items`),
    // The id of the item itself stands beside its fields.
    ...(items.some((item) => item.id === "id")
      ? [problem("spec.id-form", { pointer, params: { item: "id" } })]
      : []),
    ...items.flatMap((item, index) => checkField(pack, item, schema, `${pointer}/items/${index}`)),
  ];
}

/**
 * A condition of a document is a yes/no over its answers. It must not look at the day: a document is shown as
 * it was for ever.
 */
function checkCondition(
  condition: Expression | undefined,
  schema: ExpressionSchema,
  pointer: string,
): Problem[] {
  if (condition === undefined) return [];
  const type = checkExpression(condition, schema);
  if (!type.ok) {
    return type.problems.map((found) => ({
      ...found,
      pointer: `${pointer}${found.pointer ?? ""}`,
    }));
  }
  if (type.value !== "yesno") return [problem("spec.condition", { pointer })];
  return dependsOnDay(condition) ? [problem("spec.condition-day", { pointer })] : [];
}

/** True where the answer may be another one tomorrow, or with another calendar. */
function dependsOnDay(part: unknown): boolean {
  if (Array.isArray(part)) return part.some(dependsOnDay);
  if (typeof part !== "object" || part === null) return false;
  if ("today" in part) return true;
  if ("unit" in part && part.unit === "workdays") return true;
  if ("age" in part && typeof part.age === "object" && part.age !== null && !("at" in part.age))
    return true;
  return Object.values(part).some(dependsOnDay);
}
