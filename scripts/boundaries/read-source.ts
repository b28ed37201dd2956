import { parseSync } from "vite";

/** One thing that a source file imports, in whatever way, and where. */
export interface Import {
  readonly target: string;
  readonly line: number;
}

export interface Source {
  readonly imports: readonly Import[];
  /** What makes the file depend on more than its arguments: a clock, chance, the surroundings, waiting. */
  readonly impurities: readonly string[];
  /** Re-exports of everything another file has. */
  readonly barrels: readonly string[];
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/** Parses a TypeScript file. Throws when it is not TypeScript. */
export function readSource(file: string, text: string): Source {
  const { program, errors } = parseSync(file, text);
  if (errors[0] !== undefined) throw new Error(`${file}: ${errors[0].message}`);
  const imports: Import[] = [];
  const impurities: string[] = [];
  const barrels: string[] = [];
  const lineOf = (node: Node) => text.slice(0, node.start).split("\n").length;
  walk(program, (node) => {
    const target = importTarget(node);
    if (target !== undefined) imports.push({ target, line: lineOf(node) });
    const impurity = impurityOf(node);
    if (impurity !== undefined) impurities.push(`line ${lineOf(node)}: ${impurity}`);
    if (node.type === "ExportAllDeclaration") barrels.push(`line ${lineOf(node)}: export *`);
  });
  return { imports, impurities, barrels };
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const each of value) walk(each, visit);
    return;
  }
  if (!isNode(value)) return;
  visit(value);
  for (const child of Object.values(value)) walk(child, visit);
}

const IMPORTING = new Set([
  "ImportDeclaration",
  "ExportNamedDeclaration",
  "ExportAllDeclaration",
  "ImportExpression",
  "TSImportType",
]);

function importTarget(node: Node): string | undefined {
  if (!IMPORTING.has(node.type)) return undefined;
  const source = node["source"] ?? node["argument"];
  if (!isNode(source)) return undefined;
  const value = source["value"];
  return typeof value === "string" ? value : "(an import that is computed)";
}

/** Members of the surroundings that differ from one run or machine to the next. */
const UNSTEADY: Readonly<Record<string, readonly string[] | "any">> = {
  Date: ["now"],
  Math: ["random"],
  performance: "any",
  crypto: "any",
  console: "any",
  globalThis: "any",
  Promise: "any",
  process: ["env", "argv", "cwd", "exit", "hrtime", "nextTick", "stdin", "stdout", "stderr", "pid"],
};
const UNSTEADY_CALLS = new Set([
  "fetch",
  "setTimeout",
  "setInterval",
  "setImmediate",
  "queueMicrotask",
  "require",
  "Date",
]);

function impurityOf(node: Node): string | undefined {
  if (node["async"] === true) return "async";
  if (node.type === "AwaitExpression") return "await";
  if (node.type === "MemberExpression") return unsteadyMember(node);
  const callee = isNode(node["callee"]) ? node["callee"]["name"] : undefined;
  if (typeof callee !== "string") return undefined;
  if (node.type === "CallExpression" && UNSTEADY_CALLS.has(callee)) return `${callee}()`;
  if (node.type !== "NewExpression") return undefined;
  if (callee === "Promise") return "new Promise";
  const given = node["arguments"];
  return callee === "Date" && Array.isArray(given) && given.length === 0 ? "new Date()" : undefined;
}

function unsteadyMember(node: Node): string | undefined {
  const object = isNode(node["object"]) ? node["object"]["name"] : undefined;
  const property = isNode(node["property"]) ? node["property"]["name"] : undefined;
  if (typeof object !== "string" || typeof property !== "string") return undefined;
  if (!Object.hasOwn(UNSTEADY, object)) return undefined;
  const members = UNSTEADY[object];
  const named = members === "any" || (members?.includes(property) ?? false);
  return named ? `${object}.${property}` : undefined;
}
