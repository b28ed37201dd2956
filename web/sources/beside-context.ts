import { createContext, useContext } from "react";
import type { Citation } from "../../src/domain/sources/citations.ts";
import type { Field } from "../../src/spec/types.ts";
import type { EarlierText } from "./earlier-texts.ts";
import type { SourceChoice } from "./source-choices.ts";

/** What a text can be given beside it: sources to cite, earlier text, guidance. The same while somebody types. */
export interface BesideValue {
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

/** What may be cited: the statements of the document, as they were when the writer last rested, and the record. */
export const ChoicesContext = createContext<readonly SourceChoice[]>([]);

export function useSourceChoices(): readonly SourceChoice[] {
  return useContext(ChoicesContext);
}

/** What stands beside the texts of a form; undefined where nothing does. */
export function useBeside(): BesideValue | undefined {
  return useContext(BesideContext);
}
