import { numberedOn } from "./many-rows.ts";
import type { Statement } from "./statement.ts";

/** A statement that changes rows, waiting to be sent with others. */
export interface Write {
  readonly statement: Statement;
  readonly values: readonly unknown[];
}

interface Merged {
  readonly statement: Statement;
  readonly values: readonly unknown[];
}

/** More are sent in several statements: one has at most 65,535 parameters. */
export const MOST_MERGED = 24;
/** More combinations than these are not kept prepared. */
const MOST_KEPT = 500;

const made = new Map<string, Statement>();
/** Of what is made for many sets of values: by the statement, then by their number. */
const madeMany = new Map<Statement, Map<number, Statement>>();

/**
 * Puts writes that do not depend on one another into one statement (`with w1 as (...), w2 as (...)`):
 * they see the same moment, and the server plans, runs and answers once. The same writes in the same
 * order give the same named statement.
 */
export function mergeWrites(writes: readonly Write[]): Merged {
  const [first] = writes;
  if (first === undefined) throw new RangeError("Nothing to merge");
  if (writes.length === 1) return first;
  const key = writes.map(({ statement }) => statement.name ?? statement.text).join("+");
  let statement = made.get(key);
  if (statement === undefined) {
    const named = writes.every((write) => write.statement.name !== undefined);
    const kept = named && made.size < MOST_KEPT;
    const text = mergedText(writes);
    statement = kept ? { name: `merged_${made.size + 1}`, text } : { text };
    // Statements put together at run time are not remembered: there is no end to them.
    if (kept) made.set(key, statement);
  }
  return { statement, values: writes.flatMap(({ values }) => values) };
}

function mergedText(writes: readonly Write[]): string {
  let offset = 0;
  const parts = writes.map(({ statement, values }, index) => {
    const text = numberedOn(statement.text, offset);
    offset += values.length;
    return `w${index + 1} as (${text})`;
  });
  return `with ${parts.join(",\n")}\nselect 1`;
}

/**
 * Writes of the same kind made one, where their statement can be carried out for many sets of values; it stands where
 * the first of them stood. None may change what another one changes, as with all that are merged.
 */
export function gatherSame(writes: readonly Write[]): readonly Write[] {
  const same = Map.groupBy(writes, ({ statement }) => statement);
  if (same.size === writes.length) return writes;
  return [...same].flatMap(([statement, each]) => {
    const { many } = statement;
    if (many === undefined || each.length === 1) return each;
    const sets = each.map(({ values }) => values);
    return {
      statement: manyOf(statement, sets.length),
      values: many.values?.(sets) ?? sets.flat(),
    };
  });
}

/** Most writes of a kind in one statement of {@link gatherInSteps}. */
const LARGEST_STEP = 32;

/**
 * As {@link gatherSame}, in numbers that are powers of two: a statement for each number there might be would have to
 * be planned when it comes first. What holds parts that change rows themselves is a statement for each.
 */
export function gatherInSteps(writes: readonly Write[]): readonly Write[] {
  const same = Map.groupBy(writes, ({ statement }) => statement);
  return [...same].flatMap(([statement, each]) => {
    const { many } = statement;
    if (many === undefined || statement.alone === true) return each;
    const sets = each.map(({ values }) => values);
    if (many.values !== undefined) {
      return { statement: manyOf(statement, 2), values: many.values(sets) };
    }
    const steps: Write[] = [];
    for (let from = 0; from < sets.length;) {
      const count = stepOf(sets.length - from);
      const values = sets.slice(from, from + count).flat();
      steps.push({ statement: count === 1 ? statement : manyOf(statement, count), values });
      from += count;
    }
    return steps;
  });
}

function stepOf(left: number): number {
  return Math.min(LARGEST_STEP, 2 ** Math.floor(Math.log2(left)));
}

function manyOf(one: Statement, count: number): Statement {
  const counts = madeMany.get(one) ?? new Map<number, Statement>();
  madeMany.set(one, counts);
  let found = counts.get(count);
  if (found === undefined) {
    const { many: _many, text, name, ...rest } = one;
    const named = name === undefined ? {} : { name: `${name}_x${count}` };
    found = { ...rest, ...named, text: one.many?.text(count) ?? text };
    counts.set(count, found);
  }
  return found;
}
