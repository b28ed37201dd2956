import type { DraftChange } from "./apply-changes.ts";
import { parseDraftPath } from "./draft-path.ts";
import type { StoredField } from "./draft-rows.ts";
import { isEmptyValue } from "./merge-change.ts";

type Fields = ReadonlyMap<string, StoredField>;

const GONE = "null";

/**
 * The place of an item that was taken away by somebody who had not seen all that is written in it: with the place
 * it had as the other value. Undefined where all was seen, and for other changes.
 */
export function takenUnseen(
  now: Fields,
  { path, value, seen }: DraftChange,
  before: StoredField | undefined,
): StoredField | undefined {
  const order = now.get(path);
  const parsed = value === null && seen !== undefined ? parseDraftPath(path) : undefined;
  if (parsed?.kind !== "order" || order === undefined || before?.value === GONE) return undefined;
  const start = path.slice(0, -"order".length);
  const unseen = [...now.values()].some(
    (field) =>
      field.path.startsWith(start) &&
      field.path !== path &&
      holdsText(field) &&
      !wasSeen(field, seen?.[field.path.slice(start.length)]),
  );
  return unseen && order.others.length === 0 ? unsettled(order, before?.value) : undefined;
}

/** The place of an item that had been taken away when somebody wrote in it. */
export function writtenIn(now: Fields, { path, value }: DraftChange): StoredField | undefined {
  const parsed = parseDraftPath(path);
  if (parsed?.kind !== "item" || isEmptyValue(JSON.stringify(value))) return undefined;
  const order = now.get(`${parsed.list}/${parsed.item}/order`);
  if (order === undefined || order.value !== GONE || order.others.length > 0) return undefined;
  return unsettled({ ...order, rev: order.rev + 1 }, undefined);
}

function holdsText({ value, others }: StoredField): boolean {
  return others.length > 0 || !isEmptyValue(value);
}

function wasSeen(field: StoredField, seen: number | string | undefined): boolean {
  if (typeof seen === "string") return field.changeIds.at(-1) === seen && field.others.length === 0;
  return seen === field.rev;
}

/** It can be put back where it was, or, where nobody knows any more, last. */
function unsettled(order: StoredField, place: string | undefined): StoredField {
  const item = order.path.split("/")[1] ?? "";
  return { ...order, others: [place ?? JSON.stringify(`z${item.replaceAll("-", "")}i`)] };
}
