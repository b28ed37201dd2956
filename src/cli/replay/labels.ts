import { problem, type Problem } from "../../kernel/problem.ts";
import { codeOfLabel } from "../../spec/lookup.ts";
import type { Pack } from "../../spec/types.ts";

/** Reads the Swedish words of a case as codes of the specification. */
export interface Labels {
  /** The code of the words. Words nobody knows come back as they are. */
  code(codelist: string, words: string, pointer: string): string;
  /** The code of the words, or undefined where they are no label: for texts that may hold one. */
  find(codelist: string, words: string): string | undefined;
  /** Words that should have been a label and are none. */
  readonly problems: readonly Problem[];
}

/** Makes a reader of labels. Nothing is guessed: unknown words are a problem at their place. */
export function makeLabels(pack: Pack): Labels {
  const problems: Problem[] = [];
  const find = (codelist: string, words: string): string | undefined =>
    codeOfLabel(pack, codelist, words);
  return {
    problems,
    find,
    code: (codelist, words, pointer) => {
      const code = find(codelist, words);
      if (code !== undefined) return code;
      problems.push(problem("replay.unknown-label", { pointer, params: { words, codelist } }));
      return words;
    },
  };
}
