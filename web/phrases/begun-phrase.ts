import { externalStore } from "../api/external-store.ts";
import { keptWords } from "../drafts/kept-words.ts";

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

/** What is written of it, as other words that are not sent. */
const PLACE = "phrase";

/** Changes the phrase that is being written; undefined: it is saved, or given up. */
export function writePhrase(more: Partial<BegunPhrase> | undefined): void {
  const begun = begunPhrase.get();
  const next = more === undefined || begun === undefined ? undefined : { ...begun, ...more };
  begunPhrase.set(next);
  const { name = "", words = "" } = next ?? {};
  keptWords.put(PLACE, {
    ...(name === "" ? {} : { name }),
    ...(words === "" ? {} : { words }),
  });
}
