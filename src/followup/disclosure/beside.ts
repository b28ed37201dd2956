import { decideRelease, type PastTable } from "./decide-release.ts";
import { numbersOf, type Atom } from "./numbers.ts";

/** What a bar of an indicator stands for; yes and no add up to its answers. */
export type BarRole = "yes" | "no" | "missing" | "apart";

/** Rows that all indicators at hand put in the same bars: of each its bar, undefined where it is in none. */
export interface BarAtom {
  readonly n: number;
  readonly bars: readonly (number | undefined)[];
}

/** An indicator that leaves, by its place in the atoms. */
export interface BarQuestion {
  readonly at: number;
  /** Of each of its bars. */
  readonly roles: readonly BarRole[];
}

/** An indicator that has left: what it told, by {@link barKeys}. */
export interface ToldBars extends BarQuestion {
  readonly told: ReadonlySet<string>;
}

/** What an indicator is held against. */
export interface Beside {
  /** The same indicator over other periods and units: all of them together. */
  readonly same: readonly ToldBars[];
  /** Other indicators of the same population: each by itself, with the same ones. */
  readonly others: readonly ToldBars[];
}

/** The numbers of an indicator add up within these. */
const groups = ["answered", "missing", "apart"] as const;
type Group = (typeof groups)[number];
/** So often what one comparison withholds is shown to all the others. */
const mostRounds = 4;

/** The names of an indicator's numbers: how many answers, how many yes, no answer, and a bar by its place. */
export const barKeys = {
  n: "answered *|*|*",
  yes: "answered yes|*|*",
  no: "answered no|*|*",
  missing: "missing *|*|*",
  bar: (role: BarRole, at: number): string => `${groupOf(role)} ${role}|${at}|*`,
} as const;

/**
 * Which numbers of an indicator may not be told, by {@link barKeys}: small ones, and those by which a small group would
 * follow from what the same indicator told of other periods and units, or from it and any one of `others`, of the rows that
 * answer both. Every number of it is in the set where none may be told.
 */
export function withheldBeside(
  atoms: readonly BarAtom[],
  asked: BarQuestion,
  { same, others }: Beside,
  least: number,
): ReadonlySet<string> {
  const near = connectedTo(atoms, asked, same);
  const alike = alikeIn(atoms, [asked, ...near]);
  const pairs = [
    projectedOn(atoms, alike, [asked, ...near]),
    ...others
      .filter((other) => meet(atoms, asked, other))
      .map((other) => {
        const both = alikeIn(atoms, [other], alike);
        return projectedOn(atoms, both, [asked, ...near, other], [asked, other]);
      })
      .filter(({ atoms: rows }) => rows.some(({ n }) => n < least)),
  ];
  const withheld = new Set<string>();
  for (let round = 0; round < mostRounds; round += 1) {
    const before = withheld.size;
    for (const pair of pairs) {
      for (const key of withheldFrom(pair, { least, withheld })) withheld.add(key);
    }
    if (withheld.size === before || pairs.length === 1) break;
  }
  return withheld;
}

/** Those that share rows with the one that is asked, or with one that does. */
function connectedTo(
  atoms: readonly BarAtom[],
  asked: BarQuestion,
  same: readonly ToldBars[],
): readonly ToldBars[] {
  const found: ToldBars[] = [];
  let left = same;
  for (let before = -1; before < found.length;) {
    before = found.length;
    const reached: readonly BarQuestion[] = [asked, ...found];
    const next = left.filter((each) => reached.some((one) => meet(atoms, one, each)));
    found.push(...next);
    left = left.filter((each) => !next.includes(each));
  }
  return found;
}

function meet(atoms: readonly BarAtom[], one: BarQuestion, other: BarQuestion): boolean {
  return atoms.some(({ bars }) => bars[one.at] !== undefined && bars[other.at] !== undefined);
}

interface Deciding {
  readonly least: number;
  readonly withheld: ReadonlySet<string>;
}

/** What one set of earlier indicators makes it withhold, group after group: each is told with those before it in view. */
function withheldFrom(
  { atoms, told: near }: Projected,
  { least, withheld }: Deciding,
): ReadonlySet<string> {
  const past = near.flatMap((told, index) => pastTables(atoms, index + 1, told));
  const found = new Set<string>();
  for (const [group, name] of groups.entries()) {
    const numbers = numbersOf(atoms, group);
    if (numbers.length === 0) continue;
    const changed = keysOf(name, withheld);
    const release = decideRelease(atoms, group, past, { least, changed });
    const hidden =
      release.kind === "told" ? release.withheld : new Set(numbers.map(({ key }) => key));
    for (const key of hidden) found.add(`${name} ${key}`);
    const told = numbers.map(({ key }) => key).filter((key) => !hidden.has(key));
    past.push({ table: group, told: new Set(told), withheld: hidden });
  }
  return found;
}

/** The keys of a group without its name. */
function keysOf(group: Group, keys: ReadonlySet<string>): ReadonlySet<string> {
  const start = `${group} `;
  return new Set(
    [...keys].filter((key) => key.startsWith(start)).map((key) => key.slice(start.length)),
  );
}

/** A table for each group of numbers: what was not told of them is to stay so. */
function pastTables(
  atoms: readonly Atom[],
  question: number,
  told: ReadonlySet<string>,
): readonly PastTable[] {
  return groups.map((group, at) => {
    const table = question * groups.length + at;
    const own = keysOf(group, told);
    const others = numbersOf(atoms, table).filter(({ key }) => !own.has(key));
    return { table, told: own, withheld: new Set(others.map(({ key }) => key)) };
  });
}

/** Rows that some questions put in the same bars have the same number; `before` has those of questions before them. */
function alikeIn(
  atoms: readonly BarAtom[],
  questions: readonly BarQuestion[],
  before?: readonly number[],
): readonly number[] {
  let alike = before ?? atoms.map(() => 0);
  for (const { at, roles } of questions) {
    const numbers = new Map<number, number>();
    const earlier = alike;
    alike = atoms.map(({ bars }, row) => {
      const key = (earlier[row] ?? 0) * (roles.length + 1) + (bars[at] ?? -1) + 1;
      const known = numbers.get(key) ?? numbers.size;
      numbers.set(key, known);
      return known;
    });
  }
  return alike;
}

interface Projected {
  readonly atoms: readonly Atom[];
  /** What has been told of the questions but the first. */
  readonly told: readonly ReadonlySet<string>[];
}

/**
 * The rows as these questions tell them apart, each question with a table for each of its groups, without those that lack
 * an answer to one of `answered`: between two indicators that few were not asked tells of the record, not of a child.
 */
function projectedOn(
  atoms: readonly BarAtom[],
  alike: readonly number[],
  [asked, ...near]: readonly [BarQuestion, ...ToldBars[]],
  answered: readonly BarQuestion[] = [],
): Projected {
  const sums: { n: number; bars: readonly (number | undefined)[] }[] = [];
  const questions = [asked, ...near];
  atoms.forEach(({ n, bars }, row) => {
    const at = alike[row] ?? 0;
    const sum = (sums[at] ??= { n: 0, bars: questions.map((question) => bars[question.at]) });
    sum.n += n;
  });
  const lacksAnswer = (bars: readonly (number | undefined)[]) =>
    questions.some((question, at) => {
      const bar = bars[at];
      const role = bar === undefined ? undefined : question.roles[bar];
      return role === "missing" && answered.includes(question);
    });
  const inSome = sums.filter(
    ({ bars }) => bars.some((bar) => bar !== undefined) && !lacksAnswer(bars),
  );
  return { atoms: inSome.map((sum) => atomOf(sum, questions)), told: near.map(({ told }) => told) };
}

function atomOf(
  { n, bars }: { readonly n: number; readonly bars: readonly (number | undefined)[] },
  questions: readonly BarQuestion[],
): Atom {
  return {
    n,
    attributes: bars.flatMap((bar, question) =>
      bar === undefined ? [`${question} out`] : [`${question} in`, `${question} ${bar}`],
    ),
    tables: bars.flatMap((bar, question) => {
      const role = bar === undefined ? undefined : questions[question]?.roles[bar];
      return groups.map((group) =>
        role === undefined || groupOf(role) !== group
          ? undefined
          : { places: [[role], [String(bar)]], missing: false },
      );
    }),
  };
}

function groupOf(role: BarRole): Group {
  return role === "yes" || role === "no" ? "answered" : role;
}

/** What follows from what is said of an indicator: no from all and yes, the whole of a group of which nothing is missing. */
export function toldBars(
  question: BarQuestion,
  said: { readonly n: boolean; readonly yes: boolean; readonly missing: boolean },
  bars: readonly boolean[],
): ToldBars {
  const { n, yes, missing } = said;
  const told = question.roles.flatMap((role, at) =>
    bars[at] === true ? [barKeys.bar(role, at)] : [],
  );
  if (n) told.push(barKeys.n);
  if (yes) told.push(barKeys.yes);
  if (n && yes) told.push(barKeys.no);
  if (missing) told.push(barKeys.missing, `missing missing|*|*`);
  return { ...question, told: new Set(told) };
}
