import { isMissingCode } from "../kernel/expression/types.ts";
import { parseLocalDateTime } from "../kernel/instant.ts";
import { parsePlainDate } from "../kernel/plain-date.ts";
import { problem } from "../kernel/problem.ts";
import type { Problem } from "../kernel/problem.ts";
import { findCode } from "./lookup.ts";
import type { AnswerValue } from "./answers.ts";
import type { Field, Pack } from "./types.ts";

/** Longest answers, in characters. More than this is a mistake and not a text. */
const MAX_TEXT = 2_000;
const MAX_LONG_TEXT = 100_000;

/** What stands in a name without being seen: control characters, joiners, soft hyphens, marks of direction. */
const UNSEEN = /(?![\t\n\r])[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/u;

/** True for an answer that only says why there is none. */
export function isMissingAnswer(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return "missing" in value && isMissingCode(value.missing);
}

/**
 * What is wrong with one answer that is not a list: another type than the field's (`answer.wrong-type`), a day
 * that does not exist (`answer.impossible-date`), a code that is not of the list (`answer.unknown-code`), a code
 * chosen twice (`answer.duplicate-code`) or with one that stands alone (`answer.exclusive-code`), or too much
 * (`answer.too-long`, `answer.too-many`); in what somebody is known by, what can't be seen (`answer.unseen-characters`).
 */
export function answerProblems(
  pack: Pack,
  field: Field,
  value: AnswerValue,
  pointer: string,
): Problem[] {
  const refuse = (id: string, params: Problem["params"] = {}) => [
    problem(id, { pointer, params: { field: field.id, ...params } }),
  ];
  switch (field.type) {
    case "text":
    case "longtext": {
      const max = field.type === "text" ? MAX_TEXT : MAX_LONG_TEXT;
      if (typeof value !== "string") return refuse("answer.wrong-type");
      if (value.length > max) return refuse("answer.too-long", { max });
      const isName = field.type === "text" && field.class === "identity";
      return isName && UNSEEN.test(value) ? refuse("answer.unseen-characters") : [];
    }
    case "person":
      return typeof value === "string" && value !== "" ? [] : refuse("answer.wrong-type");
    case "yesno":
      return typeof value === "boolean" ? [] : refuse("answer.wrong-type");
    case "integer":
      return Number.isSafeInteger(value) ? [] : refuse("answer.wrong-type");
    case "date":
      if (typeof value !== "string") return refuse("answer.wrong-type");
      return parsePlainDate(value) === undefined ? refuse("answer.impossible-date") : [];
    case "datetime":
      if (typeof value !== "string") return refuse("answer.wrong-type");
      return parseLocalDateTime(value) === undefined ? refuse("answer.impossible-date") : [];
    case "code":
      if (typeof value !== "string") return refuse("answer.wrong-type");
      return codeIsKnown(pack, field, value) ? [] : refuse("answer.unknown-code", { code: value });
    case "persons":
    case "codes":
      return setProblems(pack, field, value, pointer);
    case "list":
      return [];
  }
}

function setProblems(pack: Pack, field: Field, value: AnswerValue, pointer: string): Problem[] {
  const at = (id: string, index: number | undefined, params: Problem["params"] = {}) =>
    problem(id, {
      pointer: index === undefined ? pointer : `${pointer}/${index}`,
      params: { field: field.id, ...params },
    });
  if (!Array.isArray(value)) return [at("answer.wrong-type", undefined)];
  const chosen: readonly unknown[] = value;
  const problems = chosen.flatMap((entry, index): Problem[] => {
    if (typeof entry !== "string" || entry === "") return [at("answer.wrong-type", index)];
    if (field.type === "codes" && !codeIsKnown(pack, field, entry)) {
      return [at("answer.unknown-code", index, { code: entry })];
    }
    return chosen.indexOf(entry) < index
      ? [at("answer.duplicate-code", index, { code: entry })]
      : [];
  });
  if (field.max !== undefined && chosen.length > field.max) {
    problems.push(at("answer.too-many", undefined, { max: field.max }));
  }
  const alone = chosen.filter((entry) => isExclusive(pack, field, entry));
  if (alone.length > 0 && chosen.length > 1) problems.push(at("answer.exclusive-code", undefined));
  return problems;
}

function isExclusive(pack: Pack, field: Field, entry: unknown): boolean {
  if (field.codelist === undefined || typeof entry !== "string") return false;
  return findCode(pack, field.codelist, entry)?.exclusive === true;
}

function codeIsKnown(pack: Pack, field: Field, code: string): boolean {
  return field.codelist !== undefined && findCode(pack, field.codelist, code) !== undefined;
}
