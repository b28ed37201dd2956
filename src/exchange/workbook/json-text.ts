import type { Json } from "../../kernel/canonical-json.ts";

/** As wide as the files of a pack are written. */
const WIDTH = 220;

/** JSON as a person reads it: what fits stands on one line, the outermost never does. */
export function jsonText(value: Json): string {
  return `${expanded(value, "")}\n`;
}

function textOf(value: Json, indent: string, before: number): string {
  const line = oneLine(value);
  const fits = indent.length + before + line.length < WIDTH && !isTable(value);
  return fits ? line : expanded(value, indent);
}

/** Several objects of several members in a list stand below each other, as the formatter puts them. */
function isTable(value: Json): boolean {
  if (typeof value !== "object" || value === null) return false;
  const parts = isList(value) ? value : Object.values(value);
  const isWide = (part: Json) =>
    typeof part === "object" && part !== null && Object.keys(part).length > 1;
  return (isList(value) && parts.length > 1 && parts.every(isWide)) || parts.some(isTable);
}

function oneLine(value: Json): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(oneLine).join(", ")}]`;
  const members = Object.entries(value).map(([name, each]) => `${nameOf(name)}${oneLine(each)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

function expanded(value: Json, indent: string): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const deeper = `${indent}  `;
  const parts = isList(value)
    ? value.map((each) => `${deeper}${textOf(each, deeper, 0)}`)
    : Object.entries(value).map(
        ([name, each]) => `${deeper}${nameOf(name)}${textOf(each, deeper, nameOf(name).length)}`,
      );
  const [open, close] = isList(value) ? ["[", "]"] : ["{", "}"];
  return parts.length === 0
    ? `${open}${close}`
    : `${open}\n${parts.join(",\n")}\n${indent}${close}`;
}

function nameOf(name: string): string {
  return `${JSON.stringify(name)}: `;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
