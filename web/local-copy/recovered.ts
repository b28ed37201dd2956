import { externalStore } from "../api/external-store.ts";

/** Text that could not be saved because its draft is gone: signed or thrown away meanwhile, or there was none. */
export interface LeftText {
  readonly key: string;
  readonly texts: readonly string[];
  /** It stood in a form that no draft keeps, and stands there again. */
  readonly unsent: boolean;
}

export interface Recovered {
  /** How many drafts got what had not been saved when the browser or the contact was lost. */
  readonly saved: number;
  readonly left: readonly LeftText[];
}

const nothing: Recovered = { saved: 0, left: [] };

/** What was found in this browser from before, for the page to tell; in memory only. */
export const recovered = externalStore<Recovered>(nothing);

export function forgetRecovered(): void {
  recovered.set(nothing);
}
