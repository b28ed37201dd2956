import type { Weights } from "./dice.ts";

/** A row of a table that shares are fitted to: how much of everything it is, and what may stand in it. */
export interface Row {
  readonly weight: number;
  /** How likely each is beside the others of the row, before the shares over all rows are known. */
  readonly cells: Weights;
}

const ROUNDS = 80;

/**
 * The cells of each row so that over all rows each column has its share of the targets, while the rows keep their
 * weight and their cells, as far as may be, how they stand to each other (iterative proportional fitting). What no
 * row may hold has no share; what only has no target is left out.
 */
export function fitShares(rows: readonly Row[], targets: Weights): readonly Weights[] {
  const wanted = scaled(targets, 1);
  const all = rows.reduce((sum, { weight }) => sum + weight, 0);
  let fitted = rows.map(({ weight, cells }) => scaled(known(cells, wanted), weight / all));
  for (let round = 0; round < ROUNDS; round += 1) {
    const sums = new Map<string, number>();
    for (const cells of fitted) {
      for (const [name, share] of Object.entries(cells))
        sums.set(name, (sums.get(name) ?? 0) + share);
    }
    const factor = (name: string) => (wanted[name] ?? 0) / (sums.get(name) ?? 1);
    fitted = fitted.map((cells, at) => {
      const moved = Object.entries(cells).map(([name, share]) => [name, share * factor(name)]);
      return scaled(Object.fromEntries(moved), (rows[at]?.weight ?? 0) / all);
    });
  }
  return fitted;
}

function known(cells: Weights, targets: Weights): Weights {
  return Object.fromEntries(Object.entries(cells).filter(([name]) => (targets[name] ?? 0) > 0));
}

function scaled(cells: Weights, to: number): Weights {
  const sum = Object.values(cells).reduce((total, share) => total + share, 0);
  const factor = sum === 0 ? 0 : to / sum;
  return Object.fromEntries(Object.entries(cells).map(([name, share]) => [name, share * factor]));
}
