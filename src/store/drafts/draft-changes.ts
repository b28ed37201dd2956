import type { AnswerItem, Answers } from "../../domain/event.ts";
import type { IdSource } from "../../kernel/ids.ts";
import type { DraftChange } from "./apply-changes.ts";

/** The content of a document as the changes an editor would save: one a field, one a field of an item. */
export function draftChanges(content: Answers, ids: IdSource): readonly DraftChange[] {
  const change = (path: string, value: unknown): DraftChange => ({
    path,
    base: 0,
    value,
    changeId: ids.next(),
  });
  return Object.entries(content).flatMap(([field, value]) => {
    // Nothing chosen and no items: nothing to save.
    if (Array.isArray(value) && value.length === 0) return [];
    if (!isList(value)) return [change(field, value)];
    return value.flatMap((item, index) => [
      change(`${field}/${item.id}/order`, orderOf(index)),
      ...Object.entries(item)
        .filter(([name]) => name !== "id")
        .map(([name, each]) => change(`${field}/${item.id}/${name}`, each)),
    ]);
  });
}

function isList(value: Answers[string]): value is readonly AnswerItem[] {
  return Array.isArray(value) && typeof value[0] === "object";
}

/** Keys that sort as the numbers do, with room between them for items added later. */
function orderOf(index: number): string {
  return `a${String(index).padStart(4, "0")}`;
}
