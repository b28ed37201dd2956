import type { Problem } from "../../kernel/problem.ts";
import type { Pack } from "../types.ts";
import { idOf, isObject, valueAt } from "./nodes.ts";
import type { Row } from "./read-rows.ts";
import { columnAt, placed } from "./row-problems.ts";
import { TABLES, keysWithin, type TableId } from "./tables.ts";

/** A thing of the pack that a pointer leads to, outermost first, and the path left inside it. */
interface Found {
  readonly table: TableId;
  readonly keys: readonly string[];
  readonly id: string;
  readonly path: readonly string[];
}

/** Where the lists of a pack are; a name stands for the list or map of its things. */
const ROOTS: readonly (readonly [readonly string[], TableId])[] = [
  [["sides"], "sides"],
  [["areas"], "areas"],
  [["factors"], "factors"],
  [["documents"], "documents"],
  [["codelists"], "codelists"],
  [["variables"], "variables"],
  [["process", "steps"], "steps"],
  [["process", "acts"], "acts"],
  [["letters", "audiences"], "audiences"],
  [["letters", "letters"], "letters"],
  [["recording"], "recording"],
  [["instruments"], "instruments"],
  [["beside"], "beside"],
  [["maps"], "maps"],
  [["texts", "sv"], "texts"],
  [["texts", "en"], "texts"],
];

/** Says of problems of a whole pack (`checkPack`) in which row they are, where the row is in the workbook. */
export function locateProblems(
  problems: readonly Problem[],
  pack: Pack,
  rows: readonly Row[],
): Problem[] {
  const index = new Map<string, Row>();
  const counted = new Map<string, number>();
  for (const row of rows) {
    const list = rowKey(row.table, row.keys, "");
    const at = counted.get(list) ?? 0;
    counted.set(list, at + 1);
    index.set(rowKey(row.table, row.keys, idOf(row) || `#${at}`), row);
  }
  return problems.map((found) => locate(found, pack, index));
}

function rowKey(table: TableId, keys: readonly string[], id: string): string {
  // The pack does not know in which file a thing stands.
  return JSON.stringify([table, ...(TABLES[table].keys.includes("file") ? [] : keys), id]);
}

function locate(found: Problem, pack: Pack, index: ReadonlyMap<string, Row>): Problem {
  const path = (found.pointer ?? "")
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  if (path[0] === "manifest") {
    const column = columnAt("manifest", path.slice(1));
    return placed(found, { table: "manifest", row: 2, ...(column && { column }) });
  }
  const root = ROOTS.find(([steps]) => steps.every((step, at) => path[at] === step));
  if (root === undefined) return found;
  const [steps, table] = root;
  const things = walk(table, [], valueIn(pack, steps), path.slice(steps.length), steps[1] ?? "");
  const item = found.params?.["item"];
  // Some checks of a whole list name the thing instead of pointing at it.
  const named: readonly Found[] =
    things.length === 0 && typeof item === "string"
      ? [{ table, keys: [], id: item, path: [] }]
      : [];
  for (const thing of [...named, ...things].toReversed()) {
    const row = index.get(rowKey(thing.table, thing.keys, thing.id));
    if (row === undefined) continue;
    const column = columnAt(thing.table, thing.path) ?? columnHolding(row, item);
    return placed(found, { table: thing.table, row: row.row, ...(column && { column }) });
  }
  return placed(found, { table });
}

/** The column of a row that holds what a check names, where it is not the name of the row. */
function columnHolding({ table, item }: Row, value: unknown): string | undefined {
  if (value === undefined || value === idOf({ item })) return undefined;
  const holding = TABLES[table].columns.filter(({ path }) => valueAt(item, path) === value);
  return holding.length === 1 ? holding[0]?.id : undefined;
}

/** Follows a path through a list or a map of things, and through what is inside them. */
function walk(
  table: TableId,
  keys: readonly string[],
  list: unknown,
  path: readonly string[],
  lang: string,
): readonly Found[] {
  const [at, ...rest] = path;
  if (at === undefined) return [];
  if (table === "texts") return [{ table, keys, id: at, path: [lang] }];
  const thing = valueIn(list, [at]);
  const id = isObject(thing) ? idOf({ item: thing }) || `#${at}` : at;
  const [member = "", ...deeper] = rest;
  const inner = Object.hasOwn(TABLES[table].children, member)
    ? TABLES[table].children[member]
    : undefined;
  const here: Found = { table, keys, id, path: inner === undefined ? rest : [] };
  if (inner === undefined) return [here];
  const within = valueIn(thing, [member]);
  return [here, ...walk(inner, keysWithin(table, keys, id), within, deeper, lang)];
}

function valueIn(value: unknown, path: readonly string[]): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return value;
  if (typeof value !== "object" || value === null) return undefined;
  return valueIn(Object.entries(value).find(([name]) => name === head)?.[1], rest);
}

/** Says of changes to things that are not there (`loadPack`) in which row they are, where one row only fits. */
export function locateChanges(problems: readonly Problem[], rows: readonly Row[]): Problem[] {
  const marked = rows.filter(({ change }) => change !== undefined);
  return problems.map((found) => {
    const item = found.params?.["item"];
    const byId = marked.filter((row) => idOf(row) === item);
    const byAfter = marked.filter(({ after }) => after === item);
    const [row, ...others] = found.id === "overlay.unknown-id" ? [...byAfter, ...byId] : byId;
    if (row === undefined || others.length > 0) return found;
    return placed(found, {
      table: row.table,
      row: row.row,
      column: row.after === item ? "after" : "id",
    });
  });
}
