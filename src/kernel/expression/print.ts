import { PRINT_WORDS } from "./print-words.ts";
import type { PrintWords } from "./print-words.ts";
import { comparisonOf } from "./types.ts";
import type {
  ComparisonOperator,
  ExprType,
  Expression,
  Pair,
  PlusOperands,
  SetOperator,
  ValueExpression,
} from "./types.ts";

/** Names, in one language, of what an expression speaks of. What has none is printed by its id. */
export interface ExpressionLabels {
  readonly fields?: Readonly<Record<string, FieldLabel>>;
  readonly lists?: Readonly<Record<string, ListLabels>>;
}

export interface FieldLabel {
  readonly label: string;
  readonly type?: ExprType;
  readonly codes?: Readonly<Record<string, string>>;
}

export interface ListLabels extends ExpressionLabels {
  readonly label: string;
}

interface Scope {
  readonly words: PrintWords;
  readonly labels: ExpressionLabels;
  /** The field whose codes are spoken of. */
  readonly field?: FieldLabel | undefined;
}

/** An expression as a sentence for people, in Swedish or English. */
export function printExpression(
  expression: Expression,
  language: "sv" | "en",
  labels: ExpressionLabels = {},
): string {
  return print(expression, { words: PRINT_WORDS[language], labels });
}

function print(expression: Expression, scope: Scope): string {
  const { words } = scope;
  if ("value" in expression) return printValue(expression, scope);
  if ("set" in expression) return expression.set.map((code) => codeLabel(code, scope)).join(", ");
  if ("field" in expression) return fieldLabel(expression, scope)?.label ?? expression.field;
  if ("today" in expression) return words.today;
  if ("and" in expression) return printAll(expression.and, words.and, scope);
  if ("or" in expression) return printAll(expression.or, words.or, scope);
  if ("not" in expression) return printNot(expression.not, scope);
  if ("isMissing" in expression) {
    return fill(words.missing, { a: printOperand(expression.isMissing, scope) });
  }
  if ("count" in expression) return printCount(expression.count, scope);
  if ("plus" in expression) return printPlus(expression.plus, scope);
  if ("age" in expression) {
    const { of, at } = expression.age;
    const a = printOperand(of, scope);
    if (at === undefined) return fill(words.age, { a });
    return fill(words.ageAt, { a, b: printOperand(at, scope) });
  }
  const comparison = comparisonOf(expression);
  return comparison ? printComparison(comparison.operator, comparison.pair, scope) : "";
}

function printValue(literal: ValueExpression, scope: Scope): string {
  if (literal.type === "yesno") return literal.value ? scope.words.yes : scope.words.no;
  return literal.type === "code" ? codeLabel(literal.value, scope) : String(literal.value);
}

function codeLabel(code: string, { field }: Scope): string {
  const codes = field?.codes ?? {};
  return (Object.hasOwn(codes, code) ? codes[code] : undefined) ?? code;
}

function fieldLabel(expression: Expression, { labels }: Scope): FieldLabel | undefined {
  const fields = labels.fields ?? {};
  return "field" in expression && Object.hasOwn(fields, expression.field)
    ? fields[expression.field]
    : undefined;
}

function printAll(operands: readonly Expression[], word: string, scope: Scope): string {
  const [only] = operands;
  if (only !== undefined && operands.length === 1) return print(only, scope);
  return operands.map((each) => printPart(each, scope)).join(` ${word} `);
}

function printNot(expression: Expression, scope: Scope): string {
  if (!("isMissing" in expression)) {
    return fill(scope.words.not, { a: parenthesised(expression, scope) });
  }
  return fill(scope.words.present, { a: printOperand(expression.isMissing, scope) });
}

function printComparison(
  operator: ComparisonOperator | SetOperator,
  [left, right]: Pair,
  scope: Scope,
): string {
  const field = fieldLabel(left, scope) ?? fieldLabel(right, scope);
  const inner = { ...scope, field };
  const isDate = field?.type === "date" || isDateExpression(left) || isDateExpression(right);
  const dateWords: Readonly<Record<string, string>> = isDate ? scope.words.dateComparisons : {};
  const template = dateWords[operator] ?? scope.words.comparisons[operator];
  return fill(template, { a: printOperand(left, inner), b: printOperand(right, inner) });
}

function isDateExpression(expression: Expression): boolean {
  if ("value" in expression) return expression.type === "date";
  return "today" in expression || "plus" in expression;
}

function printCount(
  { over, where }: { readonly over: string; readonly where?: Expression },
  scope: Scope,
): string {
  const lists = scope.labels.lists ?? {};
  const list = Object.hasOwn(lists, over) ? lists[over] : undefined;
  const a = list?.label ?? over;
  if (where === undefined) return fill(scope.words.count, { a });
  const inner: Scope = { words: scope.words, labels: list ?? {} };
  return fill(scope.words.countWhere, { a, b: printPart(where, inner) });
}

function printPlus({ date, n, unit }: PlusOperands, scope: Scope): string {
  const { words } = scope;
  const [one, many] = words.units[unit];
  const a = printOperand(date, scope);
  if (!("value" in n) || typeof n.value !== "number") {
    return fill(words.after, { n: `${parenthesised(n, scope)} ${many}`, a });
  }
  const amount = Math.abs(n.value);
  const units = `${amount} ${amount === 1 ? one : many}`;
  return fill(n.value < 0 ? words.before : words.after, { n: units, a });
}

/** An operand of a comparison, date or age: a sentence in it gets brackets. */
function printOperand(expression: Expression, scope: Scope): string {
  const isSentence = isSentencePart(expression) || "not" in expression || "isMissing" in expression;
  const isComparison = comparisonOf(expression) !== undefined;
  return isSentence || isComparison ? `(${print(expression, scope)})` : print(expression, scope);
}

/** A part of a sentence joined by and or or: only what has such a word itself gets brackets. */
function printPart(expression: Expression, scope: Scope): string {
  const text = print(expression, scope);
  return isSentencePart(expression) ? `(${text})` : text;
}

function isSentencePart(expression: Expression): boolean {
  return (
    "and" in expression ||
    "or" in expression ||
    ("count" in expression && expression.count.where !== undefined)
  );
}

function parenthesised(expression: Expression, scope: Scope): string {
  return "field" in expression ? print(expression, scope) : `(${print(expression, scope)})`;
}

/** Filled in one pass, so that a label with braces in it is left alone. */
function fill(template: string, parts: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w)\}/g, (_, name: string) => parts[name] ?? "");
}
