import type { Instant } from "../../kernel/instant.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { StoredField } from "./draft-rows.ts";
import { keepsPast } from "./keeps-past.ts";
import { mergeChange } from "./merge-change.ts";

/** One changed field as the editor sends it. */
export interface DraftChange {
  readonly path: string;
  /** The revision it was written over; 0 for a field never saved. */
  readonly base: number;
  readonly value: unknown;
  readonly changeId: Uuid;
  /** The writer has seen the other value and chosen this one. */
  readonly choose?: boolean;
}

/** What becomes of the fields of a draft. */
export interface Applied {
  /** Each field that was named, as it stands after all changes; the same object where nothing changed. */
  readonly after: ReadonlyMap<string, StoredField>;
  /** What stood in a field before and is kept for its editors. */
  readonly past: readonly StoredField[];
}

/** The fields after changes, one change after the other. `before` holds at least those that are named. */
export function applyChanges(
  before: ReadonlyMap<string, StoredField>,
  changes: readonly DraftChange[],
  who: { readonly by: Uuid; readonly at: Instant },
): Applied {
  const after = new Map<string, StoredField>();
  const past: StoredField[] = [];
  for (const change of changes) {
    const kept = after.get(change.path) ?? before.get(change.path);
    const merged = mergeChange(kept, {
      base: change.base,
      value: JSON.stringify(change.value),
      changeId: change.changeId,
      choose: change.choose === true,
    });
    if (kept !== undefined && merged === kept) {
      after.set(change.path, kept);
      continue;
    }
    const field = { ...merged, path: change.path, ...who };
    if (kept !== undefined && keepsPast(kept, field)) past.push(kept);
    after.set(change.path, field);
  }
  return { after, past };
}
