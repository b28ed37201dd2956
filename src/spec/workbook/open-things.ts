import type { Json } from "../../kernel/canonical-json.ts";
import { pointerTo } from "../../kernel/expression/pointer.ts";
import { problem, type Problem } from "../../kernel/problem.ts";
import { idOf, isArray, isObject, type Change, type JsonObject, type Node } from "./nodes.ts";
import { TABLES, keysWithin, type Table, type TableId } from "./tables.ts";

/** Where in a file something is, and what could not be taken along. */
export interface Place {
  readonly file: string;
  readonly pointer: string;
  readonly problems: Problem[];
}

/** The place of a member or an item inside a place. */
export function inside(place: Place, step: string | number): Place {
  return { ...place, pointer: pointerTo(place.pointer, step) };
}

/** Says that something of a file has no place in a workbook. */
export function refuseMember(place: Place): void {
  const { file, pointer, problems } = place;
  problems.push(problem("workbook.unknown-member", { pointer, params: { file, member: pointer } }));
}

/** The object at a place without members other than those named; one that is no object is refused. */
export function openObject(json: unknown, members: readonly string[], place: Place): JsonObject {
  if (!isObject(json)) {
    refuseMember(place);
    return {};
  }
  const others = Object.keys(json).filter((member) => !members.includes(member));
  for (const member of others) refuseMember(inside(place, member));
  return json;
}

/** The list at a place; a missing one is empty, something else is refused. */
export function openList(json: unknown, place: Place): readonly Json[] {
  if (json === undefined) return [];
  if (isArray(json)) return json;
  refuseMember(place);
  return [];
}

/** How a thing differs from the version that is changed. */
export interface Marked {
  readonly change?: Change;
  readonly after?: string;
}

/** Things of one kind that are told whole. */
export function openThings(
  table: TableId,
  keys: readonly string[],
  json: unknown,
  place: Place,
): readonly Node[] {
  return openList(json, place).map((item, at) => openThing(table, keys, item, inside(place, at)));
}

/** One thing with all that is inside it. Members that no column shows are refused. */
export function openThing(
  tableId: TableId,
  keys: readonly string[],
  json: unknown,
  place: Place,
  marked: Marked = {},
): Node {
  const table = TABLES[tableId];
  const whole = forSheets(tableId, json);
  const members = Object.entries(isObject(whole) ? whole : {});
  const own = members.filter(([member]) => !Object.hasOwn(table.children, member));
  const item = Object.fromEntries(own);
  refuseUnshown(item, pathsOf(table), place);
  const keysOfInner = keysWithin(tableId, keys, idOf({ item }));
  const children = members.flatMap(([member, list]) => {
    const inner = Object.hasOwn(table.children, member) ? table.children[member] : undefined;
    if (inner === undefined) return [];
    return [[member, openThings(inner, keysOfInner, list, inside(place, member))] as const];
  });
  return { table: tableId, keys, item, children: Object.fromEntries(children), ...marked };
}

/** Things as a later version changes them: added, replaced and removed by id. */
export function openChanges(
  table: TableId,
  keys: readonly string[],
  json: unknown,
  place: Place,
): readonly Node[] {
  const changes = openObject(json, ["add", "replace", "remove"], place);
  const added = openList(changes["add"], inside(place, "add")).map((each, at) => {
    const here = inside(inside(place, "add"), at);
    const { item, after } = openObject(each, ["item", "after"], here);
    const marked: Marked = typeof after === "string" ? { change: "add", after } : { change: "add" };
    return openThing(table, keys, item, inside(here, "item"), marked);
  });
  const replaced = openList(changes["replace"], inside(place, "replace")).map((item, at) =>
    openThing(table, keys, item, inside(inside(place, "replace"), at), { change: "replace" }),
  );
  const removed = openList(changes["remove"], inside(place, "remove")).map((id, at) =>
    openThing(table, keys, { id }, inside(inside(place, "remove"), at), { change: "remove" }),
  );
  return [...replaced, ...added, ...removed];
}

function pathsOf(table: Table): readonly (readonly string[])[] {
  return table.columns.map(({ path }) => path);
}

/** Nothing may vanish: what no column shows is refused, with its place. */
function refuseUnshown(
  value: Json | undefined,
  paths: readonly (readonly string[])[],
  place: Place,
): void {
  if (paths.some((path) => path.length === 0)) return;
  if (!isObject(value) || Object.keys(value).length === 0) {
    refuseMember(place);
    return;
  }
  for (const [member, inner] of Object.entries(value)) {
    const deeper = paths.filter(([head]) => head === member).map((path) => path.slice(1));
    if (deeper.length === 0) refuseMember(inside(place, member));
    else refuseUnshown(inner, deeper, inside(place, member));
  }
}

/** A thing as its sheets show it, where that differs from its file. */
function forSheets(table: TableId, json: unknown): unknown {
  if (!isObject(json)) return json;
  if (table === "recording") return splitRule(json);
  // An instrument without a sum has nothing in the columns of its sum.
  if (table !== "instruments" || json["total"] !== null) return json;
  const { total: _none, ...rest } = json;
  return rest;
}

/** A thing as its file has it, from what its sheets show. */
export function forFile(table: TableId, shown: JsonObject): JsonObject {
  if (table === "recording") return joinRule(shown);
  return table === "instruments" && shown["total"] === undefined
    ? { ...shown, total: null }
    : shown;
}

/** Acts and decisions of a rule are rows of one sheet: an act with a kind of decision is a decision. */
function splitRule(json: JsonObject): unknown {
  const { acts, decisions, ...rest } = json;
  if (!isArray(acts) || (decisions !== undefined && !isObject(decisions))) return json;
  const rows = [
    ...acts.map((act) => ({ act })),
    ...Object.entries(decisions ?? {}).map(([act, decision]) => ({ act, decision })),
  ];
  return { ...rest, acts: rows };
}

function joinRule(rule: JsonObject): JsonObject {
  const rows = isArray(rule["acts"]) ? rule["acts"].filter(isObject) : [];
  const acts = rows.filter((row) => row["decision"] === undefined).map((row) => row["act"] ?? "");
  const decisions = rows.flatMap(({ act, decision }) =>
    typeof act === "string" && decision !== undefined ? [[act, decision] as const] : [],
  );
  const joined = { ...rule, acts };
  return decisions.length === 0 ? joined : { ...joined, decisions: Object.fromEntries(decisions) };
}
