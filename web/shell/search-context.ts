import { createContext, useContext } from "react";

/** What stands in the search box: in memory only, because it is a name or a number. */
export interface SearchText {
  readonly text: string;
  readonly setText: (text: string) => void;
}

export const SearchContext = createContext<SearchText>({ text: "", setText: () => undefined });

export function useSearchText(): SearchText {
  return useContext(SearchContext);
}
