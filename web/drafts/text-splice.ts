/** One change of a text: what stood at a place, and what stands there instead. */
export interface Splice {
  readonly at: number;
  readonly removed: string;
  readonly inserted: string;
  /** Characters of the whole text after the change. */
  readonly length: number;
}

/** The change from one text to another: what differs between their common beginning and end. */
export function spliceOf(before: string, after: string): Splice {
  const most = Math.min(before.length, after.length);
  let at = 0;
  while (at < most && before.charCodeAt(at) === after.charCodeAt(at)) at += 1;
  let same = 0;
  while (
    same < most - at &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  ) {
    same += 1;
  }
  return {
    at,
    removed: before.slice(at, before.length - same),
    inserted: after.slice(at, after.length - same),
    length: after.length,
  };
}

/** The text before the change; undefined where the words it put in do not stand there any more. */
export function taken(text: string, { at, removed, inserted, length }: Splice): string | undefined {
  if (text.length !== length || !text.startsWith(inserted, at)) return undefined;
  return text.slice(0, at) + removed + text.slice(at + inserted.length);
}

/** The change that takes this one back. */
export function reversed({ at, removed, inserted, length }: Splice): Splice {
  const before = length - inserted.length + removed.length;
  return { at, removed: inserted, inserted: removed, length: before };
}

/**
 * Two changes of one word as one: letters put in after each other, or taken away one by one. Undefined where a
 * new word begins, the writer has moved, or more than a letter came at once.
 */
export function joined(first: Splice, next: Splice): Splice | undefined {
  if (isInsert(first) && isInsert(next)) {
    const goesOn = next.at === first.at + first.inserted.length && isLetter(next.inserted);
    const newWord = /\s$/u.test(first.inserted) && !/^\s/u.test(next.inserted);
    if (!goesOn || newWord) return undefined;
    return { ...first, inserted: first.inserted + next.inserted, length: next.length };
  }
  if (isDelete(first) && isDelete(next) && isLetter(next.removed)) {
    const { length } = next;
    if (next.at + next.removed.length === first.at) {
      return { ...first, at: next.at, removed: next.removed + first.removed, length };
    }
    if (next.at === first.at) return { ...first, removed: first.removed + next.removed, length };
  }
  return undefined;
}

function isInsert({ removed, inserted }: Splice): boolean {
  return removed === "" && inserted !== "";
}

function isDelete({ removed, inserted }: Splice): boolean {
  return inserted === "" && removed !== "";
}

/** One sign, however many units it is written with. */
function isLetter(text: string): boolean {
  return /^.$/su.test(text);
}
