/**
 * One SQL statement. With a name the server prepares it once a connection and afterwards only binds it;
 * without one it is planned each time (for statements put together at run time).
 */
export interface Statement {
  readonly name?: string;
  readonly text: string;
  /** Holds parts that change rows themselves, so it can't become part of another statement. */
  readonly alone?: true;
  /** A change of rows that can be made for several sets of values at once. */
  readonly many?: Many;
  /**
   * The last answer is kept beside its rows: when the same comes again, the very same rows are given, so that whoever
   * derived something of them can tell. Nobody may change them.
   */
  readonly keeps?: true;
}

/** How a change is made for several sets of values, of which each is as those of the statement. */
export interface Many {
  text(count: number): string;
  /** The parameters; all values of the sets one after the other where it is not given. */
  values?(sets: readonly (readonly unknown[])[]): readonly unknown[];
}

const LONGEST_NAME = 63;
const known = new Map<string, string>();

/** Makes a named statement. Throws when the name is too long for the server, or taken by another text. */
export function statement(name: string, text: string): Statement {
  if (name.length > LONGEST_NAME) throw new Error(`The name of the statement ${name} is too long`);
  const other = known.get(name);
  if (other !== undefined && other !== text) throw new Error(`Two statements are named ${name}`);
  known.set(name, text);
  return { name, text };
}

/** As {@link statement}, for one that is asked again and again and mostly answers the same. */
export function keptStatement(name: string, text: string): Statement {
  return { ...statement(name, text), keeps: true };
}

/** Every statement made so far, by name: for the test that none answers without a board. */
export function knownStatements(): ReadonlyMap<string, string> {
  return known;
}
