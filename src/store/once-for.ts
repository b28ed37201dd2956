/** Gives what was made the last time as long as it is made of the very same things; else makes it. */
export type OnceFor<T> = (of: readonly [object, ...unknown[]], make: () => T) => T;

/**
 * Remembers what was made of things that never change, for as long as the first of them is kept by somebody. Compared
 * is which things they are, not what they hold.
 */
export function onceFor<T>(): OnceFor<T> {
  const made = new WeakMap<object, { readonly of: readonly unknown[]; readonly value: T }>();
  return (of, make) => {
    const known = made.get(of[0]);
    if (known !== undefined && areSame(known.of, of)) return known.value;
    const value = make();
    made.set(of[0], { of, value });
    return value;
  };
}

/** Whether two lists hold the very same things in the same order. */
export function areSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((each, at) => each === other[at]);
}
