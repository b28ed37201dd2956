import type { Instant } from "../../kernel/instant.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { parseDraftPath } from "./draft-path.ts";
import type { StoredField } from "./draft-rows.ts";
import { takenUnseen, writtenIn } from "./items-taken-away.ts";
import { keepsPast } from "./keeps-past.ts";
import { mergeChange } from "./merge-change.ts";

/** One changed field as the editor sends it. */
export interface DraftChange {
  readonly path: string;
  /** The revision it was written over; 0 for a field never saved. */
  readonly base: number;
  readonly value: unknown;
  readonly changeId: Uuid;
  /** The writer's own change that it was written over, while the writer does not know its revision. */
  readonly over?: Uuid;
  /** The writer has seen the other value and chosen this one. */
  readonly choose?: boolean;
  /** When an item is taken away: the revision of each of its fields then, or the writer's own change of it. */
  readonly seen?: Readonly<Record<string, number | string>>;
}

/** Who changes, and when. */
export interface Changer {
  readonly by: Uuid;
  readonly at: Instant;
}

/** What becomes of the fields of a draft. */
export interface Applied {
  /** Each field that was named or touched, as it stands after all changes; the same object where nothing changed. */
  readonly after: ReadonlyMap<string, StoredField>;
  /** What stood in a field before and is kept for its editors. */
  readonly past: readonly StoredField[];
}

/** Paths that have to be known beside those that are named: the places of items that are written in. */
export function neighboursOf(changes: readonly DraftChange[]): readonly string[] {
  return changes.flatMap(({ path }) => {
    const parsed = parseDraftPath(path);
    return parsed?.kind === "item" ? [`${parsed.list}/${parsed.item}/order`] : [];
  });
}

/** Beginnings of the paths of items that are taken away: all that stands in them has to be known. */
export function takenAwayBy(changes: readonly DraftChange[]): readonly string[] {
  return changes.flatMap(({ path, value }) => {
    const parsed = value === null ? parseDraftPath(path) : undefined;
    return parsed?.kind === "order" ? [`${parsed.list}/${parsed.item}/`] : [];
  });
}

/**
 * The fields after changes, one change after the other. `before` holds at least those that are named, their
 * neighbours and all of items that are taken away. An item that is taken away by somebody who has not seen all
 * that was written in it, or that somebody writes in afterwards, is not settled: its place has another value.
 */
export function applyChanges(
  before: ReadonlyMap<string, StoredField>,
  changes: readonly DraftChange[],
  who: Changer,
): Applied {
  const now = new Map(before);
  const after = new Map<string, StoredField>();
  const past: StoredField[] = [];
  const put = (field: StoredField): void => {
    after.set(field.path, field);
    now.set(field.path, field);
  };
  for (const change of changes) {
    const kept = now.get(change.path);
    const field = changed(kept, change, who);
    if (field === kept) {
      put(field);
      continue;
    }
    if (kept !== undefined && (standsBeside(kept, field) || keepsPast(kept, field))) {
      past.push(kept);
    }
    put(field);
    const unsettled = takenUnseen(now, change, kept) ?? writtenIn(now, change);
    if (unsettled !== undefined) put({ ...unsettled, ...who });
  }
  return { after, past };
}

function changed(kept: StoredField | undefined, change: DraftChange, who: Changer): StoredField {
  const moves = isMove(change);
  const merged = mergeChange(kept, {
    // Of two who put an item somewhere the later has its way: there is no text to lose.
    base: moves ? (kept?.rev ?? 0) : change.base,
    value: JSON.stringify(change.value),
    changeId: change.changeId,
    ...(change.over === undefined ? {} : { over: change.over }),
    choose: change.choose === true,
  });
  if (kept !== undefined && merged === kept) return kept;
  const others = moves ? [] : merged.others;
  return { ...merged, others, path: change.path, ...who };
}

function isMove({ path, value }: DraftChange): boolean {
  return typeof value === "string" && parseDraftPath(path)?.kind === "order";
}

/**
 * When a change counts as made: never before the change before it, also when the clock has been set back, so that
 * whoever asks for what is new since then gets it.
 */
export function momentOfChange(now: Instant, before: Instant): Instant {
  return now > before ? now : before;
}

/** Somebody replaced it without having seen it; when it is chosen away later, this is where it is found. */
function standsBeside(before: StoredField, after: StoredField): boolean {
  return after.others.length > before.others.length;
}
