import { externalStore } from "../api/external-store.ts";

/** A phrase while it is written. */
export interface BegunPhrase {
  readonly phrase: string;
  readonly name: string;
  readonly words: string;
  readonly shared: boolean;
  /** There is one like it already, that is being changed. */
  readonly known: boolean;
}

/** Kept while the panel is closed, so that a key that closes it takes nothing with it; in memory only. */
export const begunPhrase = externalStore<BegunPhrase | undefined>(undefined);

/** Begins a new phrase, perhaps with words that were selected. */
export function beginPhrase(words = ""): void {
  begunPhrase.set({ phrase: crypto.randomUUID(), name: "", words, shared: false, known: false });
}
