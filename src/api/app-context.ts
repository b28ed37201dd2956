import type { Store } from "../store/deps.ts";
import type { ProblemCatalogue } from "../spec/problem-texts.ts";

/** What every handler is given of the running program. `src/app.ts` puts it together. */
export interface AppContext {
  readonly store: Store;
  readonly problemTexts: ProblemCatalogue;
  /** Cryptographically random bytes: tokens, passwords, codes. */
  readonly randomBytes: (length: number) => Uint8Array;
}
