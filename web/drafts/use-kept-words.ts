import { useCallback, useSyncExternalStore } from "react";
import { keptWords } from "./kept-words.ts";

const FIELD = "text";

/** The text of a form that no draft keeps, as `useState("")` gives it; an empty text is one that was sent or given up. */
export function useKeptWords(place: string): readonly [string, (text: string) => void] {
  const read = () => keptWords.read(place);
  const fields = useSyncExternalStore(keptWords.subscribe, read, read);
  const write = useCallback((text: string) => keptWords.write(place, FIELD, text), [place]);
  const text = fields[FIELD];
  return [typeof text === "string" ? text : "", write];
}
