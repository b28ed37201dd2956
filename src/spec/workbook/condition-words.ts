import { parseExpression } from "../../kernel/expression/parse.ts";
import {
  printExpression,
  type ExpressionLabels,
  type FieldLabel,
  type ListLabels,
} from "../../kernel/expression/print.ts";
import type { DocumentFact, Field, Lang, Pack } from "../types.ts";
import { valueAt, type Node } from "./nodes.ts";

/**
 * The condition at a member of a section or a question as a sentence, with the words of the questions it asks
 * about; undefined where there is none. For reading only: the sentence does not say all that the condition does.
 */
export function conditionInWords(
  node: Node,
  path: readonly string[],
  pack: Pack,
  lang: Lang,
): string | undefined {
  const json = valueAt(node.item, path);
  if (json === undefined) return undefined;
  const condition = parseExpression(json);
  return condition.ok
    ? printExpression(condition.value, lang, labelsFor(node, pack, lang))
    : undefined;
}

/** The names that a condition of a row may speak of: questions beside it, and the facts of the document. */
function labelsFor({ keys }: Node, pack: Pack, lang: Lang): ExpressionLabels {
  const [id = "", , within = ""] = keys;
  const document = Object.hasOwn(pack.documents, id) ? pack.documents[id] : undefined;
  if (document === undefined) return {};
  let fields: readonly Field[] = document.sections.flatMap((section) => section.fields);
  for (const step of within === "" ? [] : within.split("/")) {
    fields = fields.find((field) => field.id === step)?.items ?? [];
  }
  const own = labelsOfFields(fields, pack, lang);
  return { ...own, fields: { ...factLabels(document.facts ?? [], lang), ...own.fields } };
}

function factLabels(
  facts: readonly DocumentFact[],
  lang: Lang,
): Readonly<Record<string, FieldLabel>> {
  return Object.fromEntries(facts.map(({ id, type, label }) => [id, { label: label[lang], type }]));
}

function labelsOfFields(fields: readonly Field[], pack: Pack, lang: Lang): ExpressionLabels {
  const labels = fields.map((field): readonly [string, FieldLabel] => [
    field.id,
    {
      label: field.label[lang],
      ...(field.type === "date" && { type: "date" }),
      codes: codeLabels(field, pack, lang),
    },
  ]);
  const lists = fields.flatMap((field): (readonly [string, ListLabels])[] =>
    field.items === undefined
      ? []
      : [[field.id, { label: field.label[lang], ...labelsOfFields(field.items, pack, lang) }]],
  );
  return { fields: Object.fromEntries(labels), lists: Object.fromEntries(lists) };
}

function codeLabels({ codelist }: Field, pack: Pack, lang: Lang): Readonly<Record<string, string>> {
  const known = codelist !== undefined && Object.hasOwn(pack.codelists, codelist);
  const codes = known ? (pack.codelists[codelist]?.codes ?? []) : [];
  return Object.fromEntries(codes.map(({ id, label }) => [id, label[lang]]));
}
