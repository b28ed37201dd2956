import type { AnswerItem, Answers, AnswerValue } from "../../domain/event.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/instant.ts";
import { parseDraftPath } from "./draft-path.ts";
import { parseDraftValue } from "./draft-value.ts";

/** What is written in one field of a draft. */
export interface WrittenField {
  readonly path: string;
  readonly value: unknown;
  /** A value somebody else had saved in between, shown until one is chosen. */
  readonly other?: unknown;
}

/** One field of a draft as editors see it. */
export interface DraftField extends WrittenField {
  readonly rev: number;
  readonly by: Uuid;
  readonly at: Instant;
}

/** The answers of a draft, and the paths where two values stand against each other. */
export interface AssembledDraft {
  readonly answers: Answers;
  readonly unresolved: readonly string[];
}

interface Item {
  readonly id: Uuid;
  order: string | undefined;
  isTakenAway: boolean;
  /** Somebody wrote in it whom the one who took it away had not seen, or who had not seen that it was. */
  isUnsettled: boolean;
  readonly answers: Record<string, AnswerValue>;
}

/**
 * Puts the fields of a draft together to the answers of its document. Items of a list stand in the order of
 * their fractional keys, those without one last. Emptied fields and items taken away are left out.
 * `unresolved` names fields with another value beside them, the places of items that were taken away while
 * somebody still wrote in them among them. What stands in an item that is gone is nobody's any more.
 */
export function assembleDraft(fields: readonly WrittenField[]): AssembledDraft {
  const answers: Record<string, AnswerValue> = {};
  const lists = new Map<string, Map<Uuid, Item>>();
  const conflicts: [path: string, item: Item | undefined][] = [];
  for (const field of fields) {
    const path = parseDraftPath(field.path);
    if (path === undefined) continue;
    const item = path.kind === "field" ? undefined : itemOf(lists, path.list, path.item);
    if (field.other !== undefined) conflicts.push([field.path, item]);
    const value = answered(field.value);
    if (path.kind === "field") {
      if (value !== undefined) answers[path.field] = value;
    } else if (item !== undefined && path.kind === "item") {
      if (value !== undefined) item.answers[path.field] = value;
    } else if (item !== undefined) {
      if (typeof value === "string") item.order = value;
      else item.isTakenAway = true;
      item.isUnsettled = field.other !== undefined;
    }
  }
  for (const [list, items] of lists) {
    const kept = [...items.values()].filter((item) => !item.isTakenAway);
    if (kept.length > 0) answers[list] = kept.toSorted(byOrder).map(answerItem);
  }
  const unresolved = conflicts.filter(([, item]) => item === undefined || !isGone(item));
  return { answers, unresolved: unresolved.map(([path]) => path) };
}

function isGone(item: Item): boolean {
  return item.isTakenAway && !item.isUnsettled;
}

/** The value of a field; an empty text and an empty set are no answers. */
function answered(value: unknown): AnswerValue | undefined {
  const read = parseDraftValue(value);
  return read === "" || (Array.isArray(read) && read.length === 0) ? undefined : read;
}

function itemOf(lists: Map<string, Map<Uuid, Item>>, list: string, id: Uuid): Item {
  const items = lists.get(list) ?? new Map<Uuid, Item>();
  lists.set(list, items);
  const item = items.get(id) ?? {
    id,
    order: undefined,
    isTakenAway: false,
    isUnsettled: false,
    answers: {},
  };
  items.set(id, item);
  return item;
}

function answerItem(item: Item): AnswerItem {
  return { ...item.answers, id: item.id };
}

function byOrder(a: Item, b: Item): number {
  if (a.order !== b.order) {
    if (a.order === undefined) return 1;
    if (b.order === undefined) return -1;
    return a.order < b.order ? -1 : 1;
  }
  return a.id < b.id ? -1 : 1;
}
