import type { Uuid } from "../../kernel/ids.ts";

/** One field as it is kept. Values are JSON text; `null` = emptied. */
export interface KeptField {
  readonly rev: number;
  readonly value: string;
  /** Values that somebody replaced without having seen them, oldest first. */
  readonly others: readonly string[];
  readonly changeIds: readonly Uuid[];
}

/** What an editor sends: the new value and the revision it was written over. */
export interface Change {
  readonly base: number;
  readonly value: string;
  readonly changeId: Uuid;
  /** The change of the same writer that it was written over, where the revision of that is not known yet. */
  readonly over?: Uuid;
  /** The value was chosen between `value` and the other one shown. */
  readonly choose: boolean;
}

const REMEMBERED_CHANGES = 16;
/** Nothing is lost when one of these is replaced. */
const EMPTY = new Set(["null", '""', "[]"]);

/** Whether nothing is lost when a value (JSON text) is replaced. */
export function isEmptyValue(value: string): boolean {
  return EMPTY.has(value);
}

/**
 * The field after a change. A change that was saved before changes nothing. Written over an older revision than
 * there is, it becomes the value and what it replaced stands beside it until somebody chooses: two texts
 * are never mixed and none is lost.
 */
export function mergeChange(kept: KeptField | undefined, change: Change): KeptField {
  if (kept === undefined) {
    return { rev: 1, value: change.value, others: [], changeIds: [change.changeId] };
  }
  if (kept.changeIds.includes(change.changeId)) return kept;
  const changeIds = [...kept.changeIds, change.changeId].slice(-REMEMBERED_CHANGES);
  const isLast = change.base === kept.rev;
  if (isLast || (change.over !== undefined && kept.changeIds.at(-1) === change.over)) {
    // Only what one has seen beside it is chosen away.
    const others = change.choose && isLast ? kept.others.slice(0, -1) : kept.others;
    return { rev: kept.rev + 1, value: change.value, others, changeIds };
  }
  if (change.value === kept.value) return { ...kept, changeIds };
  const lost = EMPTY.has(kept.value) || kept.others.includes(kept.value) ? [] : [kept.value];
  return {
    rev: kept.rev + 1,
    value: change.value,
    others: [...kept.others, ...lost],
    changeIds,
  };
}
