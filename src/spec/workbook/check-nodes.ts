import type { z } from "zod";
import type { Json } from "../../kernel/canonical-json.ts";
import type { Problem } from "../../kernel/problem.ts";
import { cellText } from "./cells.ts";
import { valueAt, type JsonObject, type Node } from "./nodes.ts";
import { forFile } from "./open-things.ts";
import { columnAt, problemAt } from "./row-problems.ts";
import { TABLES } from "./tables.ts";

/** A thing with all that is inside it, as its file has it. */
export function thingOf(node: Node): JsonObject {
  return forFile(node.table, rawThingOf(node));
}

function rawThingOf({ item, children }: Node): JsonObject {
  const lists = Object.entries(children).map(
    ([member, nodes]) => [member, nodes.map(rawThingOf)] as const,
  );
  return { ...item, ...Object.fromEntries(lists) };
}

/**
 * Holds each thing against its shape in the pack, and says at which cell it does not fit. Cells that are
 * refused already, by `sheet`, row and `cell`, are not told of twice.
 */
export function checkNodes(roots: readonly Node[], problems: Problem[]): void {
  const told = new Set(problems.map(cellKey));
  for (const root of roots) {
    const { shape } = TABLES[root.table];
    if (shape === undefined || root.change === "remove") continue;
    const read = shape.safeParse(thingOf(root));
    for (const issue of read.success ? [] : read.error.issues) {
      const found = problemOf(issue, root);
      const key = cellKey(found);
      if (!told.has(key)) problems.push(found);
      told.add(key);
    }
  }
}

function cellKey({ params = {} }: Problem): string {
  return JSON.stringify([params["sheet"], params["row"], params["cell"] ?? params["column"]]);
}

function problemOf(issue: z.core.$ZodIssue, root: Node): Problem {
  const { node, path } = follow(root, issue.path.map(String));
  const { table, row } = node;
  const column = columnAt(table, path);
  const place = {
    table,
    ...(row === undefined ? {} : { row }),
    ...(column === undefined ? {} : { column }),
  };
  if (issue.message.startsWith("expression.")) return problemAt(issue.message, place);
  const value = valueAt(node.item, path);
  return value === undefined
    ? problemAt("workbook.cell-empty", place)
    : problemAt("workbook.not-one-of", place, { value: shown(value) });
}

function shown(value: Json): string {
  return typeof value === "string" || typeof value === "number"
    ? cellText(value)
    : JSON.stringify(value);
}

/** The thing that a path inside a thing leads to, and the rest of the path inside it. */
function follow(
  node: Node,
  path: readonly string[],
): { readonly node: Node; readonly path: readonly string[] } {
  const [member = "", at = "", ...rest] = path;
  const list = Object.hasOwn(node.children, member) ? node.children[member] : undefined;
  const inner = list?.[Number(at)];
  return inner === undefined ? { node, path } : follow(inner, rest);
}
