import { makeCalendar } from "../kernel/calendar.ts";
import { evaluateTruth } from "../kernel/expression/evaluate.ts";
import { pointerTo } from "../kernel/expression/pointer.ts";
import type { Expression, ExpressionEnv, Facts } from "../kernel/expression/types.ts";
import { plainDate } from "../kernel/plain-date.ts";
import { problem } from "../kernel/problem.ts";
import type { Problem } from "../kernel/problem.ts";
import { answerProblems, isMissingAnswer } from "./answer-type.ts";
import { factsOfAnswers, factsOfFields, itemsOf } from "./facts-of.ts";
import { fieldsOf, getDocument, isAnswered } from "./lookup.ts";
import type { AnswerContext, AnswerItem, Answers, AnswerValue } from "./answers.ts";
import type { Field, Pack, RequirementLevel } from "./types.ts";

/** What is wrong in the answers, and what is missing for each purpose. Nothing is changed or dropped. */
export interface CheckedAnswers {
  readonly missing: {
    readonly law: readonly Problem[];
    readonly followUp: readonly Problem[];
    readonly practice: readonly Problem[];
  };
  readonly problems: readonly Problem[];
}

/** Stands for "any day": conditions of documents look at answers only (`checkPack` sees to it). */
const SOME_DAY = plainDate("0001-01-01");
const NO_HOLIDAYS = makeCalendar([]);

/** What one check gathers. */
interface Check {
  readonly pack: Pack;
  readonly env: ExpressionEnv;
  readonly problems: Problem[];
  readonly missing: Record<RequirementLevel, Problem[]>;
}

/**
 * Checks the answers to a document. `problems`: an unknown field (`answer.unknown-field`), an answer that does
 * not fit its field (see `answerProblems`), list items without an id of their own (`answer.item-id`).
 * `missing`: fields that are visible, required and unanswered (`answer.required`, with the rule id and the
 * words of the field), by purpose; those of the law block, the others warn. A reason why there is no answer
 * is enough for follow-up and good practice, not for the law.
 *
 * An answer to a field that is not visible is checked like any other: what was written is never thrown away.
 *
 * @throws RangeError where the pack has no such document.
 */
export function validateAnswers(
  pack: Pack,
  documentId: string,
  answers: Answers,
  context: AnswerContext = {},
): CheckedAnswers {
  const document = getDocument(pack, documentId);
  const check: Check = {
    pack,
    env: envOf(context),
    problems: [],
    missing: { law: [], "follow-up": [], practice: [] },
  };
  const facts = factsOfAnswers(document, answers, context);
  checkUnknown(check, fieldsOf(document), answers, "");
  for (const section of document.sections) {
    const visible = holds(section.visibleWhen, facts, check.env);
    for (const field of section.fields)
      checkField(check, { field, answers, facts, visible, pointer: "" });
  }
  const { law, "follow-up": followUp, practice } = check.missing;
  return { missing: { law, followUp, practice }, problems: check.problems };
}

function envOf({ today = SOME_DAY, calendar = NO_HOLIDAYS }: AnswerContext): ExpressionEnv {
  return { today, calendar };
}

/** No condition always holds; a condition whose answer is missing does not. */
function holds(condition: Expression | undefined, facts: Facts, env: ExpressionEnv): boolean {
  return condition === undefined || evaluateTruth(condition, facts, env) === true;
}

function checkUnknown(
  check: Check,
  fields: readonly Field[],
  answers: Answers | AnswerItem,
  pointer: string,
  known: readonly string[] = [],
): void {
  const ids = idsOf(fields);
  for (const id of Object.keys(answers)) {
    if (known.includes(id) || ids.has(id)) continue;
    check.problems.push(
      problem("answer.unknown-field", { pointer: pointerTo(pointer, id), params: { field: id } }),
    );
  }
}

const idsOfFields = new WeakMap<readonly Field[], ReadonlySet<string>>();

/** The ids of some fields of a pack; the fields of a pack never change. */
function idsOf(fields: readonly Field[]): ReadonlySet<string> {
  const known = idsOfFields.get(fields);
  if (known !== undefined) return known;
  const ids = new Set(fields.map((field) => field.id));
  idsOfFields.set(fields, ids);
  return ids;
}

/** A field, where its answer stands, and what its conditions may look at. */
interface FieldPlace {
  readonly field: Field;
  readonly answers: Answers | AnswerItem;
  readonly facts: Facts;
  readonly visible: boolean;
  readonly pointer: string;
}

/** Where a field stands is put into words only for what is wrong: a document has hundreds of them. */
function checkField(check: Check, place: FieldPlace): void {
  const { field, answers, facts } = place;
  const value = Object.hasOwn(answers, field.id) ? answers[field.id] : undefined;
  const visible = place.visible && holds(field.visibleWhen, facts, check.env);
  if (visible && isLacking(check, field, value, facts)) {
    check.missing[field.required.level].push(lackingProblem(field, pointerOf(place)));
  }
  if (value === undefined || isMissingAnswer(value)) return;
  if (field.type === "list")
    checkItems(check, { ...place, visible, pointer: pointerOf(place) }, value);
  else if (answerProblems(check.pack, field, value, "").length > 0) {
    check.problems.push(...answerProblems(check.pack, field, value, pointerOf(place)));
  }
}

function pointerOf({ pointer, field }: FieldPlace): string {
  return pointerTo(pointer, field.id);
}

/** A field that has to be answered. */
type RequiredField = Field & { readonly required: NonNullable<Field["required"]> };

function isLacking(
  check: Check,
  field: Field,
  value: AnswerValue | undefined,
  facts: Facts,
): field is RequiredField {
  const { required } = field;
  if (required === undefined || !holds(required.when, facts, check.env)) return false;
  return !isAnswered(value) || (required.level === "law" && isMissingAnswer(value));
}

function lackingProblem(field: RequiredField, pointer: string): Problem {
  const { level, rule } = field.required;
  return problem("answer.required", {
    pointer,
    severity: level === "law" ? "block" : "warn",
    params: { field: field.id, level },
    text: { sv: `Fyll i: ${field.label.sv}`, en: `Fill in: ${field.label.en}` },
    ...(rule === undefined ? {} : { ruleId: rule }),
  });
}

/** `place` is that of the list: what is known of it holds what is known of its items, in their order. */
function checkItems(check: Check, place: FieldPlace, value: AnswerValue): void {
  const { field, visible, pointer } = place;
  if (!Array.isArray(value) || itemsOf(value).length !== value.length) {
    check.problems.push(problem("answer.wrong-type", { pointer, params: { field: field.id } }));
    return;
  }
  const items = itemsOf(value);
  if (field.max !== undefined && items.length > field.max) {
    check.problems.push(
      problem("answer.too-many", { pointer, params: { field: field.id, max: field.max } }),
    );
  }
  const fields = field.items ?? [];
  const known = place.facts.lists?.[field.id] ?? [];
  const owners = countIds(items);
  for (const [index, item] of items.entries()) {
    const at = pointerTo(pointer, index);
    const facts = known[index] ?? factsOfFields(fields, item);
    if (item.id === "" || owners.get(item.id) !== 1)
      check.problems.push(problem("answer.item-id", { pointer: at }));
    checkUnknown(check, fields, item, at, ["id"]);
    for (const each of fields)
      checkField(check, { field: each, answers: item, facts, visible, pointer: at });
  }
}

/** How many items have each id; what is no text is no id. */
function countIds(items: readonly AnswerItem[]): ReadonlyMap<unknown, number> {
  const owners = new Map<unknown, number>();
  for (const { id } of items) {
    if (typeof id === "string") owners.set(id, (owners.get(id) ?? 0) + 1);
  }
  return owners;
}
