import { useParams, useSearch } from "@tanstack/react-router";

/** The ids an address holds, whichever page it is. */
export interface Address {
  readonly akt: string;
  readonly matter: string;
  readonly command: string;
  readonly document: string;
  readonly person: string;
  readonly disclosure: string;
  readonly measure: string;
  readonly review: string;
  readonly run: string;
}

/** The ids of the address; one it does not hold is empty. */
export function useAddress(): Address {
  const params: unknown = useParams({ strict: false });
  return {
    akt: textIn(params, "akt"),
    matter: textIn(params, "matter"),
    command: textIn(params, "command"),
    document: textIn(params, "document"),
    person: textIn(params, "person"),
    disclosure: textIn(params, "disclosure"),
    measure: textIn(params, "measure"),
    review: textIn(params, "review"),
    run: textIn(params, "run"),
  };
}

/** A word after the question mark of the address; empty when it is not there. */
export function useSearchText(name: string): string {
  const search: unknown = useSearch({ strict: false });
  return textIn(search, name);
}

/** Everything after the question mark of the address. Nothing of it is known to be what it should be. */
export function useSearchRecord(): Readonly<Record<string, unknown>> {
  const search: unknown = useSearch({ strict: false });
  return typeof search === "object" && search !== null ? { ...search } : {};
}

function textIn(record: unknown, name: string): string {
  if (typeof record !== "object" || record === null) return "";
  const value: unknown = Reflect.get(record, name);
  return typeof value === "string" ? value : "";
}
