/**
 * The id of a draft that belongs to no akt, so that this browser finds it again: an id and nothing of what is
 * written. Without a name, or where the browser keeps nothing, it is a new one each time.
 */
export function keptDraft(name: string | undefined): {
  readonly made: string;
  /** Nothing is stored under it yet. */
  readonly fresh: boolean;
} {
  const made = crypto.randomUUID();
  if (name === undefined) return { made, fresh: true };
  try {
    const known = localStorage.getItem(keyOf(name));
    if (known !== null) return { made: known, fresh: false };
    localStorage.setItem(keyOf(name), made);
  } catch {
    // A browser that keeps nothing has nothing to find again.
  }
  return { made, fresh: true };
}

/** The draft is sent: the next one is new. */
export function forgetDraft(name: string | undefined): void {
  if (name === undefined) return;
  try {
    localStorage.removeItem(keyOf(name));
  } catch {
    // Nothing was kept.
  }
}

function keyOf(name: string): string {
  return `mittpunkt.draft ${name}`;
}
