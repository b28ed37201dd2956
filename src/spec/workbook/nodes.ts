import type { Json } from "../../kernel/canonical-json.ts";
import type { TableId } from "./tables.ts";

export type JsonObject = Readonly<Record<string, Json>>;

export const CHANGES = ["add", "replace", "remove"] as const;
export type Change = (typeof CHANGES)[number];

/** A thing of a pack that is a row of a sheet, with the things inside it. */
export interface Node {
  readonly table: TableId;
  /** What it stands in: the values of the key columns. */
  readonly keys: readonly string[];
  /** Its own members, without the lists that have a sheet of their own. */
  readonly item: JsonObject;
  readonly children: Readonly<Record<string, readonly Node[]>>;
  /** How it differs from the version that is changed; absent for what is told whole. */
  readonly change?: Change;
  readonly after?: string;
  /** Row of the sheet, the heading being row 1, where it was read from one. */
  readonly row?: number;
}

/** True for a JSON object: members by name. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** True for a JSON array. */
export function isArray(value: unknown): value is readonly Json[] {
  return Array.isArray(value);
}

/** The name of a thing among its like: its id, of an act of a rule its act. */
export function idOf({ item }: Pick<Node, "item">): string {
  const id = item["id"] ?? item["act"];
  return typeof id === "string" ? id : "";
}

/** The value at a path of members; undefined where there is none. */
export function valueAt(value: Json | undefined, path: readonly string[]): Json | undefined {
  const [head, ...rest] = path;
  if (head === undefined) return value;
  if (isArray(value)) return valueAt(value[Number(head)], rest);
  return isObject(value) && Object.hasOwn(value, head) ? valueAt(value[head], rest) : undefined;
}

/** A copy with one value set at a path of members. */
export function withValueAt(item: JsonObject, path: readonly string[], value: Json): JsonObject {
  const [head = "", ...rest] = path;
  if (rest.length === 0) return { ...item, [head]: value };
  const inner = item[head];
  return { ...item, [head]: withValueAt(isObject(inner) ? inner : {}, rest, value) };
}
