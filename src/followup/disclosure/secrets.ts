import { linesOf, missingKey, type Atom, type TableNumber } from "./numbers.ts";

/** A group of rows whose size must not follow from what is told, as its atoms. */
export type Secret = readonly number[];

/** So many attributes are looked at in threes; more in pairs only, or there would be no end of them. */
const mostInThrees = 12;

/**
 * The small groups of a table and of what it has in common with numbers told before: every group that holds
 * fewer than `least` and can be asked for by up to three of the attributes in use, every part of an earlier
 * number that lies within or without a new one, and the small numbers of a line of the table taken together.
 */
export function smallGroups(
  atoms: readonly Atom[],
  numbers: readonly TableNumber[],
  before: readonly TableNumber[],
  least: number,
): readonly Secret[] {
  const isSmall = (n: number) => n > 0 && n < least;
  const own = numbers.filter(({ n }) => isSmall(n)).map((number) => number.atoms);
  return distinct([
    ...own,
    ...lineSecrets(numbers, least),
    ...boxes(atoms, isSmall),
    ...overlaps(atoms, numbers, before, isSmall),
  ]);
}

/** Each group once. */
export function distinct(groups: readonly Secret[]): readonly Secret[] {
  return [...new Map(groups.map((group) => [group.join(" "), group])).values()];
}

/**
 * The small numbers of a line together: told as one they would be a small group themselves or, were each of
 * them known to be at least one, no more than that.
 */
function lineSecrets(numbers: readonly TableNumber[], least: number): readonly Secret[] {
  const lines = new Map<string, TableNumber[]>();
  for (const number of numbers) {
    if (number.n >= least || number.key === missingKey) continue;
    for (const line of linesOf(number.key)) {
      const found = lines.get(line);
      if (found === undefined) lines.set(line, [number]);
      else found.push(number);
    }
  }
  return [...lines.values()]
    .filter((line) => {
      const n = line.reduce((sum, number) => sum + number.n, 0);
      return n < least || n === line.length;
    })
    .map((line) => [...new Set(line.flatMap((number) => number.atoms))].toSorted((a, b) => a - b));
}

/** The small groups that up to three attributes single out. */
function boxes(atoms: readonly Atom[], isSmall: (n: number) => boolean): readonly Secret[] {
  const found = new Map<string, { n: number; atoms: number[] }>();
  const add = (key: string, at: number, n: number) => {
    const box = found.get(key) ?? { n: 0, atoms: [] };
    box.n += n;
    box.atoms.push(at);
    found.set(key, box);
  };
  atoms.forEach(({ attributes, n }, at) => {
    const threes = attributes.length <= mostInThrees;
    attributes.forEach((first, i) => {
      add(first, at, n);
      attributes.slice(i + 1).forEach((second, j) => {
        const pair = `${first} ${second}`;
        add(pair, at, n);
        if (!threes) return;
        for (const third of attributes.slice(i + j + 2)) add(`${pair} ${third}`, at, n);
      });
    });
  });
  return [...found.values()].filter(({ n }) => isSmall(n)).map((box) => box.atoms);
}

/** What earlier numbers and new ones have in common, and what one has beyond the other, where that is small. */
function overlaps(
  atoms: readonly Atom[],
  numbers: readonly TableNumber[],
  before: readonly TableNumber[],
  isSmall: (n: number) => boolean,
): readonly Secret[] {
  const ofAtom = atoms.map((): number[] => []);
  numbers.forEach((number, index) => {
    for (const atom of number.atoms) ofAtom[atom]?.push(index);
  });
  const secrets: Secret[] = [];
  for (const earlier of before) {
    const common = new Map<number, number>();
    for (const atom of earlier.atoms) {
      const n = atoms[atom]?.n ?? 0;
      for (const index of ofAtom[atom] ?? []) common.set(index, (common.get(index) ?? 0) + n);
    }
    for (const [index, n] of common) {
      const number = numbers[index];
      if (number === undefined) continue;
      if (isSmall(n)) secrets.push(within(number.atoms, earlier.atoms));
      if (isSmall(number.n - n)) secrets.push(beyond(number.atoms, earlier.atoms));
      if (isSmall(earlier.n - n)) secrets.push(beyond(earlier.atoms, number.atoms));
    }
  }
  return secrets;
}

function within(group: readonly number[], other: readonly number[]): Secret {
  const inside = new Set(other);
  return group.filter((atom) => inside.has(atom));
}

function beyond(group: readonly number[], other: readonly number[]): Secret {
  const inside = new Set(other);
  return group.filter((atom) => !inside.has(atom));
}
