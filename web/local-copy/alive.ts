/** Tells which writers of copies are still there, in this tab or another. */
export interface Alive {
  /** The writer is there from now on, until its tab ends, however it ends. */
  readonly hold: (key: string) => void;
  readonly keys: () => Promise<readonly string[]>;
}

const prefix = "unsaved ";

/** By the locks of the browser, which end with their tab. */
export function browserAlive(): Alive {
  const held = new Set<string>();
  return {
    hold: (key) => {
      if (held.has(key) || !("locks" in navigator)) return;
      held.add(key);
      void navigator.locks.request(prefix + key, () => new Promise<never>(() => undefined));
    },
    keys: async () => {
      if (!("locks" in navigator)) return [];
      const { held: locks = [] } = await navigator.locks.query();
      return locks.flatMap(({ name = "" }) =>
        name.startsWith(prefix) ? [name.slice(prefix.length)] : [],
      );
    },
  };
}
