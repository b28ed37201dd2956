/**
 * A smallest group of rows that no released number tells apart: how many rows it holds, and where it stands in
 * each table. Places are numbers of rows, columns and layers; a set can put it in several, and a table whose
 * population it is not in has none.
 */
export interface Atom {
  readonly n: number;
  readonly tables: readonly (AtomPlaces | undefined)[];
  /** What else is known of it: variables, filters, unit and periods, as far as questions have used them. */
  readonly attributes: readonly string[];
}

/** The places along each axis of a table, and whether an answer is missing. */
export interface AtomPlaces {
  readonly places: readonly (readonly string[])[];
  readonly missing: boolean;
}

/** One number of a table: where it stands, what it counts and of which atoms. */
export interface TableNumber {
  /** `row|column|layer` by their codes; `*` is a total over that place. `missing` is apart. */
  readonly key: string;
  readonly n: number;
  readonly atoms: readonly number[];
  /** Over how many places it is a total: the more, the more it is worth to who asks. */
  readonly totals: number;
}

export const missingKey = "missing";
const total = "*";
const axes = 3;

/** Every number a table shows, cells, totals and how many lack an answer, as sums of atoms. */
export function numbersOf(atoms: readonly Atom[], table: number): readonly TableNumber[] {
  const found = new Map<string, { n: number; atoms: number[]; totals: number }>();
  atoms.forEach((atom, at) => {
    const stands = atom.tables[table];
    if (stands === undefined) return;
    const keys = keysOf(stands.places);
    for (const { key, totals } of stands.missing ? [...keys, missingNumber] : keys) {
      const number = found.get(key) ?? { n: 0, atoms: [], totals };
      number.n += atom.n;
      number.atoms.push(at);
      found.set(key, number);
    }
  });
  return [...found].map(([key, number]) => ({ key, ...number }));
}

const missingNumber = { key: missingKey, totals: axes };

/** Every number an atom is in: each of its places or the total over them, for each axis. */
function keysOf(places: AtomPlaces["places"]): readonly { key: string; totals: number }[] {
  const choices = Array.from({ length: axes }, (_, at) => [...new Set(places[at] ?? []), total]);
  const [down = [], across = [], deep = []] = choices;
  return down.flatMap((a) =>
    across.flatMap((b) =>
      deep.map((c) => ({
        key: `${a}|${b}|${c}`,
        totals: [a, b, c].filter((each) => each === total).length,
      })),
    ),
  );
}

/** The line of a table that a cell stands in, along each of its places that is no total. */
export function linesOf(key: string): readonly string[] {
  const places = key.split("|");
  return places.flatMap((place, at) => (place === total ? [] : [places.with(at, "-").join("|")]));
}
