import { useEffect, useState, useSyncExternalStore } from "react";
import type { ProblemShape } from "../../../src/contract/shapes.ts";
import { keptWords } from "../../drafts/kept-words.ts";

/** Why good practice was not followed, rule by rule: written, sent and kept until then. */
export interface ReasonsGiven {
  readonly given: Readonly<Record<string, string>>;
  readonly write: (ruleId: string, text: string) => void;
  /** Those that the writer has been asked for here: one from earlier is not sent before it has been shown. */
  readonly toSend: () => Record<string, string>;
  readonly forget: () => void;
}

/** The reasons of one form; the warnings are those that ask for them now. */
export function useReasons(of: string, warnings: readonly ProblemShape[]): ReasonsGiven {
  const place = `reasons ${of}`;
  const read = () => keptWords.read(place);
  const fields = useSyncExternalStore(keptWords.subscribe, read, read);
  const [asked] = useState(() => new Set<string>());
  const given = Object.fromEntries(
    Object.entries(fields).flatMap(([rule, text]) =>
      typeof text === "string" ? [[rule, text]] : [],
    ),
  );
  useEffect(() => {
    for (const { ruleId } of warnings) if (ruleId !== undefined) asked.add(ruleId);
  }, [asked, warnings]);
  return {
    given,
    write: (ruleId, text) => keptWords.write(place, ruleId, text),
    toSend: () => Object.fromEntries(Object.entries(given).filter(([rule]) => asked.has(rule))),
    forget: () => keptWords.put(place),
  };
}
