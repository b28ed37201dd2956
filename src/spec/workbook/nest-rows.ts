import type { Problem } from "../../kernel/problem.ts";
import { idOf, type Node } from "./nodes.ts";
import type { Row } from "./read-rows.ts";
import { problemAt } from "./row-problems.ts";
import { TABLES, TABLE_IDS, keysWithin, type TableId } from "./tables.ts";
import { changeWord, sheetName } from "./words.ts";

/** Lists that are left out of a thing rather than empty. */
const LEFT_OUT = ["facts", "groups", "parts", "items"];

/** The kind of thing that things of a kind stand inside; none for what has a file of its own. */
const PARENTS: Readonly<Partial<Record<TableId, TableId>>> = Object.fromEntries(
  TABLE_IDS.flatMap((parent) =>
    Object.values(TABLES[parent].children)
      .filter((child) => child !== parent)
      .map((child) => [child, parent]),
  ),
);

/**
 * Puts rows inside the rows they belong to; what has a file of its own, or is marked as a change, stands
 * alone. Refuses an id that is there twice, a row that belongs to nothing, and marks where the whole is told.
 */
export function nestRows(rows: readonly Row[], problems: Problem[]): readonly Node[] {
  refuseDuplicates(rows, problems);
  refuseMixed(rows, problems);
  const inner = new Map<string, Row[]>();
  for (const row of rows) {
    if (row.change !== undefined || PARENTS[row.table] === undefined) continue;
    const key = placeKey(row.table, row.keys);
    inner.set(key, [...(inner.get(key) ?? []), row]);
  }
  const used = new Set<Row>();
  const nest = (row: Row): Node => {
    const { children } = TABLES[row.table];
    const keys = keysWithin(row.table, row.keys, idOf(row));
    const nested = Object.entries(children).flatMap(([member, table]) => {
      const found = row.change === "remove" ? [] : (inner.get(placeKey(table, keys)) ?? []);
      for (const each of found) used.add(each);
      if (found.length === 0 && LEFT_OUT.includes(member)) return [];
      return [[member, found.map(nest)] as const];
    });
    return { ...row, children: Object.fromEntries(nested) };
  };
  const isAlone = ({ table, change }: Row) => change !== undefined || PARENTS[table] === undefined;
  const roots = rows.filter(isAlone).map(nest);
  refuseLost(
    rows.filter((row) => !isAlone(row) && !used.has(row)),
    problems,
  );
  return roots;
}

function placeKey(table: TableId, keys: readonly string[]): string {
  return JSON.stringify([table, ...keys]);
}

function refuseDuplicates(rows: readonly Row[], problems: Problem[]): void {
  const first = new Map<string, number>();
  for (const row of rows) {
    const id = idOf(row);
    if (row.table === "maps" || id === "") continue;
    const key = JSON.stringify([row.table, row.keys, id]);
    const earlier = first.get(key);
    const column = row.table === "recordingActs" ? "act" : "id";
    if (earlier === undefined) first.set(key, row.row);
    else {
      const place = { table: row.table, row: row.row, column };
      problems.push(problemAt("workbook.duplicate-id", place, { item: id, first: earlier }));
    }
  }
}

/** The things that one list holds are all told whole, or all as changes. */
function refuseMixed(rows: readonly Row[], problems: Problem[]): void {
  const whole = new Set(
    rows.filter(({ change }) => change === undefined).flatMap((row) => wholesOf(row)),
  );
  for (const row of rows) {
    const { table, keys, change } = row;
    const [owner = "", , within = ""] = keys;
    if (change === undefined) continue;
    const inQuestion = table === "fields" && within !== "";
    if (!inQuestion && !whole.has(JSON.stringify([table, owner]))) continue;
    const place = { table, row: row.row, column: "change" };
    problems.push(problemAt("workbook.change-in-whole", place, { value: changeWord(change) }));
  }
}

/** The lists that a row says are told whole. */
function wholesOf({ table, keys, item }: Row): readonly string[] {
  const id = idOf({ item });
  const list = (each: TableId, owner = "") => JSON.stringify([each, owner]);
  switch (table) {
    case "documents":
      return [list("sections", id), list("fields", id)];
    case "codelists":
      return [list("codes", id)];
    case "sides":
      return [list("areas")];
    case "steps":
      return [list("acts")];
    default:
      return PARENTS[table] === undefined ? [list(table, keys[0])] : [];
  }
}

function refuseLost(rows: readonly Row[], problems: Problem[]): void {
  for (const { table, keys, row } of rows) {
    const names = TABLES[table].keys;
    const at = keys.findLastIndex((key) => key !== "");
    const column = names[Math.max(at, 0)] ?? "id";
    const parent = column === "within" ? "fields" : (PARENTS[table] ?? table);
    const item = keys[at] ?? "";
    const place = { table, row, column };
    problems.push(
      item === ""
        ? problemAt("workbook.cell-empty", place)
        : problemAt("workbook.unknown-parent", place, { item, parent: sheetName(parent) }),
    );
  }
}
