import type { EngineDeps } from "../followup/engine/deps.ts";
import type { IndicatorDeps } from "../followup/indicators/measure-indicator.ts";
import type { Renderer } from "../print/render.ts";
import type { ProblemCatalogue } from "../spec/problem-texts.ts";
import type { SecretBox } from "../access/secret-box.ts";
import type { Store } from "../store/deps.ts";
import type { FollowupPart } from "../store/retention/followup-part.ts";
import type { Scanner } from "../store/received/scanner.ts";
import type { WordFile, Words } from "../store/specification.ts";

/** What every handler is given of the running program. `src/app.ts` puts it together. */
export interface AppContext {
  readonly store: Store;
  readonly followup: EngineDeps;
  /** Rows of follow-up, to whoever destroys. */
  readonly retention: FollowupPart;
  /** What indicators and reports are made with. */
  readonly indicators: IndicatorDeps;
  /** Sets prints, in a process of its own. */
  readonly renderer: Renderer;
  /** Looks through what came in; absent where none is set. */
  readonly scanner?: Scanner;
  readonly problemTexts: ProblemCatalogue;
  readonly words: Readonly<Record<WordFile, Words>>;
  /** Cryptographically random bytes: tokens, passwords, codes. */
  readonly randomBytes: (length: number) => Uint8Array;
  /** Seals secrets of second factors with a key that is not in the database. */
  readonly factorSecrets: SecretBox;
  /** Started with a setting that is for tests only, so that no board of real persons can be made. */
  readonly forTests: boolean;
  /** Identity providers without encryption are spoken with: in tests. */
  readonly providerOverHttp?: true;
  /** The address people type, where one is set. */
  readonly publicUrl?: string;
}
