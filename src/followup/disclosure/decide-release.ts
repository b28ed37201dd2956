import { seededRandom } from "../../kernel/random.ts";
import { boundsOf } from "./bounds.ts";
import { knowNothing, type Known } from "./known.ts";
import { numbersOf, type Atom, type TableNumber } from "./numbers.ts";
import { distinct, smallGroups, type Secret } from "./secrets.ts";

/** A table that left before: which of its numbers were told, and which were not. */
export interface PastTable {
  /** Its place in the tables of the atoms. */
  readonly table: number;
  readonly told: ReadonlySet<string>;
  readonly withheld: ReadonlySet<string>;
}

export interface ReleaseSettings {
  /** A count under this is small and never told. */
  readonly least: number;
  /** Numbers that were told before and have changed by so few that the change would tell of those. */
  readonly changed: ReadonlySet<string>;
}

/** Which numbers of a table may not be told, or why none may. */
export type Release =
  | { readonly kind: "told"; readonly withheld: ReadonlySet<string> }
  | { readonly kind: "few" | "follows" | "too-much" };

const wholeKey = "*|*|*";
/** Multiplications that one look at all that was told may take: some two seconds of work. */
const mostWork = 2e9;
/** So many numbers beside those that must be are tried to be withheld, before all of them are. */
const mostTries = 60;

/**
 * Decides which numbers of a table may leave the unit, given what has left before. Small counts are withheld.
 * Every other number is told, totals first and large ones before small, unless a group that must not be known
 * would then follow from all that has been told, by this table or an earlier one: it is withheld too. What is
 * withheld stays so for every table after.
 *
 * Gives `few` where the whole table is a small group, `follows` where something it must withhold follows from
 * earlier tables already, and `too-much` where so much has left that it can no longer be seen through.
 */
export function decideRelease(
  atoms: readonly Atom[],
  table: number,
  past: readonly PastTable[],
  { least, changed }: ReleaseSettings,
): Release {
  const numbers = numbersOf(atoms, table);
  const whole = numbers.find(({ key }) => key === wholeKey)?.n ?? 0;
  if (whole === 0) return { kind: "told", withheld: new Set() };
  if (whole < least) return { kind: "few" };
  const earlier = past.map((each) => ({ ...each, numbers: numbersOf(atoms, each.table) }));
  const told = earlier.flatMap((each) => each.numbers.filter(({ key }) => each.told.has(key)));
  const independent = onceEach(told);
  const work = ((independent.length + numbers.length) ** 2 * atoms.length) / 2;
  if (work > mostWork) return { kind: "too-much" };
  const known = knowNothing(atoms.length, seededRandom("disclosure").float);
  for (const number of independent) {
    const direction = known.direction(number.atoms);
    if (direction !== undefined) known.add(direction);
  }
  const kept = numbers.filter(({ key, n }) => n < least || changed.has(key));
  if (kept.some((number) => known.tells(number.atoms))) return { kind: "follows" };
  const secrets = distinct([
    ...smallGroups(atoms, numbers, told, least),
    ...earlier.flatMap((each) =>
      each.numbers.filter(({ key }) => each.withheld.has(key)).map((number) => number.atoms),
    ),
  ]).filter((secret) => !known.tells(secret));
  const tries = Math.min(mostTries, Math.ceil(mostWork / Math.max(1, work)));
  return withholdAll(numbers, kept, { known, secrets, tries });
}

interface Guarding {
  readonly known: Known;
  readonly secrets: readonly Secret[];
  readonly tries: number;
}

/**
 * Withholds what must be, and then more, cells before totals and small before large, until no withheld number
 * can be only what it is.
 */
function withholdAll(
  numbers: readonly TableNumber[],
  must: readonly TableNumber[],
  { known, secrets, tries }: Guarding,
): Release {
  const bounds = boundsOf(numbers);
  const kept = [...must];
  for (let tried = 0; tried < tries; tried += 1) {
    const withheld = withholdMore(numbers, kept, known.copy(), secrets);
    if (withheld.has(wholeKey)) return { kind: "follows" };
    const pinned = bounds.pinned(withheld);
    if (pinned.length === 0) return { kind: "told", withheld };
    const beside = bounds.beside(pinned);
    const [next] = numbers
      .filter(({ key }) => beside.has(key) && !withheld.has(key) && key !== wholeKey)
      .filter((number) => !known.tells(number.atoms))
      .toSorted((a, b) => a.totals - b.totals || a.n - b.n);
    if (next === undefined) return { kind: "few" };
    kept.push(next);
  }
  return { kind: "few" };
}

/**
 * Tells what may be told, one number after another; gives the others. Whatever is withheld becomes a secret, so
 * that nothing told after it gives it away.
 */
function withholdMore(
  numbers: readonly TableNumber[],
  kept: readonly TableNumber[],
  known: Known,
  given: readonly Secret[],
): ReadonlySet<string> {
  const withheld = new Set(kept.map(({ key }) => key));
  const secrets = [...given, ...kept.map((number) => number.atoms)];
  const wanted = numbers
    .filter(({ key }) => !withheld.has(key))
    .toSorted((a, b) => b.totals - a.totals || b.n - a.n || (a.key < b.key ? -1 : 1));
  for (const number of wanted) {
    const direction = known.direction(number.atoms);
    if (direction === undefined) continue;
    if (secrets.some((secret) => known.wouldTell(secret, direction))) {
      withheld.add(number.key);
      secrets.push(number.atoms);
    } else {
      known.add(direction);
    }
  }
  return withheld;
}

/** Each group once, small parts first: totals follow from them and cost little then. */
function onceEach(numbers: readonly TableNumber[]): readonly TableNumber[] {
  const found = new Map(numbers.map((number) => [number.atoms.join(" "), number]));
  return [...found.values()].toSorted((a, b) => a.totals - b.totals);
}
