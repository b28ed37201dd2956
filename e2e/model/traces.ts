/** A piece of text that is told from every other: long, so that taking it away is much at once. */
export interface Typed {
  readonly id: string;
  readonly text: string;
  readonly tab: number;
  readonly at: number;
  /** Somebody who saw it has put something else in its place. */
  letGo: boolean;
  /** It was typed too short a time before a browser died, or where the browser had no room. */
  excused: boolean;
}

const PIECE = /«(\w+) /gu;
const LONG = 60;

/** A piece by a name of its own; it has a space in it, as texts have. */
export function pieceOf(id: string): string {
  return `«${id} ${id.repeat(LONG)}»`;
}

/** The names of the pieces in a value, in their order. */
export function piecesIn(value: unknown): readonly string[] {
  return [...JSON.stringify(value ?? null).matchAll(PIECE)].map((match) => match[1] ?? "");
}

/** Why the pieces of a text can't stand so: one twice, or those of one writer not in the order they were typed. */
export function disorderIn(value: unknown): string | undefined {
  const found = piecesIn(value);
  if (new Set(found).size < found.length) return `doubled: ${found.join(" ")}`;
  const byTab = Object.groupBy(found, (id) => id.replace(/\d+$/u, ""));
  for (const own of Object.values(byTab)) {
    const numbers = (own ?? []).map((id) => Number(/\d+$/u.exec(id)?.[0]));
    if (numbers.some((n, at) => at > 0 && n <= (numbers[at - 1] ?? 0))) {
      return `out of order: ${found.join(" ")}`;
    }
  }
  return undefined;
}
