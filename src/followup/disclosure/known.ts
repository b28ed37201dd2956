/**
 * What follows from released numbers by linear reasoning: the space of all sums of them, with numbers added and
 * subtracted as often as one likes. A number is a set of atoms; one that is in the space is known exactly.
 *
 * Every atom holds at least one row. A group outside the space can therefore hold a little more or less with
 * every released number unchanged, also when no atom may become negative: so nothing that is not in this space
 * follows from the numbers by sums, differences or bounds on them either.
 */
export interface Known {
  /** Whether the size of a group follows from what has been added. */
  tells(group: readonly number[]): boolean;
  /** What would be known besides: undefined where the number follows already. */
  direction(group: readonly number[]): Direction | undefined;
  /** Whether a group would follow if the direction were added. */
  wouldTell(group: readonly number[], direction: Direction): boolean;
  add(direction: Direction): void;
  /** The same, to try something on. */
  copy(): Known;
}

export interface Direction {
  readonly vector: Float64Array;
  /** How far the probe goes along it. */
  readonly along: number;
}

/** Smaller lengths and sums are nought but for rounding; true ones are far larger. */
const nought = 1e-7;

/** Nothing is known yet of `atoms` atoms. `chance` gives numbers between 0 and 1. */
export function knowNothing(atoms: number, chance: () => number): Known {
  // Numbers by chance, less what is known of them: a group whose size is known has the sum nought, and any
  // other has it by an accident that does not happen.
  const probe = Float64Array.from({ length: atoms }, () => 1 + chance());
  return knowing(probe, []);
}

/** What the directions of `basis` tell; `probe` has nothing along any of them. Both are changed by `add`. */
function knowing(probe: Float64Array, basis: Float64Array[]): Known {
  const tells = (group: readonly number[]) => Math.abs(sumOf(group, probe)) < nought;
  return {
    tells,
    direction: (group) => {
      if (tells(group)) return undefined;
      const vector = vectorOf(group, probe.length, basis);
      return vector === undefined ? undefined : { vector, along: dot(vector, probe) };
    },
    wouldTell: (group, { vector, along }) => {
      let left = 0;
      for (const atom of group) left += (probe[atom] ?? 0) - along * (vector[atom] ?? 0);
      return Math.abs(left) < nought;
    },
    add: ({ vector, along }) => {
      basis.push(vector);
      take(probe, vector, along);
    },
    copy: () => knowing(probe.slice(), [...basis]),
  };
}

/** The part of a group that is at right angles to everything known, of length 1. */
function vectorOf(
  group: readonly number[],
  atoms: number,
  basis: readonly Float64Array[],
): Float64Array | undefined {
  if (group.length === 0) return undefined;
  const left = new Float64Array(atoms);
  for (const atom of group) left[atom] = 1;
  for (const known of basis) take(left, known, dot(left, known));
  // Twice where much was taken away, so that rounding leaves nothing behind.
  if (dot(left, left) < group.length / 2) {
    for (const known of basis) take(left, known, dot(left, known));
  }
  const length = Math.sqrt(dot(left, left));
  if (length < nought * Math.sqrt(group.length)) return undefined;
  for (let at = 0; at < atoms; at += 1) left[at] = (left[at] ?? 0) / length;
  return left;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

function take(from: Float64Array, direction: Float64Array, times: number): void {
  if (times === 0) return;
  for (let at = 0; at < from.length; at += 1) {
    from[at] = (from[at] ?? 0) - times * (direction[at] ?? 0);
  }
}

function sumOf(group: readonly number[], values: Float64Array): number {
  return group.reduce((sum, atom) => sum + (values[atom] ?? 0), 0);
}
