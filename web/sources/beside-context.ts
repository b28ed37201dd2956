import { createContext, useContext } from "react";
import type { Citation } from "../../src/domain/sources/citations.ts";
import type { Field } from "../../src/spec/types.ts";
import type { EarlierText } from "./earlier-texts.ts";
import type { SourceChoice } from "./source-choices.ts";

/** What a text can be given beside it: sources to cite, earlier text, guidance. */
export interface BesideValue {
  readonly choices: readonly SourceChoice[];
  /** Whether the sources of the record have come yet. */
  readonly known: boolean;
  /** False: there are older sources than those known here. */
  readonly complete: boolean;
  readonly mayCite: boolean;
  readonly earlierOf: (path: string) => readonly EarlierText[];
  readonly hasGuidance: (field: Field, path: string) => boolean;
  readonly documentName: (id: string | undefined) => string;
  readonly openSource: (citation: Citation) => void;
  readonly openEntry: (entry: number, title: string) => void;
  readonly openEarlier: (field: Field, path: string) => void;
  /** Undefined where the text is of no draft. */
  readonly openPast: ((field: Field, path: string) => void) | undefined;
  readonly openGuidance: (field: Field, path: string) => void;
}

export const BesideContext = createContext<BesideValue | undefined>(undefined);

/** What stands beside the texts of a form; undefined where nothing does. */
export function useBeside(): BesideValue | undefined {
  return useContext(BesideContext);
}
