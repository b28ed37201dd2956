import type { Expression } from "../kernel/expression/types.ts";

/** The names of all fields an expression asks about, each once. */
export function fieldsOf(expression: Expression): readonly string[] {
  const known = collected.get(expression);
  if (known !== undefined) return known;
  const found = new Set<string>();
  collect(expression, found);
  const fields = [...found];
  collected.set(expression, fields);
  return fields;
}

/** Conditions are data that does not change, and are asked at every command: walked once. */
const collected = new WeakMap<Expression, readonly string[]>();

/** True where the expression asks what day it is. */
export function asksToday(expression: Expression): boolean {
  return JSON.stringify(expression).includes('{"today":true}');
}

/** The tree is walked as data: a new operator of the language needs no change here. */
function collect(node: unknown, found: Set<string>): void {
  if (typeof node !== "object" || node === null) return;
  if ("field" in node && typeof node.field === "string") found.add(node.field);
  for (const part of Object.values(node)) collect(part, found);
}
