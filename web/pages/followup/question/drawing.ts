import type { Slice, TableAnswer } from "./slices.ts";

/** What every picture is given. */
export interface Drawn {
  readonly table: TableAnswer;
  readonly slice: Slice;
  /** What the picture says to those who do not see it. */
  readonly name: string;
}

/** The width all pictures are drawn in; the page and the paper scale them. */
export const width = 720;
/** Classes of colours; more than these share one and are told apart by their names. */
export const colours = 6;

/** Long Swedish compounds must not run into the drawing. */
export function shortened(label: string, most: number): string {
  return label.length > most ? `${label.slice(0, most - 1)}…` : label;
}

/** Round numbers from nought up to at least the most, at even steps, at most six. */
export function ticksTo(most: number): readonly number[] {
  const rough = Math.max(1, most) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(
    1,
    [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough) ?? 1,
  );
  const count = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: count + 1 }, (_, at) => at * step);
}

/** Places for names along an edge, each as near its own as room for all lets it: no two nearer than `apart`. */
export function spread(
  wanted: readonly number[],
  apart: number,
  lowest: number,
): readonly number[] {
  const order = wanted.map((_, at) => at).toSorted((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const placed = [...wanted];
  let above = Number.NEGATIVE_INFINITY;
  for (const at of order) {
    above = Math.max(wanted[at] ?? 0, above + apart);
    placed[at] = above;
  }
  let below = lowest;
  for (const at of order.toReversed()) {
    below = Math.min(placed[at] ?? 0, below);
    placed[at] = below;
    below -= apart;
  }
  return placed;
}
