/** A stretch without contact, as the server gives it; without a last day it still runs. */
export interface Quiet {
  readonly from: string;
  readonly to: string | null;
  readonly months: number;
}

interface Dated {
  readonly seq: number;
  readonly on: string;
}

export type StoryRow<L extends Dated> =
  | { readonly line: L; readonly quiet?: never }
  | { readonly quiet: Quiet; readonly line?: never };

export interface StoryMonth<L extends Dated> {
  readonly month: string;
  readonly rows: readonly StoryRow<L>[];
}

/**
 * The lines by month, newest first as they come, with each quiet stretch above the first line that is older than
 * its end. `until` is the last day that is shown, where not everything is: what was quiet after it isn't told.
 */
export function storyMonths<L extends Dated>(
  lines: readonly L[],
  quiet: readonly Quiet[],
  until: string,
): readonly StoryMonth<L>[] {
  const waiting = quiet
    .filter(({ from }) => until === "" || from <= until)
    .toSorted((a, b) => (a.from < b.from ? 1 : -1));
  const months: { month: string; rows: StoryRow<L>[] }[] = [];
  let next = 0;
  for (const line of lines) {
    const month = line.on.slice(0, 7);
    let current = months.at(-1);
    if (current?.month !== month) {
      current = { month, rows: [] };
      months.push(current);
    }
    for (let gap = waiting[next]; gap !== undefined && isAbove(gap, line); gap = waiting[next]) {
      current.rows.push({ quiet: gap });
      next += 1;
    }
    current.rows.push({ line });
  }
  return months;
}

function isAbove({ to }: Quiet, line: Dated): boolean {
  return to === null || line.on < to;
}
