import type { z } from "zod";
import type { FieldClass } from "../../access/policy-types.ts";
import type { answers as answersShape } from "../../contract/shapes.ts";
import type { AnswerItem, Answers, AnswerValue } from "../../domain/event.ts";
import { findDocument, fieldsOf } from "../../spec/lookup.ts";
import type { Field, Pack } from "../../spec/types.ts";
import type { Given } from "../http/handler.ts";

/** Answers as the contract shows them: an item of a list has no lists of its own. */
export type ShownAnswers = Given<z.input<typeof answersShape>>;
type ShownItem = Extract<ShownAnswers[string], readonly { readonly id: string }[]>[number];
type ShownValue = Exclude<AnswerValue, readonly AnswerItem[]>;

/**
 * The answers of a document as far as somebody may see them: fields of other classes are left out, also
 * inside lists. Answers the specification does not know (what the program adds) are coded and stay.
 */
export function visibleAnswers(
  pack: Pack,
  document: string,
  answers: Answers,
  classes: readonly FieldClass[],
): ShownAnswers {
  const spec = findDocument(pack, document);
  const fields = byId(spec === undefined ? [] : fieldsOf(spec));
  const shown: Record<string, ShownAnswers[string]> = {};
  for (const [id, value] of Object.entries(answers)) {
    const field = fields.get(id);
    if (!classes.includes(field?.class ?? "coded")) continue;
    shown[id] = isItems(value) ? value.map((item) => visibleItem(item, field, classes)) : value;
  }
  return shown;
}

function visibleItem(
  item: AnswerItem,
  list: Field | undefined,
  classes: readonly FieldClass[],
): ShownItem {
  const fields = byId(list?.items ?? []);
  const shown: Record<string, ShownValue> = {};
  const ofReporter = item[SOURCE_KIND] === REPORTER && !classes.includes("reporter");
  for (const [id, value] of Object.entries(item)) {
    if (ofReporter && SOURCE_IDENTITY.has(id)) continue;
    const seen = classes.includes(fields.get(id)?.class ?? "coded");
    if (id !== "id" && seen && !isItems(value)) shown[id] = value;
  }
  return { ...shown, id: item.id };
}

function byId(fields: readonly Field[]): ReadonlyMap<string, Field> {
  return new Map(fields.map((field) => [field.id, field]));
}

function isItems(value: AnswerValue): value is readonly AnswerItem[] {
  return Array.isArray(value) && value.length > 0 && typeof value[0] === "object";
}

/** Where a statement comes from (codelist `source-kind`): who has reported is of the class of the reporter there too. */
const SOURCE_KIND = "sourceKind";
const REPORTER = "reporter";
const SOURCE_IDENTITY: ReadonlySet<string> = new Set(["sourceText", "sourcePerson", "sourceOn"]);

/** Without the answers that could tell who a shielded reporter is; the kind of reporter stays. */
export function withoutReporter(answers: ShownAnswers): ShownAnswers {
  return Object.fromEntries(
    Object.entries(answers).filter(([field]) => !REPORTER_IDENTITY.has(field)),
  );
}

const REPORTER_IDENTITY: ReadonlySet<string> = new Set([
  "reporterName",
  "reporterWorkplace",
  "reporterRelation",
  "reporterContact",
  "shieldBasis",
]);
