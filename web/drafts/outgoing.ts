import type { Change } from "../local-copy/types.ts";
import { type LocalField, type LocalFields, seenIn } from "./draft-values.ts";

/** The most changes the server takes at once. */
const MOST = 500;

/**
 * What is sent now: first what was sent before without an answer, as it was, because the server may have it
 * already; then what has been typed since, which says what it was typed over.
 */
export function outgoing(fields: LocalFields, unanswered: readonly Change[]): readonly Change[] {
  const sent = new Set(unanswered.map(({ changeId }) => changeId));
  const typed = [...fields].flatMap(([path, { pending }]) =>
    pending === undefined || sent.has(pending.changeId) ? [] : [{ path, ...pending }],
  );
  // What was written in an item comes before that it was taken away: that was seen.
  const [taken, written] = [typed.filter(isTakenAway), typed.filter((one) => !isTakenAway(one))];
  return [...unanswered, ...written, ...taken].slice(0, MOST);
}

function isTakenAway({ seen, value }: Change): boolean {
  return seen !== undefined && value === null;
}

/**
 * A field after something was typed in it. What has not been sent yet stays one change however much is typed: a
 * copy of an earlier moment is then known by the server as what it has already.
 */
export function withTyped(
  field: LocalField | undefined,
  value: unknown,
  change: { readonly newId: string; readonly wasSent: (changeId: string) => boolean },
): LocalField {
  const { pending: earlier, ...stored } = field ?? { rev: 0, value: undefined };
  if (earlier === undefined) {
    return { ...stored, pending: { base: stored.rev, value, changeId: change.newId } };
  }
  if (!change.wasSent(earlier.changeId)) return { ...stored, pending: { ...earlier, value } };
  const { base, changeId: over } = earlier;
  return { ...stored, pending: { base, value, changeId: change.newId, over } };
}

/** As {@link withTyped}; an item that is taken away goes with what was seen of it. */
export function typedAt(
  fields: LocalFields,
  path: string,
  value: unknown,
  change: Parameters<typeof withTyped>[2],
): LocalField {
  const field = withTyped(fields.get(path), value, change);
  const isTaken = value === null && path.endsWith("/order");
  if (!isTaken || field.pending === undefined) return field;
  const seen = seenIn(fields, path.slice(0, -"order".length));
  return { ...field, pending: { ...field.pending, seen } };
}

/**
 * Takes over what other writers of the same draft left unsaved, the oldest first; one may have taken over from
 * another, and then has the same changes. What was sent comes first; what is typed here already stays the
 * latest. Gives what is sent before it.
 */
export function adopt(
  fields: Map<string, LocalField>,
  changes: readonly Change[],
): readonly Change[] {
  const each = [...new Map(changes.map((change) => [change.changeId, change])).values()];
  const latest = new Map(each.map((change) => [change.path, change]));
  for (const [path, { path: _path, ...change }] of latest) {
    const { pending, ...stored } = fields.get(path) ?? { rev: 0, value: undefined };
    fields.set(path, { ...stored, pending: pending ?? change });
  }
  return each.filter((change) => fields.get(change.path)?.pending?.changeId !== change.changeId);
}
