import type { Change } from "../local-copy/types.ts";
import type { LocalField, LocalFields } from "./draft-values.ts";

/** The most changes the server takes at once. */
const MOST = 500;

/**
 * What is sent now: first what was sent before without an answer, as it was, because the server may have it
 * already; then what has been typed since, each over the revision before it.
 */
export function outgoing(fields: LocalFields, unanswered: readonly Change[]): readonly Change[] {
  const before = new Map(unanswered.map((change) => [change.path, change]));
  const typed = [...fields].flatMap(([path, { pending }]) => {
    if (pending === undefined) return [];
    const earlier = before.get(path);
    if (earlier?.changeId === pending.changeId) return [];
    // Whatever became of the earlier one, it is the revision this was written over.
    return [{ path, ...pending, ...(earlier === undefined ? {} : { base: earlier.base + 1 }) }];
  });
  return [...unanswered, ...typed].slice(0, MOST);
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
  const choose = earlier?.choose === true ? { choose: true } : {};
  if (earlier !== undefined && !change.wasSent(earlier.changeId)) {
    return { ...stored, pending: { ...earlier, value } };
  }
  return { ...stored, pending: { base: stored.rev, value, changeId: change.newId, ...choose } };
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
  for (const [path, { base, value, changeId, choose }] of latest) {
    const { pending, ...stored } = fields.get(path) ?? { rev: 0, value: undefined };
    const kept = pending ?? { base, value, changeId, ...(choose === true ? { choose } : {}) };
    fields.set(path, { ...stored, pending: kept });
  }
  return each.filter((change) => fields.get(change.path)?.pending?.changeId !== change.changeId);
}
