/** A value outside the components that several of them show; kept in memory only. */
export interface ExternalStore<T> {
  readonly get: () => T;
  /** Sets it, and tells who listens where it is another one. */
  readonly set: (next: T) => void;
  /** As `useSyncExternalStore` takes it. */
  readonly subscribe: (listener: () => void) => () => void;
}

export function externalStore<T>(first: T): ExternalStore<T> {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      if (next === value) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
